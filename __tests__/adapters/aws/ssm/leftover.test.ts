import { CancelCommandCommand, ListCommandInvocationsCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { cancelLeftover } from '../../../../src/adapters/aws/ssm/leftover.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { fakeClock } from '../../../fakes/clock.ts'

const ssm = mockClient(SSMClient)
beforeEach(() => void ssm.reset())

const SENT = { id: 'o-1', hostIds: ['i-1', 'i-2'], sentAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678) }
const UNDER_WAY = { CommandId: 'c-2', Comment: 'deploy web o-1', Status: 'InProgress' } as const

function cancelled(): unknown[] {
  return ssm.commandCalls(CancelCommandCommand).map(({ args }) => args[0].input)
}

async function cancelNow(sent: Parameters<typeof cancelLeftover>[2] = SENT) {
  const clock = fakeClock()
  const begun = clock.now()
  const commandId = await cancelLeftover(new SSMClient({ region: 'us-east-1' }), clock, sent)
  return { commandId, ms: clock.now() - begun }
}

test('cancels a command by its id', async () => {
  expect(await cancelNow({ ...SENT, commandId: 'c-1' })).toEqual({ commandId: 'c-1', ms: 0 })
  expect(cancelled()).toEqual([{ CommandId: 'c-1', InstanceIds: ['i-1', 'i-2'] }])
  expect(ssm.commandCalls(ListCommandInvocationsCommand)).toEqual([])
})

test('finds the command of a killed run by its order among other and ended ones', async () => {
  const others = [
    { ...UNDER_WAY, CommandId: 'c-8', Comment: 'deploy web o-7' },
    { ...UNDER_WAY, CommandId: 'c-9', Status: 'Success' as const },
  ]
  ssm
    .on(ListCommandInvocationsCommand)
    .resolves({ CommandInvocations: others, NextToken: 'more' })
    .on(ListCommandInvocationsCommand, { NextToken: 'more' })
    .resolvesOnce({})
    .resolves({ CommandInvocations: [UNDER_WAY] })
  expect(await cancelNow()).toEqual({ commandId: 'c-2', ms: 500 })
  expect(cancelled()).toEqual([{ CommandId: 'c-2', InstanceIds: ['i-1', 'i-2'] }])
  expect(ssm.commandCalls(ListCommandInvocationsCommand)[0]?.args[0].input).toMatchObject({
    InstanceId: 'i-1',
    Filters: [{ key: 'InvokedAfter', value: '2026-01-02T02:59:05Z' }],
  })
})

test('gives up if the command did not reach SSM', async () => {
  ssm.on(ListCommandInvocationsCommand).resolves({ CommandInvocations: [] })
  expect(await cancelNow()).toEqual({ commandId: undefined, ms: 5000 })
  expect(cancelled()).toEqual([])
})

test('lets the command end by itself if the role cannot list commands', async () => {
  ssm.on(ListCommandInvocationsCommand).rejects(awsError('AccessDeniedException'))
  expect((await cancelNow()).commandId).toBeUndefined()
  expect(cancelled()).toEqual([])
})
