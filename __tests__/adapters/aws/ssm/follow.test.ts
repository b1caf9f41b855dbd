import { CancelCommandCommand, GetCommandInvocationCommand, SendCommandCommand } from '@aws-sdk/client-ssm'
import { expect, test } from '@jest/globals'
import { verdict } from '../../../../src/adapters/aws/ssm/follow.ts'
import type { RemoteCommand } from '../../../../src/ports/hosts/remote.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { COMMAND as ONE, mockSsm, remoteAt } from '../../../fakes/ssm-remote.ts'

const ssm = mockSsm()

const COMMAND: RemoteCommand = { ...ONE, hostIds: ['i-1', 'i-2', 'i-3'], timeout: 60, concurrency: '1' }

function run(command: Partial<RemoteCommand> = {}) {
  const { run: send, waits, clock } = remoteAt()
  return { waits, clock, answers: send({ ...COMMAND, ...command }) }
}

function ended(id: string, Status: 'Success' | 'Failed' | 'Cancelled', more: object = {}): void {
  ssm
    .on(GetCommandInvocationCommand, { CommandId: 'c-1', InstanceId: id })
    .resolves({ Status, StatusDetails: Status, StandardOutputContent: `of ${id}`, ...more })
}

test.each([
  [{}, { MaxConcurrency: '1', MaxErrors: '0', TimeoutSeconds: 120 + 2 * 60 }],
  [{ concurrency: '50%' }, { MaxConcurrency: '50%', MaxErrors: '0', TimeoutSeconds: 120 + 2 * 60 }],
  [{ concurrency: '2' }, { MaxConcurrency: '2', MaxErrors: '0', TimeoutSeconds: 120 + 60 }],
  [
    { concurrency: '100%', continueOnError: true },
    { MaxConcurrency: '100%', MaxErrors: '100%', TimeoutSeconds: 120 + 60 },
  ],
])('sends %j to all hosts with one command, with enough time for the last wave', async (more, expected) => {
  for (const id of COMMAND.hostIds) ended(id, 'Success')
  await run(more).answers
  expect(ssm.commandCalls(SendCommandCommand).map(({ args }) => args[0].input)).toEqual([
    expect.objectContaining({ InstanceIds: COMMAND.hostIds, ...expected }),
  ])
})

test('follows one host after the other, and gets output and status in one request', async () => {
  ssm
    .on(GetCommandInvocationCommand, { CommandId: 'c-1', InstanceId: 'i-1' })
    .rejectsOnce(awsError('InvocationDoesNotExist'))
    .resolvesOnce({ Status: 'InProgress' })
    .rejectsOnce(awsError('ThrottlingException'))
    .resolves({ Status: 'Success', StatusDetails: 'Success', StandardOutputContent: 'of i-1', ExecutionElapsedTime: 'PT1M3.5S' })
  ended('i-2', 'Failed')
  ended('i-3', 'Cancelled', { StatusDetails: 'Terminated', StandardOutputContent: '' })
  const { answers, waits } = run()
  expect(await answers).toMatchObject([
    { hostId: 'i-1', status: 'succeeded', stdout: 'of i-1', seconds: 63.5 },
    { hostId: 'i-2', status: 'failed', stdout: 'of i-2' },
    { hostId: 'i-3', status: 'not-started', stdout: '' },
  ])
  expect(waits.map(({ status }) => status)).toEqual(Array(3).fill('0 of 3 hosts'))
  expect(ssm.commandCalls(GetCommandInvocationCommand)).toHaveLength(4 + 1 + 1)
})

test('gives up and cancels a host that SSM never mentions, and keeps the answers of the others', async () => {
  ended('i-1', 'Success')
  ended('i-2', 'Success')
  ssm.on(GetCommandInvocationCommand, { InstanceId: 'i-3' }).rejects(awsError('InvocationDoesNotExist'))
  const { answers, clock } = run()
  const start = clock.now()
  expect((await answers).map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'timed-out'])
  expect((clock.now() - start) / 1000).toBeGreaterThan(120 + 3 * 60)
  expect(ssm.commandCalls(CancelCommandCommand)[0]?.args[0].input).toEqual({ CommandId: 'c-1', InstanceIds: COMMAND.hostIds })
})

test('names only the hosts whose agent is offline', async () => {
  ssm.on(SendCommandCommand).rejects(awsError('InvalidInstanceId', 'Instances [[i-2]] not in a valid state for account 1'))
  await expect(run().answers).rejects.toMatchObject({ code: 'agent-offline', message: 'SSM has no agent online on i-2.' })
})

test.each([
  ['Success', 'Success', 'succeeded'],
  ['Failed', 'Failed', 'failed'],
  ['Failed', 'Undeliverable', 'undelivered'],
  ['Failed', 'Invalid Platform', 'undelivered'],
  ['Failed', 'Access Denied', 'undelivered'],
  ['TimedOut', 'Delivery Timed Out', 'undelivered'],
  ['TimedOut', 'DeliveryTimedOut', 'undelivered'],
  ['TimedOut', 'Execution Timed Out', 'timed-out'],
  ['Cancelled', 'Cancelled', 'cancelled'],
  ['Cancelled', 'Terminated', 'not-started'],
  ['Cancelling', 'Cancelling', undefined],
  ['Delayed', 'Delayed', undefined],
  ['InProgress', '', undefined],
  [undefined, undefined, undefined],
])('status %s (%s) means %s', (Status, StatusDetails, expected) => {
  expect(verdict({ Status, StatusDetails })).toBe(expected)
})

const WORKER =
  'document process failed unexpectedly: document worker timed out , check [ssm-document-worker]/[ssm-session-worker] log for crash reason'

test.each([
  ['Failed', { StandardOutputContent: WORKER }, 'agent-failed'],
  ['Failed', { StandardErrorContent: WORKER }, 'agent-failed'],
  [
    'Failed',
    { StandardOutputContent: WORKER.replace('document worker timed out', 'ipc messaging received timeout signal') },
    'agent-failed',
  ],
  ['Failed', { StandardOutputContent: `{"outcome":"failed"}\n${WORKER}` }, 'failed'],
  ['Failed', { StandardErrorContent: 'failed to run commands: exit status 1' }, 'failed'],
  ['Failed', { StandardErrorContent: 'failed to create script file. write _script.sh: no space left on device' }, 'failed'],
  ['TimedOut', { StandardOutputContent: WORKER }, 'timed-out'],
  ['Success', { StandardOutputContent: WORKER }, 'succeeded'],
] as const)('an answer with the status %s and %j means %s', async (Status, output, expected) => {
  ssm.on(GetCommandInvocationCommand).resolves({ Status, StatusDetails: Status, ...output })
  const [first] = await run({ hostIds: ['i-1'] }).answers
  expect(first?.status).toBe(expected)
})
