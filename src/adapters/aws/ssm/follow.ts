import { GetCommandInvocationCommand, ListCommandInvocationsCommand } from '@aws-sdk/client-ssm'
import type { CommandInvocation, GetCommandInvocationCommandOutput, SSMClient } from '@aws-sdk/client-ssm'
import type { RemoteAnswer } from '../../../ports/hosts/remote.ts'
import { aws, isNamed, isUnavailable } from '../errors.ts'
import type { SsmRemoteSpec } from './remote-spec.ts'

interface Followed {
  readonly commandId: string
  readonly hostIds: readonly string[]
  /** Milliseconds after which it is given up. */
  readonly limit: number
  readonly signal: AbortSignal
}

/**
 * Follows a command to its end, and gives one answer a host; `undefined` for one that has none within the limit. The state of several hosts comes on
 * one page, and what they put out is fetched when all have ended; a single host is asked for both at once.
 */
export async function follow(spec: SsmRemoteSpec, followed: Followed): Promise<readonly (RemoteAnswer | undefined)[]> {
  const { client } = spec
  const start = spec.clock.now()
  const until = <T>(look: () => Promise<Look<T>>): Promise<T | undefined> => poll(spec, { start, limit: followed.limit, look })
  if (followed.hostIds.length > 1) await until(() => lookAtAll(client, followed))
  return Promise.all(followed.hostIds.map((hostId) => until(() => lookAt(client, followed, hostId))))
}

/** What a look found: the end, or a word for how far it is. */
type Look<T> = { readonly ended: T } | { readonly status: string }

interface Poll<T> {
  readonly start: number
  readonly limit: number
  readonly look: () => Promise<Look<T>>
}

async function poll<T>({ clock, onWait }: SsmRemoteSpec, { start, limit, look }: Poll<T>): Promise<T | undefined> {
  const since = clock.now()
  for (;;) {
    const found = await look()
    if ('ended' in found) return found.ended
    const elapsed = clock.now() - start
    if (elapsed > limit) return undefined
    onWait(found.status, elapsed)
    // An eighth of the time so far: a short command is seen to end at once, and a long one costs few requests.
    await clock.sleep(Math.min(2000, Math.max(250, (clock.now() - since) / 8)))
  }
}

// For some seconds after sending, SSM may not know the invocation yet.
async function lookAt(client: SSMClient, { commandId, signal }: Followed, hostId: string): Promise<Look<RemoteAnswer>> {
  const request = new GetCommandInvocationCommand({ CommandId: commandId, InstanceId: hostId })
  try {
    const seen = await aws('ssm:GetCommandInvocation', client.send(request, { abortSignal: signal }))
    const status = verdict(seen)
    return status ? { ended: answer({ hostId, commandId, status }, seen) } : { status: seen.Status ?? 'Pending' }
  } catch (error) {
    if (isNamed(error, 'InvocationDoesNotExist') || isUnavailable(error)) return { status: 'Pending' }
    throw error
  }
}

// For some seconds after sending, the list may be empty, or not complete.
async function lookAtAll(client: SSMClient, { commandId, hostIds, signal }: Followed): Promise<Look<true>> {
  const request = new ListCommandInvocationsCommand({ CommandId: commandId, MaxResults: hostIds.length })
  try {
    const { CommandInvocations } = await aws('ssm:ListCommandInvocations', client.send(request, { abortSignal: signal }))
    const ended = hostIds.filter((id) => hasEnded(CommandInvocations ?? [], id))
    return ended.length === hostIds.length ? { ended: true } : { status: `${ended.length} of ${hostIds.length} hosts` }
  } catch (error) {
    if (isUnavailable(error)) return { status: 'Pending' }
    throw error
  }
}

function hasEnded(seen: readonly CommandInvocation[], hostId: string): boolean {
  return seen.some((invocation) => invocation.InstanceId === hostId && verdict(invocation) !== undefined)
}

const UNDELIVERED = new Set(['deliverytimedout', 'undeliverable', 'invalidplatform', 'accessdenied'])

/** `undefined` while it runs. The details are free text, written with and without spaces: they only tell a lost command from a failed one. */
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

function answer(end: Pick<RemoteAnswer, 'hostId' | 'commandId' | 'status'>, seen: GetCommandInvocationCommandOutput): RemoteAnswer {
  return {
    ...end,
    stdout: seen.StandardOutputContent ?? '',
    stderr: seen.StandardErrorContent ?? '',
    seconds: secondsOf(seen.ExecutionElapsedTime),
  }
}

/** SSM writes `PT1M3.5S`. */
function secondsOf(duration: string | undefined): number | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration ?? '') ?? []
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return total > 0 ? total : undefined
}
