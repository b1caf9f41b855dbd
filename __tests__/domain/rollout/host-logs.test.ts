import { deflateSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { parseLogsResult, refusePublicLogs } from '../../../src/domain/rollout/host-logs.ts'

const packed = (text: string): string => deflateSync(text).toString('base64')
const CONTAINER = { track: 'live', release: 'r1', state: 'running', packed: packed('one\ntwo') }
const answer = (changes: object, container: object = CONTAINER) =>
  parseLogsResult(JSON.stringify({ outcome: 'logs', docker: '', state: 'live', release: 'r1', containers: [container], ...changes }))

it('reads the lines of each container', () => {
  expect(answer({})?.containers).toMatchObject([
    { track: 'live', release: 'r1', lines: ['one', 'two'], exitCode: null, withheld: false, leftLines: 0 },
  ])
})

it.each([
  ['no lines', '', []],
  ['one empty line', packed(''), ['']],
  ['no base 64', '%%%', undefined],
  ['a part', packed('one\ntwo').slice(0, 8), undefined],
  ['more than a host packs', packed('x'.repeat(5 << 20)), undefined],
])('unpacks %s', (_, text, lines) => {
  expect(answer({}, { ...CONTAINER, packed: text })?.containers[0]?.lines).toEqual(lines)
})

it.each([
  ['another outcome', { outcome: 'failed' }],
  ['an unknown state', { state: 'dancing' }],
])('reads nothing of %s', (_, changes) => {
  expect(answer(changes)).toBeUndefined()
})

it('drops a container of an unknown kind, and what cannot be in a line', () => {
  expect(answer({}, { ...CONTAINER, track: 'other' })?.containers).toEqual([])
  const hostile = { ...CONTAINER, state: 'a\n::error::b', problem: 'a\n::error::b', restarts: -1, exitCode: '0' }
  expect(answer({}, hostile)?.containers).toMatchObject([{ state: '', problem: 'a\uFFFD::error::b', restarts: 0, exitCode: null }])
})

describe('in a repository that is', () => {
  it('private, everything is shown', () => {
    expect(refusePublicLogs({ visibility: 'private' })).toBeUndefined()
  })

  it.each([
    ['public', { visibility: 'public' }, 'the repository is public'],
    ['unknown', { visibility: undefined }, 'the event of this run does not say that the repository is private'],
  ] as const)('%s, nothing is shown, and the refusal names the setting', (_, job, reason) => {
    const refusal = refusePublicLogs(job)
    expect(refusal?.reason).toContain(reason)
    expect(refusal?.hint).toContain('allow-public-logs: true')
  })
})
