import { SendCommandCommand } from '@aws-sdk/client-ssm'
import { serviceKey, STATUS_DOCUMENT } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'
import { Cancelled, isNotAllowed } from '../../../errors.ts'
import type { StatusAnswers, StatusQuery } from '../../../ports/hosts/status-query.ts'
import { aws, isNamed } from '../errors.ts'
import { follow } from './follow.ts'
import type { FollowSpec } from './follow.ts'

/** Seconds, for delivery and for execution: SSM's minimum. */
const TIMEOUT = 30
const LIMIT_MS = 2 * TIMEOUT * 1000

/** Uses the SSM document of docs/iam/setup.yaml, if it exists and the role can send it. */
export function documentStatusQuery(spec: FollowSpec): StatusQuery {
  return {
    async ask(service, hostIds, signal) {
      const commandId = await sent(spec, service, hostIds)
      return typeof commandId === 'string' ? answers(spec, { commandId, hostIds, signal }) : commandId
    },
  }
}

/** The command's id, or why there is none. Only errors about this document or these hosts mean that the hosts cannot be asked. */
async function sent(
  { client }: FollowSpec,
  service: Service,
  hostIds: readonly string[],
): Promise<string | Extract<StatusAnswers, { kind: 'not-asked' }>> {
  const request = new SendCommandCommand({
    DocumentName: STATUS_DOCUMENT,
    InstanceIds: [...hostIds],
    Comment: `docker-to-ec2: status ${serviceKey(service)}`.slice(0, 100),
    TimeoutSeconds: TIMEOUT,
    Parameters: { service: [serviceKey(service)] },
    MaxErrors: '100%',
  })
  try {
    const { Command } = await aws('ssm:SendCommand', client.send(request))
    return Command?.CommandId ?? ''
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    return { kind: 'not-asked', reason }
  }
}

function reasonOf(error: unknown): string | undefined {
  if (isNotAllowed(error)) return `this run's role cannot send the SSM document ${STATUS_DOCUMENT}`
  if (isNamed(error, 'InvalidDocument')) return `there is no SSM document ${STATUS_DOCUMENT}; a stack of docs/iam/setup.yaml creates it`
  if (isNamed(error, 'InvalidInstanceId')) return 'SSM cannot reach its hosts'
  return undefined
}

interface Sent {
  readonly commandId: string
  readonly hostIds: readonly string[]
  readonly signal: AbortSignal
}

/** On an abort there is nothing to cancel: the command only reads, and ends by itself. */
async function answers(spec: FollowSpec, { commandId, hostIds, signal }: Sent): Promise<StatusAnswers> {
  const found = await follow(spec, { commandId, hostIds, limit: LIMIT_MS, signal }).catch((error: unknown) => {
    throw signal.aborted ? new Cancelled() : error
  })
  return { kind: 'asked', answers: hostIds.map((hostId, at) => ({ hostId, stdout: found[at]?.stdout ?? '' })) }
}
