import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ADVISED } from './e2e/support/advised.ts'
import { FOLLOWED, OUTSIDE } from './fakes/followed.ts'
import { testsIn, textOf } from './fakes/named-tests.ts'
import { OF_THE_RUNNER } from '../scripts/causes/explanations.ts'
import { INPUTS } from '../src/config/inputs/inputs.ts'
import type { InputName } from '../src/config/inputs/inputs.ts'
import { EXPLANATIONS } from '../src/domain/cause/cause.ts'
import { COMMANDS } from '../src/domain/command.ts'
import { adviceFor, inputsIn, withAdvice } from '../src/report/parts/advice.ts'

const ROOT = join(import.meta.dirname, '..')
/** Permissions of a job, which are written like inputs. */
const PERMISSIONS = new Set(['pull-requests', 'contents', 'id-token'])

interface Advice {
  readonly where: string
  readonly text: string
}

const quoted = /(['"`])((?:\\.|(?!\1)[^\\])*)\1/g

/** Every text behind `hint:` in the sources, and every one in the causes' own file. */
function advices(): Advice[] {
  const files = globSync('src/**/*.ts', { cwd: ROOT })
  const found = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const places = file.endsWith('cause/cause.ts')
      ? [text]
      : [...text.matchAll(/\bhint(?: =|:)\s*([^]*?)(?:,?\n|\}\))/g)].map(([, words = '']) => words)
    return places.flatMap((place) => [...place.matchAll(quoted)].map(([, , words = '']) => ({ where: file, text: words })))
  })
  const runner = Object.entries(OF_THE_RUNNER).map(([where, { hint }]) => ({ where, text: hint }))
  const hints = globSync('host/**/*.py', { cwd: ROOT }).flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => /\bhint = |Finding\(|Failure\(/.test(line))
    return lines.flatMap((line) => [...line.matchAll(quoted)].map(([, , text = '']) => ({ where: file, text })))
  })
  return [...found, ...runner, ...hints].filter(({ text }) => text.includes(' '))
}

/** `name: value` in a text, as far as it can be no prose: the name is that of an input or has a hyphen, or the value is none of the words of a sentence. */
function settings(text: string): (readonly [name: string, value: string])[] {
  const pairs = [...text.matchAll(/(?<![\w./{-])([a-z]+(?:-[a-z]+)*): (\$\{[^}]*\}|[\w%-]+(?:\.\w+)*)/g)]
  return pairs
    .map(([, name = '', value = '']) => [name, value] as const)
    .filter(([name, value]) => !PERMISSIONS.has(name) && (name in INPUTS || name.includes('-') || /^(true|false|none|\d\w*)$/.test(value)))
}

const all = advices()

it('looks at a good many', () => {
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter(({ text }) => inputsIn(text).length > 0).length).toBeGreaterThan(60)
})

describe('every advice', () => {
  it('names only inputs that there are, with values that they take', () => {
    const wrong = all.flatMap(({ where, text }) =>
      settings(text).flatMap(([name, value]) => (takes(name, value) ? [] : [`${where}: ${name}: ${value}`])),
    )
    expect(wrong).toEqual([])
  })

  it('that speaks of an input names one', () => {
    const named = all.flatMap(({ where, text }) =>
      [...text.matchAll(/\binputs? ((?:[a-z]+(?:-[a-z]+)*)(?:(?:, | and | or )[a-z]+-[a-z-]+)*)/g)].flatMap(([, names = '']) =>
        names.split(/, | and | or /).map((name) => [where, name] as const),
      ),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(([, name]) => !(name in INPUTS) && !['that', 'or', 'is'].includes(name))).toEqual([])
  })

  it('that names a command names one', () => {
    const commands = all.flatMap(({ text }) => [...text.matchAll(/command: ([a-z]+)/g)].map(([, command]) => command))
    expect(commands.length).toBeGreaterThan(2)
    expect(commands.filter((command) => !COMMANDS.some((one) => one === command))).toEqual([])
  })
})

function takes(name: string, value: string): boolean {
  if (!(name in INPUTS)) return false
  if (value.startsWith('$')) return true
  try {
    INPUTS[name as InputName].parse(value)
    return true
  } catch {
    return false
  }
}

describe('the causes of a host', () => {
  const OF_HOSTS = ['deploy', 'promote', 'rollback', 'restart'] as const
  const rows = Object.entries(EXPLANATIONS).flatMap(([cause, { hint }]) => OF_HOSTS.map((command) => [cause, command, hint] as const))

  it.each(rows)('%s after %s: each input is one of the command, or it is said where it can be given', (_, command, hint) => {
    const told = adviceFor(command, hint)
    const taken = inputsIn(hint).filter((name) => INPUTS[name].commands.includes(command))
    const rest = inputsIn(hint).filter((name) => !taken.includes(name))
    if (rest.length === 0) expect(told).toBe(hint)
    else for (const name of rest) expect(told.slice(hint.length)).toContain(name)
  })

  it.each([
    ['deploy', 'Raise health-timeout.', 'Raise health-timeout.'],
    ['rollback', 'Raise health-timeout.', 'Raise health-timeout. (health-timeout is not an input of rollback: deploy with it.)'],
    [
      'promote',
      'Set the input port, or health-path.',
      'Set the input port, or health-path. (port, health-path are not inputs of promote: deploy with them in the environment that the release comes from, and promote that.)',
    ],
    ['rollback', 'Set bake-time: 1m and deploy-timeout.', 'Set bake-time: 1m and deploy-timeout.'],
    ['rollback', 'Look at the port of the host.', 'Look at the port of the host.'],
  ] as const)('%s: %s', (command, hint, expected) => {
    expect(adviceFor(command, hint)).toBe(expected)
    const report = { outcome: 'failed', headline: '', outputs: {}, facts: [] } as const
    expect(withAdvice(report, command)).toBe(report)
    const failure = { cause: 'health-no-response', sentence: '', evidence: undefined, hint } as const
    expect(withAdvice({ ...report, failure }, command).failure?.hint).toBe(expected)
  })
})

describe('every advice of a cause to set an input', () => {
  const causes = [...Object.entries(OF_THE_RUNNER), ...Object.entries(EXPLANATIONS)]
  // `See the reason: ...` is no input.
  const given = causes.flatMap(([cause, { hint }]) => inputsIn(hint.replace('the reason:', '')).map((input) => `${cause} ${input}`))
  const rows = ADVISED.flatMap(({ cause, cure }) => Object.keys(cure).map((input) => `${cause} ${input}`))

  it('is followed by a test, or no test can', () => {
    expect(given.length).toBeGreaterThan(60)
    const known = [...rows, ...Object.keys(FOLLOWED), ...Object.keys(OUTSIDE)]
    expect(given.filter((one) => !known.includes(one))).toEqual([])
    expect([...Object.keys(FOLLOWED), ...Object.keys(OUTSIDE)].filter((one) => !given.includes(one) || rows.includes(one))).toEqual([])
  })

  it.each(Object.entries(FOLLOWED))('%s: %s', (one, where) => {
    const [file = '', test = ''] = where.split(/: (.*)/s)
    const input = one.split(' ')[1] ?? ''
    const namesInput = new RegExp(`${input}|${input.replaceAll('-', '_')}`).test(textOf(file))
    expect({ exists: testsIn(file).includes(test), namesInput }).toEqual({ exists: true, namesInput: true })
  })
})
