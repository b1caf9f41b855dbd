import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { stsAccount } from '../../../../src/adapters/aws/sts/account.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const sts = mockClient(STSClient)
const account = stsAccount(new STSClient({ region: 'us-east-1' }), { region: 'us-east-1' })
beforeEach(() => void sts.reset())

test('tells whose credentials these are', async () => {
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
  ['InternalFailure', 'aws-unavailable', /again/],
  ['ThrottlingException', 'aws-unavailable', /again/],
  ['TimeoutError', 'aws-unavailable', /again/],
  ['AccessDenied', 'not-allowed', /sts:GetCallerIdentity.*docs\/iam\/setup.yaml/],
])('%s: says what to do', async (name, code, next) => {
  sts.on(GetCallerIdentityCommand).rejects(awsError(name))
  await expect(account.identify()).rejects.toMatchObject({ name: 'DeployError', code, hint: expect.stringMatching(next) })
})

test('a region that does not exist has no host', async () => {
  sts
    .on(GetCallerIdentityCommand)
    .rejects(Object.assign(awsError('Error', 'getaddrinfo ENOTFOUND sts.us-est-1.amazonaws.com'), { code: 'ENOTFOUND' }))
  await expect(account.identify()).rejects.toMatchObject({ code: 'unknown-region', hint: 'Check the input aws-region.' })
})

test('a connection that is lost again and again is named', async () => {
  sts.on(GetCallerIdentityCommand).rejects(Object.assign(awsError('Error', 'read ECONNRESET'), { code: 'ECONNRESET' }))
  await expect(account.identify()).rejects.toMatchObject({
    code: 'aws-unavailable',
    message: expect.stringContaining('sts:GetCallerIdentity'),
  })
})

test('any other error stays as it is', async () => {
  const error = awsError('ValidationError')
  sts.on(GetCallerIdentityCommand).rejects(error)
  await expect(account.identify()).rejects.toBe(error)
})
