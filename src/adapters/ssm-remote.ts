import {
  CancelCommandCommand,
  DescribeInstanceInformationCommand,
  GetCommandInvocationCommand,
  SendCommandCommand,
} from '@aws-sdk/client-ssm'
import type { GetCommandInvocationCommandOutput, SSMClient } from '@aws-sdk/client-ssm'
import { Cancelled, DeployError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Agent, Remote, RemoteAnswer, RemoteCommand } from '../ports/remote.ts'
import { aws, isNamed, isUnavailable, unlessMissing } from './aws-errors.ts'
import { remoteScript } from './remote-script.ts'

export interface SsmRemoteSpec {
  readonly client: SSMClient
  readonly clock: Clock
  /** Text of the script that carries out a verb. */
  readonly scripts: (verb: RemoteCommand['verb']) => string
  /** Called as soon as a command is sent, so that another process can cancel it. */
  readonly saveCommand: (commandId: string, hostId: string) => void
  /** Called between two looks at a command that has not ended. */
  readonly onWait: (status: string, sinceMs: number) => void
}

/** Seconds within which the agent must fetch the command. */
const DELIVERY = 120
/** Seconds after both time limits in which SSM itself should have said so. */
const SLACK = 60

export function ssmRemote(spec: SsmRemoteSpec): Remote {
  return {
    agent: (hostId) => agent(spec.client, hostId),
    cancel: (commandId, hostId) => cancelCommand(spec.client, commandId, hostId),
    async run(command, signal) {
      if (signal.aborted) throw new Cancelled()
      const commandId = await send(spec, command)
      spec.saveCommand(commandId, command.hostId)
      try {
        return await follow(spec, { ...command, commandId }, signal)
      } catch (error) {
        if (!signal.aborted) throw error
        await cancelCommand(spec.client, commandId, command.hostId)
        throw new Cancelled()
      }
    },
  }
}

async function agent(client: SSMClient, hostId: string): Promise<Agent> {
  const filter = { Key: 'InstanceIds', Values: [hostId] }
  const found = await aws('ssm:DescribeInstanceInformation', client.send(new DescribeInstanceInformationCommand({ Filters: [filter] })))
  const seen = found.InstanceInformationList?.find(({ InstanceId }) => InstanceId === hostId)
  if (!seen) return { kind: 'unknown' }
  return seen.PingStatus === 'Online' ? { kind: 'online' } : { kind: 'offline', lastSeen: seen.LastPingDateTime }
}

async function send({ client, scripts }: SsmRemoteSpec, command: RemoteCommand): Promise<string> {
  const request = new SendCommandCommand({
    DocumentName: 'AWS-RunShellScript',
    InstanceIds: [command.hostId],
    Comment: command.comment.slice(0, 100),
    TimeoutSeconds: DELIVERY,
    Parameters: { commands: remoteScript(scripts(command.verb), command), executionTimeout: [String(Math.ceil(command.timeout))] },
  })
  try {
    const { Command } = await aws('ssm:SendCommand', client.send(request))
    return Command?.CommandId ?? ''
  } catch (cause) {
    if (isNamed(cause, 'InvalidInstanceId')) throw offline(command.hostId, cause)
    throw cause
  }
}

function offline(hostId: string, cause: Error): DeployError {
  return new DeployError('agent-offline', `SSM has no agent online on ${hostId}.`, {
    next: 'Check that the instance runs, that its instance profile allows SSM (docs/iam/setup.yaml), and that it reaches the internet or the SSM endpoints.',
    cause,
  })
}

type Sent = RemoteCommand & { readonly commandId: string }

async function follow({ client, clock, onWait }: SsmRemoteSpec, sent: Sent, signal: AbortSignal): Promise<RemoteAnswer> {
  const start = clock.now()
  const limit = (DELIVERY + Math.ceil(sent.timeout) + SLACK) * 1000
  for (;;) {
    const seen = await look(client, sent, signal)
    const status = seen && verdict(seen)
    if (status) return answer(status, sent, seen)
    const elapsed = clock.now() - start
    if (elapsed > limit) return await giveUp(client, sent)
    onWait(seen?.Status ?? 'Pending', elapsed)
    // An eighth of the time so far: a short command is seen to end at once, and a long one costs few requests.
    await clock.sleep(Math.min(2000, Math.max(250, elapsed / 8)))
  }
}

// For some seconds after sending, SSM may not know the invocation yet. The command runs on, whether or not SSM can be asked.
async function look(client: SSMClient, sent: Sent, signal: AbortSignal): Promise<GetCommandInvocationCommandOutput | undefined> {
  const request = new GetCommandInvocationCommand({ CommandId: sent.commandId, InstanceId: sent.hostId })
  try {
    return await aws('ssm:GetCommandInvocation', client.send(request, { abortSignal: signal }))
  } catch (error) {
    if (isNamed(error, 'InvocationDoesNotExist') || isUnavailable(error)) return undefined
    throw error
  }
}

const UNDELIVERED = new Set(['deliverytimedout', 'undeliverable', 'invalidplatform', 'accessdenied', 'terminated'])

/** `undefined` while it runs. The details are free text, written with and without spaces: they only tell a lost command from a failed one. */
export function verdict(seen: {
  readonly Status?: string | undefined
  readonly StatusDetails?: string | undefined
}): RemoteAnswer['status'] | undefined {
  const lost = UNDELIVERED.has(seen.StatusDetails?.replaceAll(/\W/g, '').toLowerCase() ?? '')
  switch (seen.Status) {
    case 'Success':
      return 'succeeded'
    case 'Failed':
      return lost ? 'undelivered' : 'failed'
    case 'TimedOut':
      return lost ? 'undelivered' : 'timed-out'
    case 'Cancelled':
      return lost ? 'undelivered' : 'cancelled'
    default:
      return undefined
  }
}

function answer(status: RemoteAnswer['status'], { commandId }: Sent, seen?: GetCommandInvocationCommandOutput): RemoteAnswer {
  return { status, commandId, stdout: seen?.StandardOutputContent ?? '', stderr: seen?.StandardErrorContent ?? '' }
}

async function giveUp(client: SSMClient, sent: Sent): Promise<RemoteAnswer> {
  await cancelCommand(client, sent.commandId, sent.hostId)
  return answer('timed-out', sent)
}

/** Idempotent: a command that has ended is left alone. */
export async function cancelCommand(client: SSMClient, commandId: string, hostId: string): Promise<void> {
  const request = new CancelCommandCommand({ CommandId: commandId, InstanceIds: [hostId] })
  await unlessMissing('ssm:CancelCommand', client.send(request), 'InvalidCommandId', 'InvalidInstanceId')
}
