import { expect, it } from '@jest/globals'
import { plan } from '../../../src/commands/plan.ts'
import { status } from '../../../src/commands/read/status.ts'
import { parseRecord, recordText } from '../../../src/domain/release/record.ts'
import type { ReleaseRecord } from '../../../src/domain/release/record.ts'
import { DeployError } from '../../../src/errors.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { aHost, anAttempt, aRecord } from '../../fakes/samples.ts'
import { aWorld } from '../../fakes/world.ts'
import { fc } from '../../fakes/properties.ts'

/** With each field that a record can have. */
const WHOLE = aRecord({
  version: 3,
  over: 2,
  token: 7,
  artifact: `registry.example/web@sha256:${'a'.repeat(64)}`,
  hostIds: ['i-0123456789abcdef0'],
  fingerprint: { whole: '1', proxy: '2', parts: { env: { A: '1' }, secrets: {}, inputs: { args: 'a\nb' } } },
  secrets: { TOKEN: '1' },
  volumes: [{ name: 'data', path: '/data' }],
  program: '0123456789ab',
  promotedFrom: { environment: 'staging', release: 'a' },
  freeze: { reason: 'a\nreason', actor: 'ada', runUrl: '', at: '2026-11-23T12:00:00.000Z', until: '2026-11-24T12:00:00.000Z' },
  attempt: anAttempt({
    note: 'two\nlines',
    command: 'deploy',
    committedAt: '2026-11-23T11:00:00.000Z',
    reached: 3,
    served: 4.5,
    canary: 25,
  }),
})

/** Every path to a value of the record, such as `['attempt', 'release']`. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name]))]
}

function withValue(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put
  const copy = structuredClone(value) as Record<string, unknown>
  copy[name] = withValue(copy[name], rest, put)
  return copy
}

/** One value of the record is anything at all. */
const damaged = fc
  .tuple(
    fc.constantFrom(...pathsIn(WHOLE)),
    fc.oneof(fc.jsonValue(), fc.constantFrom('a\n::stop-commands::x', '\r##[error]', '<img src=x>')),
  )
  .map(([path, put]) => JSON.stringify(withValue(WHOLE, path, put)))

it('is read as it was written', () => {
  const { version: _, ...stored } = WHOLE
  expect(parseRecord(recordText(stored))).toEqual(stored)
  expect(parseRecord(recordText(aRecord()))).toEqual(aRecord())
})

it('keeps whatever a variable is called', () => {
  const names = Object.fromEntries(['constructor', '__proto__', 'toString'].map((name) => [name, '1']))
  const record = aRecord({ secrets: names, fingerprint: { whole: '1', proxy: '2', parts: { env: names, secrets: {}, inputs: {} } } })
  const read = parseRecord(recordText(record))
  expect(Object.keys(read?.secrets ?? {})).toEqual(Object.keys(names))
  expect(Object.keys(read?.fingerprint?.parts?.['env'] ?? {})).toEqual(Object.keys(names))
})

it('is rejected without a field that every record has', () => {
  for (const name of Object.keys(aRecord())) {
    const { [name as keyof ReleaseRecord]: _, ...rest } = aRecord()
    expect(parseRecord(JSON.stringify(rest))).toBeUndefined()
  }
})

it('is never half a one: any text is a record or none, and no name in it has a second line', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), damaged), (text) => {
      const { release = '', digest = '', actor = '', attempt } = parseRecord(text) ?? {}
      for (const word of [release, digest, actor, attempt?.release ?? '', attempt?.cause ?? '']) expect(word).not.toMatch(/\p{Cc}/u)
    }),
  )
})

it('makes no run crash, whatever it contains', async () => {
  const property = fc.asyncProperty(damaged, fc.constantFrom(plan, status), async (text, command) => {
    const world = aWorld({ command: command === plan ? 'plan' : 'status' })
    world.hosts.push(aHost())
    world.records.push(...[parseRecord(text)].filter((record) => record !== undefined))
    try {
      expect(renderSummary(await command(world.ctx), [])).not.toMatch(/^(::|##\[)/m)
    } catch (error) {
      expect(error).toBeInstanceOf(DeployError)
    }
  })
  await fc.assert(property)
})
