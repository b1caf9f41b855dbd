import { expect, test } from '@jest/globals'
import type { HostState } from '../../../src/domain/host/host.ts'
import { waitForState } from '../../../src/steps/hosts/wait-for-state.ts'
import { aWorld } from '../../fakes/world.ts'

/** Waits for a host that is found in one state after the other, and stays in the last. */
function wait(states: readonly HostState[], reached: HostState): Promise<void> {
  const { ctx } = aWorld({ 'host-timeout': '30s' })
  const left = [...states]
  const state = async (): Promise<HostState> => (left.length > 1 ? left.shift() : left[0]) ?? 'pending'
  return waitForState({ ...ctx, hosts: { ...ctx.hosts, state } }, 'i-1', { reached: (one) => one === reached, what: 'to come' })
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
