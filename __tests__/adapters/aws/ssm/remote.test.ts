import {
  CancelCommandCommand,
  DescribeInstanceInformationCommand,
  GetCommandInvocationCommand,
  SendCommandCommand,
} from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { expect, test } from '@jest/globals'
import { cancelCommand } from '../../../../src/adapters/aws/ssm/remote.ts'
import { Cancelled } from '../../../../src/errors.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { fakeClock } from '../../../fakes/clock.ts'
import { COMMAND, mockSsm, remoteAt } from '../../../fakes/ssm-remote.ts'

const ssm = mockSsm()

const SENT = { id: 'o-1', hostIds: ['i-1'], sentAt: fakeClock().now() }
const SAVED = [SENT, { ...SENT, commandId: 'c-1' }]
const RUNNING = { Status: 'InProgress', StatusDetails: 'InProgress' } as const
const DONE = {
  Status: 'Success',
  StatusDetails: 'Success',
  StandardOutputContent: '{"outcome":"deployed"}\n',
  StandardErrorContent: '',
} as const

test('sends one command with both time limits to one host', async () => {
  ssm.on(GetCommandInvocationCommand).resolves(DONE)
  const { run, saved } = remoteAt()
  await run({ ...COMMAND, comment: 'x'.repeat(101) })
  expect(ssm.commandCalls(SendCommandCommand)[0]?.args[0].input).toEqual({
    DocumentName: 'AWS-RunShellScript',
    InstanceIds: ['i-1'],
    Comment: `${'x'.repeat(96)} o-1`,
    TimeoutSeconds: 120,
    Parameters: {
      executionTimeout: ['62'],
      commands: expect.arrayContaining(['#!/bin/sh', '# docker-to-ec2 status']),
    },
  })
  expect(saved).toEqual(SAVED)
})

test('follows the command to its end', async () => {
  ssm
    .on(GetCommandInvocationCommand)
    .resolvesOnce({ Status: 'Pending' })
    .resolvesOnce({ Status: 'Delayed' })
    .resolvesOnce(RUNNING)
    .resolves(DONE)
  const { run, waits } = remoteAt()
  expect(await run()).toEqual([
    { hostId: 'i-1', status: 'succeeded', stdout: '{"outcome":"deployed"}\n', stderr: '', commandId: 'c-1', seconds: undefined },
  ])
  expect(waits.map(({ status, ms }) => `${status} ${ms}`)).toEqual(['Pending 0', 'Delayed 100', 'InProgress 200'])
})

test.each([
  ['does not know the invocation yet', 'InvocationDoesNotExist'],
  ['asks to slow down', 'ThrottlingException'],
])('continues when SSM %s', async (_, name) => {
  ssm.on(GetCommandInvocationCommand).rejectsOnce(awsError(name)).rejectsOnce(awsError(name)).resolves(DONE)
  const { run } = remoteAt()
  expect(await run()).toMatchObject([{ status: 'succeeded' }])
})

test('polls often at first, and at least every two seconds', async () => {
  const answers = ssm.on(GetCommandInvocationCommand)
  for (let at = 0; at < 60; at++) answers.resolvesOnce(RUNNING)
  answers.resolves(DONE)
  const { run, clock } = remoteAt()
  await run()
  expect([Math.min(...clock.slept), Math.max(...clock.slept)]).toEqual([100, 2000])
  expect(clock.slept).toEqual(clock.slept.toSorted((a, b) => a - b))
})

test('gives up and cancels when SSM ignores the time limits', async () => {
  ssm.on(GetCommandInvocationCommand).resolves(RUNNING)
  const { run, clock } = remoteAt()
  const start = clock.now()
  expect(await run()).toMatchObject([{ hostId: 'i-1', status: 'timed-out', stdout: '', commandId: 'c-1' }])
  expect((clock.now() - start) / 1000).toBeGreaterThan(120 + 62)
  expect((clock.now() - start) / 1000).toBeLessThan(120 + 62 + 65)
  expect(ssm.commandCalls(CancelCommandCommand)[0]?.args[0].input).toEqual({ CommandId: 'c-1', InstanceIds: ['i-1'] })
})

