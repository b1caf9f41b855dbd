import { expect, it } from '@jest/globals'
import { warningsOf } from '../../../src/domain/remote/findings.ts'
import type { Finding } from '../../../src/domain/remote/findings.ts'

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
    'others of several hosts',
    [on('i-1', finding({ detail: 'a', hint: 'B.' })), on('i-2', finding({ hint: '' }))],
    ['i-1: a. B.', 'i-2: it is off by 65 s.'],
  ],
])('tells of %s', (_, hosts, warnings) => {
  expect(warningsOf(hosts)).toEqual(warnings)
})
