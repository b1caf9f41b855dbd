import { writeLine } from './adapters/github/log/log.ts'
import { stateOf } from './report/runner-file.ts'
import { systemClock, timeLimit } from './adapters/clock.ts'
import { clientOptions } from './connect/aws/options.ts'
import type { ClientOptions } from './connect/aws/options.ts'
import { connectIdentity } from './connect/identity.ts'
import { leftoverOf, savedRole } from './connect/post-cleanup.ts'
import { releaseLease } from './steps/lease/with-lease.ts'
import { send } from './steps/orders/send.ts'
import { stepText } from './config/step/step.ts'
import type { Clock } from './ports/clock.ts'
import type { Leftovers } from './ports/post-cleanup.ts'

/** Cleans up one leftover, and returns what it did, in words; `undefined` if there was nothing to do. */
type Ends = { readonly [K in keyof Leftovers]: (leftover: Leftovers[K]) => Promise<string | undefined> }

/** In this order: running work first, the lease last. */
const ENDS: Ends = { command: cancelCommand, order: sendOrder, build: removeBuild, deployment: endDeployment, lease: giveUpLease }

/** The `post` phase: cleans up after a killed run. Does nothing after a run that ended normally. */
export async function cleanUp(): Promise<void> {
  if (stateOf('finished') === 'true') return
  const failures: unknown[] = []
  // A failed clean-up, such as for a host that is out of reach, must not prevent the next one.
  for (const kind of Object.keys(ENDS) as (keyof Leftovers)[]) await end(kind).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

async function end<K extends keyof Leftovers>(kind: K): Promise<void> {
  const leftover = leftoverOf(kind)
  const done = leftover === undefined ? undefined : await ENDS[kind](leftover)
  if (done !== undefined) writeLine(done)
}

async function cancelCommand({ region, ...sent }: Leftovers['command']): Promise<string | undefined> {
  const { cancelSent } = await import('./connect/aws/ssm.ts')
  const commandId = await cancelSent(optionsOf(region), untimed(), sent)
  if (commandId === undefined) return undefined
  return `Cancelled the command ${commandId} on ${sent.hostIds.join(', ')}, which the run was following. The next run cleans up.`
}

/** Time limit of an order in the `post` phase, in seconds. */
const ORDER_TIMEOUT = 120

async function sendOrder({ region, ...sent }: Leftovers['order']): Promise<string> {
  const [{ connectSsm }, { hostProgram }] = await Promise.all([
    import('./connect/aws/ssm.ts'),
    import('./adapters/aws/ssm/host-program.ts'),
  ])
  const { signal } = new AbortController()
  const spec = {
    clock: untimed(),
    program: hostProgram,
    saveCommand: () => undefined,
    onAgentFailed: () => undefined,
    onWait: () => undefined,
  }
  const remote = connectSsm(optionsOf(region)).remote(spec)
  await send({ remote, signal }, { ...sent, timeout: ORDER_TIMEOUT, continueOnError: true, read: () => undefined })
  return `Sent ${sent.hostIds.join(', ')} the order that the run had left: ${sent.order.verb} ${sent.order.service}`
}

async function removeBuild(build: Leftovers['build']): Promise<string> {
  const { endBuild } = await import('./adapters/docker/leftover-build.ts')
  await endBuild(build, process.env)
  return 'Ended the build, and removed its registry login and its images.'
}

/** How far the run came is unknown, so it does not count as failed. */
async function endDeployment({ id, runUrl, ...github }: Leftovers['deployment']): Promise<string> {
  const { githubDeployments } = await import('./adapters/github/deployments.ts')
  const deployments = githubDeployments({ ...github, limit: timeLimit, token: stepText(process.env, 'github-token') })
  await deployments.mark(id, { state: 'inactive', description: 'cancelled', logUrl: runUrl })
  return "Marked the run's deployment on GitHub as inactive."
}

async function giveUpLease({ region, service, owner }: Leftovers['lease']): Promise<string | undefined> {
  const { connectSsm } = await import('./connect/aws/ssm.ts')
  const freed = await releaseLease(connectSsm(optionsOf(region)).lease, service, owner)
  return freed ? 'Released the lease of the run.' : undefined
}

/** Assumes the run's role again: its credentials ended with its process. */
function optionsOf(region: string): ClientOptions {
  return clientOptions(region, connectIdentity(savedRole(), region, untimed()))
}

/** The `post` phase is never cancelled. */
function untimed(): Clock {
  return systemClock(new AbortController().signal)
}