test('sends an order again that the agent failed to carry out, and saves the command that can be cancelled now', async () => {
  ssm
    .on(SendCommandCommand)
    .resolvesOnce({ Command: { CommandId: 'c-1' } })
    .resolves({ Command: { CommandId: 'c-2' } })
  const failed = {
    Status: 'Failed',
    StatusDetails: 'Failed',
    StandardOutputContent: 'document process failed unexpectedly: no reply',
  } as const
  ssm.on(GetCommandInvocationCommand, { CommandId: 'c-1' }).resolves(failed)
  ssm.on(GetCommandInvocationCommand, { CommandId: 'c-2' }).resolves(DONE)
  const remote = remoteAt()
  expect(await remote.run()).toMatchObject([{ hostId: 'i-1', status: 'succeeded', commandId: 'c-2' }])
  expect(remote.failed).toEqual(['i-1'])
  expect(remote.saved.at(-1)).toMatchObject({ id: 'o-1', commandId: 'c-2' })
  const orders = ssm.commandCalls(SendCommandCommand).map(({ args }) => args[0].input.Parameters)
  expect(orders).toEqual([orders[0], orders[0]])
})

test('cancels the command when the run is cancelled', async () => {
  const clock = fakeClock()
  const abort = new AbortController()
  ssm.on(GetCommandInvocationCommand).resolves(RUNNING)
  const sleep = async (): Promise<never> => {
    abort.abort()
    throw new Cancelled()
  }
  await expect(remoteAt({ abort, clock: { ...clock, sleep } }).run()).rejects.toThrow(Cancelled)
  expect(ssm.commandCalls(CancelCommandCommand)).toHaveLength(1)
})

test('sends nothing when the run is already cancelled', async () => {
  const abort = new AbortController()
  abort.abort()
  await expect(remoteAt({ abort }).run()).rejects.toThrow(Cancelled)
  expect(ssm.calls()).toHaveLength(0)
})

test('leaves a command alone that it cannot follow, and saves its id', async () => {
  ssm.on(GetCommandInvocationCommand).rejects(awsError('AccessDeniedException', 'not authorized to perform: ssm:GetCommandInvocation'))
  const { run, saved } = remoteAt()
  await expect(run()).rejects.toMatchObject({ code: 'not-allowed', message: expect.stringContaining('ssm:GetCommandInvocation') })
  expect(saved).toEqual(SAVED)
  expect(ssm.commandCalls(CancelCommandCommand)).toHaveLength(0)
})

test('names a host whose agent is offline', async () => {
  ssm.on(SendCommandCommand).rejects(awsError('InvalidInstanceId'))
  await expect(remoteAt().run()).rejects.toMatchObject({ code: 'agent-offline', message: expect.stringContaining('i-1') })
})

test.each(['InvalidCommandId', 'InvalidInstanceId'])('accepts that the command to cancel is gone (%s)', async (name) => {
  ssm.on(CancelCommandCommand).rejects(awsError(name))
  await expect(cancelCommand(ssm as unknown as SSMClient, 'c-1', ['i-1'])).resolves.toBeUndefined()
})

test('checks all agents in one request', async () => {
  ssm
    .on(DescribeInstanceInformationCommand)
    .resolvesOnce({ InstanceInformationList: [{ InstanceId: 'i-2', PingStatus: 'Online' }], NextToken: 'more' })
  ssm
    .on(DescribeInstanceInformationCommand, { NextToken: 'more' })
    .resolves({ InstanceInformationList: [{ InstanceId: 'i-1', PingStatus: 'Inactive' }] })
  expect((await remoteAt().remote.agents(['i-1', 'i-2', 'i-3'])).map(({ kind }) => kind)).toEqual(['offline', 'online', 'unknown'])
})

const SEEN = new Date(0)

test.each([
  [[], { kind: 'unknown' }],
  [[{ InstanceId: 'i-2', PingStatus: 'Online' }], { kind: 'unknown' }],
  [[{ InstanceId: 'i-1', PingStatus: 'Online' }], { kind: 'online' }],
  [[{ InstanceId: 'i-1', PingStatus: 'ConnectionLost', LastPingDateTime: SEEN }], { kind: 'offline', lastSeen: SEEN }],
  [[{ InstanceId: 'i-1', PingStatus: 'Inactive' }], { kind: 'offline', lastSeen: undefined }],
] as const)('an agent seen as %j', async (found, expected) => {
  ssm.on(DescribeInstanceInformationCommand).resolves({ InstanceInformationList: [...found] })
  expect(await remoteAt().remote.agents(['i-1'])).toEqual([expected])
  expect(ssm.commandCalls(DescribeInstanceInformationCommand)[0]?.args[0].input).toEqual({
    Filters: [{ Key: 'InstanceIds', Values: ['i-1'] }],
  })
})
