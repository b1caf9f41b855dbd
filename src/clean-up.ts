import * as core from '@actions/core'

interface SentCommand {
  readonly commandId: string
  readonly hostId: string
  readonly region: string
}

/** The `post` phase: ends what a run that was killed left behind. Does nothing after a run that came to its own end. */
export async function cleanUp(): Promise<void> {
  const state = core.getState('command')
  if (state === '' || core.getState('finished') === 'true') return
  const { commandId, hostId, region } = JSON.parse(state) as SentCommand
  const { SSMClient } = await import('@aws-sdk/client-ssm')
  const { cancelCommand } = await import('./adapters/ssm-remote.ts')
  await cancelCommand(new SSMClient({ region, maxAttempts: 5 }), commandId, hostId)
  core.info(
    `Cancelled the command ${commandId} on ${hostId}, which the run left behind. What served before serves on; the next run heals the rest.`,
  )
}
