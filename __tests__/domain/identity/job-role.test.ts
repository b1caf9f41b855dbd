import { describe, expect, it } from '@jest/globals'
import { placeOf, standardAudience } from '../../../src/domain/identity/job-role.ts'
import { sessionNameOf } from '../../../src/domain/identity/session-name.ts'

const run = (repository: string, runId = '12345678901', runAttempt = '2') => sessionNameOf({ repository, runId, runAttempt })

describe('the name of a session', () => {
  it('is that of repository, run and attempt', () => {
    expect(run('octo-org/web')).toBe('octo-org.web@12345678901.2')
  })

  it.each(['octo-org/web', 'a/b', `${'o'.repeat(39)}/${'r'.repeat(100)}`, '', 'octo/wêb shop', `${'o'.repeat(30)}/${'.'.repeat(30)}`])(
    'of %j is one that STS takes, with its run',
    (repository) => {
      expect(run(repository)).toMatch(/^[\w+=,.@-]{2,64}$/)
      expect(run(repository)).toMatch(/@12345678901\.2$/)
    },
  )

  it('is cut in the same way each time, and differently for another repository', () => {
    const long = `octo/${'r'.repeat(90)}`
    expect(run(`${long}1`)).toBe(run(`${long}1`))
    expect(run(`${long}1`)).not.toBe(run(`${long}2`))
    expect(run(`${long}1`)).toMatch(/^octo\.r+-[0-9a-f]{8}@12345678901\.2$/)
  })
})

it.each([
  ['arn:aws:iam::111122223333:role/deploy', 'sts.amazonaws.com', 'aws'],
  ['arn:aws-us-gov:iam::111122223333:role/a/b', 'sts.amazonaws.com', 'aws-us-gov'],
  ['arn:aws-cn:iam::111122223333:role/deploy', 'sts.amazonaws.com.cn', 'aws-cn'],
])('%s has the audience %s', (arn, audience, partition) => {
  expect(standardAudience(arn)).toBe(audience)
  expect(placeOf(arn)).toEqual({ partition, accountId: '111122223333' })
})
