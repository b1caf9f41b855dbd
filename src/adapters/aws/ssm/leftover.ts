import { paginateListCommandInvocations } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { isNotAllowed } from '../../../errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import { pages } from '../errors.ts'
import { verdict } from './follow.ts'
import { pollUntil } from '../../../ports/poll-until.ts'
import type { SentCommand } from '../../../ports/post-cleanup.ts'
import { cancelCommand } from './remote.ts'

/** Milliseconds within which SSM lists a command after it was sent. */
const LISTED = 5000
/** Milliseconds between two looks. */
const POLL = 500
/** Milliseconds by which the runner's clock may be ahead of AWS's. */
const SKEW = 300_000

/** Cancels the command of a killed run, and returns its id; `undefined` if it never reached SSM. */
export async function cancelLeftover(client: SSMClient, clock: Clock, sent: SentCommand): Promise<string | undefined> {
  const commandId = sent.commandId ?? (await found(client, clock, sent))
  if (commandId !== undefined) await cancelCommand(client, commandId, sent.hostIds)
  return commandId
}

function found(client: SSMClient, clock: Clock, sent: SentCommand): Promise<string | undefined> {
  return pollUntil<string | undefined>({
    clock,
    look: async () => {
      const commandId = await underWay(client, sent)
      return commandId === undefined ? { waiting: sent.id } : { ended: commandId }
    },
    limit: LISTED,
    every: POLL,
    onLimit: () => undefined,
  })
}

/**
 * A role of docs/iam/setup.yaml cannot list commands, because the list shows those of every other service. Then the command ends by itself, and the
 * host makes the next order wait for it. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CommandFilter.html
 */
async function underWay(client: SSMClient, { id, hostIds, sentAt }: SentCommand): Promise<string | undefined> {
  const since = new Date(sentAt - SKEW).toISOString().replace(/\.\d+Z$/, 'Z')
  const all = paginateListCommandInvocations({ client }, { InstanceId: hostIds[0], Filters: [{ key: 'InvokedAfter', value: since }] })
  const listed = await pages('ssm:ListCommandInvocations', all, (page) => page.CommandInvocations).catch(noneIfRefused)
  return listed.find((one) => one.Comment?.endsWith(id) && verdict(one) === undefined)?.CommandId
}

function noneIfRefused(error: unknown): never[] {
  if (isNotAllowed(error)) return []
  throw error
}
