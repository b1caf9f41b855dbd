import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { stsAccount } from '../../../../src/adapters/aws/sts/account.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const sts = mockClient(STSClient)
const account = stsAccount(new STSClient({ region: 'us-east-1' }), { region: 'us-east-1' })
beforeEach(() => void sts.reset())

test('reads the account and principal of the credentials', async () => {
  sts.on(GetCallerIdentityCommand).resolves({ Account: '123456789012', Arn: 'arn:aws:sts::123456789012:assumed-role/deploy/s' })
  expect(await account.identify()).toEqual({ accountId: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/deploy/s' })
})

test.each([
  ['CredentialsProviderError', 'no-credentials', /role-to-assume.*id-token: write/],
  ['ExpiredTokenException', 'credentials-expired', /role-to-assume/],
  ['ExpiredToken', 'credentials-expired', /role-to-assume/],
  ['RequestExpired', 'credentials-expired', /role-to-assume/],
  ['InvalidClientTokenId', 'credentials-refused', /role-to-assume/],
  ['SignatureDoesNotMatch', 'credentials-refused', /role-to-assume/],
  ['ThrottlingException', 'aws-unavailable', /again/],
  ['TimeoutError', 'aws-unavailable', /again/],
  ['AccessDenied', 'not-allowed', /sts:GetCallerIdentity.*docs\/iam\/setup.yaml/],
])('says what to do after %s', async (name, code, next) => {
  sts.on(GetCallerIdentityCommand).rejects(awsError(name))
  await expect(account.identify()).rejects.toMatchObject({ name: 'DeployError', code, hint: expect.stringMatching(next) })
})

test('reports a region that does not exist', async () => {
  sts
    .on(GetCallerIdentityCommand)
    .rejects(Object.assign(new Error('getaddrinfo ENOTFOUND sts.us-est-1.amazonaws.com'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }))
  await expect(account.identify()).rejects.toMatchObject({ code: 'unknown-region', hint: 'Check the input aws-region.' })
})

test('reports a connection that is lost repeatedly', async () => {
  sts.on(GetCallerIdentityCommand).rejects(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
  await expect(account.identify()).rejects.toMatchObject({
    code: 'aws-unavailable',
    message: expect.stringContaining('sts:GetCallerIdentity'),
  })
})

test('passes on any other error unchanged', async () => {
  const error = awsError('ValidationError')
  sts.on(GetCallerIdentityCommand).rejects(error)
  await expect(account.identify()).rejects.toBe(error)
})
