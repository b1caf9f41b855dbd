import { expect, test } from '@jest/globals'
import type { HostState } from '../../../src/domain/host/host.ts'
import { waitForState } from '../../../src/steps/hosts/wait-for-state.ts'
import { aWorld } from '../../fakes/world.ts'

/** Waits for a host that is found in one state after the other, and stays in the last. */
function wait(states: readonly HostState[], reached: HostState, whyEnded = async () => ''): Promise<void> {
  const { ctx } = aWorld({ 'host-timeout': '30s' })
  const left = [...states]
  const state = async (): Promise<HostState> => (left.length > 1 ? left.shift() : left[0]) ?? 'pending'
  return waitForState({ ...ctx, hosts: { ...ctx.hosts, state, whyEnded } }, 'i-1', { reached: (one) => one === reached, what: 'to come' })
}

test.each<[readonly HostState[], HostState]>([
  [['pending', 'running'], 'running'],
  [['shutting-down', 'terminated'], 'terminated'],
])('a host that passes %j is awaited until it is %s', async (states, reached) => {
  await expect(wait(states, reached)).resolves.toBeUndefined()
})

test.each<[readonly HostState[]]>([[['pending', 'shutting-down']], [['pending', 'terminated']]])(
  'a host that somebody terminates meanwhile (%j) is not waited for any longer',
  async (states) => {
    await expect(wait(states, 'running')).rejects.toMatchObject({
      code: 'host-terminated',
      hint: expect.stringContaining('launch a new one'),
    })
  },
)

test('waiting for a host ends after host-timeout', async () => {
  await expect(wait(['pending'], 'running')).rejects.toMatchObject({
    code: 'host-timeout',
    message: expect.stringContaining('pending after 30 s'),
  })
})

test.each<[readonly HostState[], string, string, string]>([
  [['pending', 'shutting-down'], 'Client.InternalError: Client error on launch', 'host-terminated', 'KMS key'],
  [
    ['pending', 'terminated'],
    'Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state',
    'host-terminated',
    'KMS key',
  ],
  [['pending', 'terminated'], 'Client.VolumeLimitExceeded: Volume limit exceeded', 'host-terminated', 'quota'],
  [['pending', 'terminated'], 'Server.SpotInstanceTermination: Instance terminated by user', 'host-terminated', 'capacity'],
  [['pending', 'terminated'], 'Server.Whatever: never heard of', 'host-terminated', 'EC2 console'],
  [['pending', 'stopped'], 'Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state', 'host-timeout', 'KMS key'],
])("a host that passes %j has EC2's reason in the message: %s", async (states, reason, code, hint) => {
  await expect(wait(states, 'running', async () => reason)).rejects.toMatchObject({
    ...{ code, message: expect.stringContaining(reason), hint: expect.stringContaining(hint) },
  })
})

test('that somebody stopped a host does not explain why it does not start', async () => {
  const stopped = wait(['stopped'], 'running', async () => 'Client.UserInitiatedShutdown: User initiated shutdown')
  await expect(stopped).rejects.toMatchObject({ code: 'host-timeout', message: expect.not.stringContaining('UserInitiated') })
})

test('a host is reported even if EC2 does not say why it ended', async () => {
  const ended = wait(['terminated'], 'running', () => Promise.reject(new Error('throttled')))
  await expect(ended).rejects.toMatchObject({ code: 'host-terminated' })
})
