import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { assumedRole } from '../../../../src/adapters/aws/sts/role.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const sts = mockClient(STSClient)
const ROLE = 'arn:aws:iam::111122223333:role/promoter'
const masked: string[] = []
const session = assumedRole(new STSClient({ region: 'us-east-1' }), {
  roleArn: ROLE,
  sessionName: 'docker-to-ec2-7',
  mask: (secret) => masked.push(secret),
})
beforeEach(() => {
  sts.reset()
  masked.length = 0
})

test('returns the credentials of the role and masks them', async () => {
  const expiration = new Date('2026-11-23T13:00:00Z')
  sts.on(AssumeRoleCommand, { RoleArn: ROLE, RoleSessionName: 'docker-to-ec2-7' }).resolves({
    Credentials: { AccessKeyId: 'ASIA1', SecretAccessKey: 'secret', SessionToken: 'token', Expiration: expiration },
  })
  expect(await session()).toEqual({ accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'token', expiration })
  expect(masked).toEqual(['ASIA1', 'secret', 'token'])
})

test('names a role that it cannot assume', async () => {
  const message = `User: arn:aws:sts::1:assumed-role/runner/x is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`
  sts.on(AssumeRoleCommand).rejects(awsError('AccessDenied', message))
  await expect(session()).rejects.toMatchObject({ code: 'not-allowed', message: expect.stringContaining(`sts:AssumeRole on ${ROLE}`) })
})
