import { GetCommandInvocationCommand } from '@aws-sdk/client-ssm'
import type { GetCommandInvocationCommandOutput, SSMClient } from '@aws-sdk/client-ssm'
import type { RemoteAnswer } from '../../../ports/hosts/remote.ts'
import type { Moment } from '../../../ports/clock.ts'
import { pollUntil } from '../../../ports/poll-until.ts'
import type { Look } from '../../../ports/poll-until.ts'
import { aws, isNamed, isUnavailable } from '../errors.ts'
import type { SsmRemoteSpec } from './remote-spec.ts'

export type FollowSpec = Pick<SsmRemoteSpec, 'client' | 'clock' | 'onWait'>

interface Followed {
  readonly commandId: string
  readonly hostIds: readonly string[]
  /** Time limit in milliseconds. */
  readonly limit: number
  readonly signal: AbortSignal
}

/**
 * Follows a command to its end. Returns one answer a host; `undefined` for a host without one within the limit. It asks one host after the other, as
 * nobody needs the next answer before the first. It does not list all answers (`ssm:ListCommandInvocations`): that right would also show
 * the output of every other service's commands.
 */
export async function follow(spec: FollowSpec, followed: Followed): Promise<readonly (RemoteAnswer | undefined)[]> {
  const { limit, hostIds } = followed
  const started = { start: spec.clock.now(), began: spec.clock.elapsed(), limit }
  const answers: (RemoteAnswer | undefined)[] = []
  for (const hostId of hostIds) {
    const progress = hostIds.length > 1 ? `${answers.length} of ${hostIds.length} hosts` : undefined
    answers.push(await pollFrom(spec, { ...started, look: () => lookAt(spec.client, { ...followed, hostId, progress }) }))
  }
  return answers
}

interface Followee extends Followed {
  readonly hostId: string
  /** How many hosts are done; only with several hosts. */
  readonly progress: string | undefined
}

interface Started<T> {
  /** When the command was sent. */
  readonly start: Moment
  /** The same by `Clock.elapsed`. */
  readonly began: number
  /** Milliseconds since then. */
  readonly limit: number
  readonly look: () => Promise<Look<T>>
}

function pollFrom<T>({ clock, onWait }: FollowSpec, { start, began, limit, look }: Started<T>): Promise<T | undefined> {
  return pollUntil<T | undefined>({
    clock,
    look,
    limit: limit - (clock.elapsed() - began),
    every: pause,
    onWait: (status) => onWait(status, start),
    onLimit: () => undefined,
  })
}

/** An eighth of the elapsed time: the end of a short command shows at once, and a long command costs few requests. */
function pause(passed: number): number {
  return Math.min(2000, Math.max(100, passed / 8))
}

// For some seconds after sending, SSM may not know the invocation yet.
async function lookAt(client: SSMClient, { commandId, hostId, progress, signal }: Followee): Promise<Look<RemoteAnswer>> {
  const request = new GetCommandInvocationCommand({ CommandId: commandId, InstanceId: hostId })
  try {
    const seen = await aws('ssm:GetCommandInvocation', client.send(request, { abortSignal: signal }))
    const status = hasAgentFailed(seen) ? 'agent-failed' : verdict(seen)
    return status ? { ended: answer({ hostId, commandId, status }, seen) } : { waiting: progress ?? seen.Status ?? 'Pending' }
  } catch (error) {
    if (isNamed(error, 'InvocationDoesNotExist') || isUnavailable(error)) return { waiting: progress ?? 'Pending' }
    throw error
  }
}

const UNDELIVERED = new Set(['deliverytimedout', 'undeliverable', 'invalidplatform', 'accessdenied'])

/** `undefined` while it runs. The details are free text, with and without spaces; they only distinguish a lost command from a failed one. */
export function verdict(seen: {
  readonly Status?: string | undefined
  readonly StatusDetails?: string | undefined
}): RemoteAnswer['status'] | undefined {
  const details = seen.StatusDetails?.replaceAll(/\W/g, '').toLowerCase() ?? ''
  const lost = UNDELIVERED.has(details)
  switch (seen.Status) {
    case 'Success':
      return 'succeeded'
    case 'Failed':
      return lost ? 'undelivered' : 'failed'
    case 'TimedOut':
      return lost ? 'undelivered' : 'timed-out'
    case 'Cancelled':
      return details === 'terminated' ? 'not-started' : 'cancelled'
    default:
      return undefined
  }
}

/**
 * What the agent answers in place of a command's output when its own worker process ended, or no longer replies: such as after a restart of the
 * agent, or on a full disk. The command may not have begun, may have ended, or may still run.
 * https://github.com/aws/amazon-ssm-agent/issues/234
 */
const AGENT_FAILED = /^document process failed unexpectedly:/

function hasAgentFailed({ Status, StandardOutputContent = '', StandardErrorContent = '' }: GetCommandInvocationCommandOutput): boolean {
  return Status === 'Failed' && [StandardOutputContent, StandardErrorContent].some((text) => AGENT_FAILED.test(text))
}

function answer(end: Pick<RemoteAnswer, 'hostId' | 'commandId' | 'status'>, seen: GetCommandInvocationCommandOutput): RemoteAnswer {
  return {
    ...end,
    stdout: seen.StandardOutputContent ?? '',
    stderr: seen.StandardErrorContent ?? '',
    seconds: secondsOf(seen.ExecutionElapsedTime),
  }
}

/** SSM's format is `PT1M3.5S`. */
function secondsOf(duration: string | undefined): number | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration ?? '') ?? []
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return total > 0 ? total : undefined
}
