import { GetCommandInvocationCommand, SendCommandCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { documentStatusQuery } from '../../../../src/adapters/aws/ssm/status-document.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { fakeClock } from '../../../fakes/clock.ts'
import { SERVICE } from '../../../fakes/samples.ts'

const ssm = mockClient(SSMClient)
beforeEach(() => {
  ssm.reset()
  ssm.on(SendCommandCommand).resolves({ Command: { CommandId: 'c-1' } })
})

const ask = (signal = new AbortController().signal) =>
  documentStatusQuery({ client: ssm as unknown as SSMClient, clock: fakeClock(), onWait: () => undefined }).ask(SERVICE, ['i-1'], signal)

test('passes the service to its document as a parameter, without shell text', async () => {
  ssm.on(GetCommandInvocationCommand).resolves({ Status: 'Success', StatusDetails: 'Success', StandardOutputContent: 'told' })
  expect(await ask()).toEqual({ kind: 'asked', answers: [{ hostId: 'i-1', stdout: 'told' }] })
  expect(ssm.commandCalls(SendCommandCommand)[0]?.args[0].input).toMatchObject({
    DocumentName: 'docker-to-ec2-status',
    InstanceIds: ['i-1'],
    Parameters: { service: ['web.production'] },
  })
})

test('treats a failed host as one without an answer', async () => {
  ssm.on(GetCommandInvocationCommand).resolves({ Status: 'Failed', StatusDetails: 'Failed' })
  expect(await ask()).toEqual({ kind: 'asked', answers: [{ hostId: 'i-1', stdout: '' }] })
})

test.each([
  ['AccessDeniedException', /role cannot send/],
  ['InvalidDocument', /there is no SSM document docker-to-ec2-status; a stack/],
  ['InvalidInstanceId', /cannot reach/],
])('asks no other host after %s', async (name, reason) => {
  ssm.on(SendCommandCommand).rejects(awsError(name))
  expect(await ask()).toEqual({ kind: 'not-asked', reason: expect.stringMatching(reason) })
})

test('does not treat an error of AWS as an answer', async () => {
  ssm.on(SendCommandCommand).rejects(awsError('ExpiredTokenException'))
  await expect(ask()).rejects.toMatchObject({ code: 'credentials-expired' })
})
