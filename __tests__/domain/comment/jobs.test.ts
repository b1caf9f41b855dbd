import { describe, expect, it } from '@jest/globals'
import { endedOf, readJobs } from '../../../src/domain/comment/jobs.ts'
import type { Ended } from '../../../src/domain/comment/jobs.ts'

const READER = { result: 'success', outputs: { 'comment-command': 'deploy', 'comment-environment': 'staging' } }
const ended = (jobs: object): Ended | undefined => {
  const read = readJobs(JSON.stringify(jobs))
  return read && endedOf(read)
}

describe('the results of jobs', () => {
  it.each<[string, object, Ended | undefined]>([
    ['none accepted it', { read: { result: 'success', outputs: {} } }, undefined],
    [
      'none did it',
      { read: READER, operate: { result: 'skipped', outputs: {} } },
      { environment: 'staging', result: 'skipped', summary: '' },
    ],
    [
      'one did it',
      { read: READER, plan: { result: 'skipped' }, operate: { result: 'success', outputs: { summary: 'live' } } },
      { environment: 'staging', result: 'success', summary: 'live' },
    ],
    ['one has no outputs', { read: READER, operate: { result: 'failure' } }, { environment: 'staging', result: 'failure', summary: '' }],
    [
      'a job has a name of JavaScript',
      { constructor: READER, __proto__x: { result: 'success' } },
      { environment: 'staging', result: 'success', summary: '' },
    ],
  ])('%s', (_, jobs, expected) => {
    expect(ended(jobs)).toEqual(expected)
  })

  it.each(['', '[]', '{"a":{"result":"done"}}', '{"a":{"result":"success","outputs":{"a":1}}}'])('%j is not', (text) => {
    expect(readJobs(text)).toBeUndefined()
  })
})
