import { writeLine } from './adapters/github/log.ts'
import type { SentCommand } from './adapters/aws/ssm/remote-spec.ts'
import { stateOf } from './report/runner-file.ts'
import { systemClock } from './adapters/clock.ts'
import { clientOptions } from './connect/options.ts'
import type { Service } from './domain/service.ts'
import type { CleanupOrder } from './ports/post-cleanup.ts'

/** What `connect.ts` saved for this phase as soon as it was there. */
interface SavedCommand extends SentCommand {
  readonly region: string
}

interface SavedLease {
  readonly service: Service
  readonly owner: string
  readonly region: string
}

/** The `post` phase: ends what a run that was killed left behind. Does nothing after a run that came to its own end. */
export async function cleanUp(): Promise<void> {
  if (stateOf('finished') === 'true') return
  const failures: unknown[] = []
  // One that fails, as for a host that is out of reach, must not keep the next from being done.
  for (const end of [cancelCommand, carryOutCleanup, giveUpLease]) await end().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

async function cancelCommand(): Promise<void> {
  const command = saved<SavedCommand>('command')
  if (!command) return
  const { cancelSent } = await import('./connect/ssm.ts')
  const commandId = await cancelSent(clientOptions(command.region), systemClock(new AbortController().signal), command)
  if (commandId === undefined) return
  writeLine(
    `Cancelled the command ${commandId} on ${command.hostIds.join(', ')}, which the run was following; the next run heals what is left.`,
  )
}

async function giveUpLease(): Promise<void> {
  const lease = saved<SavedLease>('lease')
  if (!lease) return
  const { connectSsm } = await import('./connect/ssm.ts')
  await connectSsm(clientOptions(lease.region)).lease.release(lease.service, lease.owner)
  writeLine('Gave up the lease of the run.')
}

/** Seconds for what a run left to be done. */
const WILL_TIMEOUT = 120

async function carryOutCleanup(): Promise<void> {
  const left = saved<CleanupOrder & { readonly region: string }>('will')
  if (!left) return
  const { region, ...will } = left
  const [{ connectSsm }, { hostProgram }] = await Promise.all([import('./connect/ssm.ts'), import('./adapters/aws/ssm/host-program.ts')])
  const { signal } = new AbortController()
  const spec = { clock: systemClock(signal), program: hostProgram, saveCommand: () => undefined, onWait: () => undefined }
  await connectSsm(clientOptions(region))
    .remote(spec)
    .run({ ...will, timeout: WILL_TIMEOUT, continueOnError: true }, signal)
  writeLine(`Did what the run had left to be done: ${will.comment}`)
}

function saved<T>(name: string): T | undefined {
  const state = stateOf(name)
  return state === '' ? undefined : (JSON.parse(state) as T)
}
