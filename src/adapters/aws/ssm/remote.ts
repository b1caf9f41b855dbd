import { CancelCommandCommand, paginateDescribeInstanceInformation, SendCommandCommand } from '@aws-sdk/client-ssm'
import type { InstanceInformation, SendCommandCommandInput, SSMClient } from '@aws-sdk/client-ssm'
import type { Agent } from '../../../domain/host/agent-diagnosis.ts'
import { hostNames } from '../../../domain/host/host-names.ts'
import { waves } from '../../../domain/rollout/waves.ts'
import { Cancelled, DeployError } from '../../../errors.ts'
import type { Remote, RemoteAnswer } from '../../../ports/hosts/remote.ts'
import { aws, isNamed, pages, unlessMissing } from '../errors.ts'
import { bringProgram, carryOut, sendingAgain } from './program-delivery.ts'
import type { Send, Sending } from './program-delivery.ts'
import { follow } from './follow.ts'
import type { SsmRemoteSpec } from './remote-spec.ts'

/** Digits of the program's hash in its name. */
const NAMED = 12
/** Seconds within which the agent must fetch the command. */
const DELIVERY = 120
/** Seconds after both time limits by which SSM must have ended the command. */
const SLACK = 60

export function ssmRemote(spec: SsmRemoteSpec): Remote {
  return {
    agents: (hostIds) => agents(spec.client, hostIds),
    run: (command, signal) => carryOut(spec.program, sendBy(spec, signal), command),
    program: async () => spec.program.sha256.slice(0, NAMED),
    bring: (hostIds, signal) => bringProgram(spec.program, sendBy(spec, signal), hostIds),
  }
}

function sendBy(spec: SsmRemoteSpec, signal: AbortSignal): Send {
  return sendingAgain((lines, command) => runLines(spec, { lines, command, signal }), spec)
}

interface Ordered {
  readonly lines: readonly string[]
  readonly command: Sending
  readonly signal: AbortSignal
}

async function runLines(spec: SsmRemoteSpec, { lines, command, signal }: Ordered): Promise<readonly RemoteAnswer[]> {
  if (signal.aborted) throw new Cancelled()
  const sent = { id: command.id, hostIds: command.hostIds, sentAt: spec.clock.now() }
  spec.saveCommand(sent)
  const commandId = await send(spec.client, command, lines)
  spec.saveCommand({ ...sent, commandId })
  try {
    return await untilLimit(command.quiet ? { ...spec, onWait: () => undefined } : spec, { commandId, command, signal })
  } catch (error) {
    if (!signal.aborted) throw error
    await cancelCommand(spec.client, commandId, command.hostIds)
    throw new Cancelled()
  }
}

async function agents(client: SSMClient, hostIds: readonly string[]): Promise<readonly Agent[]> {
  const request = { Filters: [{ Key: 'InstanceIds', Values: [...hostIds] }] }
  const all = paginateDescribeInstanceInformation({ client }, request)
  const found = await pages('ssm:DescribeInstanceInformation', all, (page) => page.InstanceInformationList)
  return hostIds.map((id) => agentOf(found.find(({ InstanceId }) => InstanceId === id)))
}

function agentOf(seen: InstanceInformation | undefined): Agent {
  if (!seen) return { kind: 'unknown' }
  return seen.PingStatus === 'Online' ? { kind: 'online' } : { kind: 'offline', lastSeen: seen.LastPingDateTime }
}

async function send(client: SSMClient, command: Sending, lines: readonly string[]): Promise<string> {
  const request = new SendCommandCommand({
    DocumentName: 'AWS-RunShellScript',
    InstanceIds: [...command.hostIds],
    Comment: commentOf(command),
    TimeoutSeconds: delivery(command),
    Parameters: { commands: [...lines], executionTimeout: [String(Math.ceil(command.timeout))] },
    ...rates(command),
  })
  try {
    const { Command } = await aws('ssm:SendCommand', client.send(request))
    return Command?.CommandId ?? ''
  } catch (cause) {
    if (isNamed(cause, 'InvalidInstanceId')) throw offline(command.hostIds, cause)
    throw cause
  }
}

/** SSM's limit is 100 characters. */
function commentOf({ comment, id }: Sending): string {
  return `${comment.slice(0, 99 - id.length)} ${id}`
}

function rates({ hostIds, concurrency = '100%', continueOnError = false }: Sending): Partial<SendCommandCommandInput> {
  return hostIds.length === 1 ? {} : { MaxConcurrency: concurrency, MaxErrors: continueOnError ? '100%' : '0' }
}

/** The delivery timeout starts with the sending, also for the hosts of the last wave, so it includes the run time of the waves before it. */
function delivery({ hostIds, concurrency, timeout }: Sending): number {
  return DELIVERY + (waves(hostIds.length, concurrency) - 1) * Math.ceil(timeout)
}

function offline(hostIds: readonly string[], cause: Error): DeployError {
  const named = hostIds.filter((id) => cause.message.includes(id))
  return new DeployError('agent-offline', `SSM has no agent online on ${hostNames(named.length > 0 ? named : hostIds)}.`, {
    hint: 'Check that the instance runs, that its instance profile allows SSM (docs/iam/setup.yaml), and that it reaches the internet or the SSM endpoints.',
    cause,
  })
}

interface Sent {
  readonly commandId: string
  readonly command: Sending
  readonly signal: AbortSignal
}

/** SSM itself ends a command that takes too long. A command that SSM has lost is cancelled. */
async function untilLimit(spec: SsmRemoteSpec, { commandId, command, signal }: Sent): Promise<readonly RemoteAnswer[]> {
  const { hostIds } = command
  const limit = (delivery(command) + Math.ceil(command.timeout) + SLACK) * 1000
  const answers = await follow(spec, { commandId, hostIds, limit, signal })
  const ended = answers.every((answer) => answer !== undefined)
  if (!ended) await cancelCommand(spec.client, commandId, hostIds)
  return hostIds.map((hostId, at) => answers[at] ?? { hostId, commandId, status: 'timed-out', stdout: '', stderr: '', seconds: undefined })
}

/** Idempotent: cancelling a finished command does nothing. */
export async function cancelCommand(client: SSMClient, commandId: string, hostIds: readonly string[]): Promise<void> {
  const request = new CancelCommandCommand({ CommandId: commandId, InstanceIds: [...hostIds] })
  await unlessMissing('ssm:CancelCommand', client.send(request), 'InvalidCommandId', 'InvalidInstanceId')
}
