import { expect, it } from '@jest/globals'
import { noteOf, warningsOf } from '../../../src/domain/cause/findings.ts'
import type { Finding } from '../../../src/domain/cause/findings.ts'

const finding = (changes: Partial<Finding> = {}): Finding => ({
  name: 'clock',
  detail: 'it is off by 65 s',
  hint: 'Run chrony',
  fatal: false,
  ...changes,
})
const on = (hostId: string, ...findings: readonly Finding[]) => ({ hostId, findings })

it.each([
  ['nothing', [on('i-1')], []],
  ['one', [on('i-1', finding())], ['it is off by 65 s. Run chrony.']],
  ['what is in the way: that is the failure', [on('i-1', finding({ fatal: true }))], []],
  ['one of several hosts', [on('i-1'), on('i-2', finding())], ['i-2: it is off by 65 s. Run chrony.']],
  ['the same of several hosts', [on('i-1', finding()), on('i-2', finding())], ['i-1, i-2: it is off by 65 s. Run chrony.']],
  [
    'the same of 300 hosts, with room for what it is',
    Array.from({ length: 300 }, (_, at) => on(`i-${at}`, finding())),
    ['i-0, i-1, i-2 and 297 others: it is off by 65 s. Run chrony.'],
  ],
  [
    'others of several hosts',
    [on('i-1', finding({ detail: 'a', hint: 'B.' })), on('i-2', finding({ hint: '' }))],
    ['i-1: a. B.', 'i-2: it is off by 65 s.'],
  ],
])('describes %s', (_, hosts, warnings) => {
  expect(warningsOf(hosts)).toEqual(warnings)
})

const killed = (slot: string): Finding => finding({ name: 'killed', detail: `${slot} did not stop within 10 s, and was killed` })

it.each([
  ['nothing of other findings', [on('i-1', finding())], ''],
  ['a kill, with the setting', [on('i-1', finding(), killed('a'))], 'a did not stop within 10 s, and was killed: see stop-grace-period'],
  ['the same kill of several hosts once', [on('i-1', killed('a')), on('i-2', killed('a'))], `${killed('a').detail}: see stop-grace-period`],
  ['several', [on('i-1', killed('a'), killed('b'))], `${killed('a').detail}; ${killed('b').detail}: see stop-grace-period`],
])('the history has %s', (_, hosts, note) => {
  expect(noteOf(hosts)).toBe(note)
})

it('a note leaves room in the record', () => {
  expect(noteOf(Array.from({ length: 50 }, (_, at) => on(`i-${at}`, killed(`slot ${at}`)))).length).toBeLessThan(250)
})
