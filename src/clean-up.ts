import { getState, info } from '@actions/core'
import { clientOptions } from './connect/options.ts'

interface SentCommand {
  readonly commandId: string
  readonly hostId: string
  readonly region: string
}

/** The `post` phase: ends what a run that was killed left behind. Does nothing after a run that came to its own end. */
export async function cleanUp(): Promise<void> {
  const state = getState('command')
  if (state === '' || getState('finished') === 'true') return
  const { commandId, hostId, region } = JSON.parse(state) as SentCommand
  const { cancelLeftover } = await import('./connect/ssm.ts')
  await cancelLeftover(clientOptions(region), commandId, hostId)
  info(
    `Cancelled the command ${commandId} on ${hostId}, which the run left behind. What served before serves on; the next run heals the rest.`,
  )
}
