import { expect, test } from '@jest/globals'
import { checkAccount } from '../../src/steps/check-account.ts'

const account = { identify: async () => ({ accountId: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/deploy/run' }) }

test.each([undefined, '123456789012'])('returns the account of the credentials if account-id is %s', async (accountId) => {
  await expect(checkAccount({ accountId }, account)).resolves.toBe('123456789012')
})

test('credentials of another account than account-id are refused, and both are named', async () => {
  await expect(checkAccount({ accountId: '000000000000' }, account)).rejects.toMatchObject({
    code: 'wrong-account',
    message: expect.stringMatching(/123456789012 \(arn:.*assumed-role\/deploy\/run\), .*000000000000/),
    hint: expect.stringContaining('account-id'),
  })
})
