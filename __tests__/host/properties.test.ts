import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { harmlessLines } from '../../src/adapters/log-lines.ts'
import { remoteScript } from '../../src/adapters/remote-script.ts'
import { parseDeployResult } from '../../src/domain/remote/result.ts'

const HOST = join(import.meta.dirname, '..', '..', 'host')
const library = ['lib-payload.sh', 'lib-result.sh', 'lib-state.sh'].map((name) => readFileSync(join(HOST, name), 'utf8')).join('\n')
const SEED = 20_261_123

let folder: string
let canary: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docker-to-ec2-properties-'))
  canary = join(folder, 'canary')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Texts made of what shells, JSON, Markdown and the runner take for more than text. Without NUL, which no argument can hold. */
function hostile(): fc.Arbitrary<string> {
  const fragments = [
    '$(touch CANARY)',
    '`touch CANARY`',
    '; touch CANARY;',
    '| touch CANARY',
    '&& touch CANARY',
    '\n',
    '\r\n',
    '\t',
    "'",
    '"',
    '\\',
    '\\n',
    '${HOME}',
    '$0',
    '*',
    '?',
    '~',
    '!',
    '#',
    '%s',
    '%0A',
    '{{ ssm:x }}',
    '{"a":',
    '}',
    '::error::',
    '::set-output name=x::y',
    '##[error]',
    '<b>',
    '|',
    '```',
    'PAYLOAD',
    'SCRIPT',
    '-e',
    '--',
    '=',
    ' ',
    '\u0001',
    '\u001b[31m',
    '\u2028',
    'ü',
    '漢',
    '🚀',
    '\ufeff',
  ]
  const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fragments) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) })
  return fc.array(part, { maxLength: 12 }).map((parts) => parts.join('').replaceAll('CANARY', canary).replaceAll('\0', ''))
}

/** Runs functions as the agent would: the lines of a command as a file, by `sh -c FILE`, with almost no environment. */
function asTheAgent(main: string, payload: readonly (readonly [string, string])[]): Buffer {
  const file = join(folder, '_script.sh')
  writeFileSync(file, `${remoteScript(`${library}\n${main}`, { verb: 'deploy', payload }).join('\n')}\n`, { mode: 0o700 })
  return execFileSync('sh', ['-c', file], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}

describe('values from outside, through the real shell', () => {
  it('10,000 of them arrive as they were sent, as fields, options, arguments and secrets, and none of them runs', () => {
    const values = fc.sample(hostile(), { numRuns: 10_000, seed: SEED })
    expect(new Set(values).size).toBeGreaterThan(8000)
    const print = `main() { payload_read; printf '%s\\0' "\${OPTIONS[@]}" "\${ARGS[@]}" "\${SECRETS[@]}" "\${FIELD[last]}"; }`
    for (const batch of chunks(values, 500)) {
      const third = Math.ceil(batch.length / 3)
      const kinds = batch.map((value, at) => [at < third ? 'option' : at < 2 * third ? 'arg' : 'secret', value] as const)
      const answer = asTheAgent(print, [...kinds, ['last', batch[0] ?? '']])
        .toString('utf8')
        .split('\0')
        .slice(0, -1)
      expect(answer).toEqual([...batch, batch[0]])
    }
    expect(existsSync(canary)).toBe(false)
  }, 120_000)

  it('a long one arrives, too, and one that SSM would not take is refused by name', () => {
    const long = fc.sample(hostile(), { numRuns: 800, seed: SEED }).join('')
    expect(long.length).toBeGreaterThan(30_000)
    expect(asTheAgent(`main() { payload_read; printf '%s' "\${FIELD[x]}"; }`, [['x', long]]).toString('utf8')).toBe(long)
    const huge = randomBytes(75_000).toString('base64')
    expect(() => remoteScript('main() { :; }', { verb: 'deploy', payload: [['option', huge]] })).toThrow('SSM takes')
  })
})

describe('texts of a container, on their way back', () => {
  it('never break the result, and come out as they went in', () => {
    const texts = fc.sample(hostile(), { numRuns: 400, seed: SEED })
    const main = `main() { payload_read; for text in "\${ARGS[@]}"; do RESULT=([exitCode]=null [healthCode]=null [outcome]=failed [cause]=exited); RESULT[logs]=$text RESULT[detail]=$text RESULT[release]=$text RESULT[serving]=$text; result_json; done; }`
    for (const batch of chunks(texts, 200)) {
      const lines = asTheAgent(
        main,
        batch.map((text) => ['arg', text] as const),
      )
        .toString('utf8')
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(batch.length)
      for (const [at, line] of lines.entries()) {
        const result = parseDeployResult(line)
        expect(result?.evidence.logs).toBe(batch[at])
        expect(result?.detail).toBe(batch[at]?.replace(/[\n\r\t]/g, ' '))
        expect(result?.serving).toMatch(/^[A-Za-z0-9._:@+/-]*$/)
      }
    }
    expect(existsSync(canary)).toBe(false)
  }, 120_000)
})

describe('a line of 100 KB', () => {
  it('leaves room for the rest of the result', () => {
    const main = `main() { payload_read; RESULT[outcome]=failed RESULT[cause]=exited; printf -v line '%*s' 100000 ''; RESULT[logs]=$line RESULT[detail]=$line RESULT[health]=$line; result_json; }`
    const line = asTheAgent(main, []).toString('utf8')
    expect(line.length).toBeLessThan(14_000)
    expect(parseDeployResult(line)?.evidence.logs).toHaveLength(6144)
  })
})

describe('texts of others in the log', () => {
  it('10,000 of them: no line is a command to the runner', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        for (const line of harmlessLines(text)) {
          expect(line.trimStart().startsWith('::')).toBe(false)
          expect(line).not.toContain('##[')
          expect(line).not.toMatch(/[\r\n]/)
        }
      }),
      { numRuns: 10_000, seed: SEED },
    )
  })
})
