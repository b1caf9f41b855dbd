import { randomUUID } from 'node:crypto'
import { orderLines, programLines } from '../../../domain/order/host-command.ts'
import type { HostProgram } from '../../../domain/order/host-command.ts'
import { DeployError } from '../../../errors.ts'
import type { RemoteAnswer, RemoteCommand } from '../../../ports/hosts/remote.ts'
import type { SsmRemoteSpec } from './remote-spec.ts'

/** The properties of a command other than its lines. */
export interface Sending extends Omit<RemoteCommand, 'order'> {
  /** Finds the command again among those of its hosts: the order's id, if there is an order. `[A-Za-z0-9-]` */
  readonly id: string
}

/** Sends the lines to the hosts of a command, as one SSM command, and follows it to its end. */
export type Send = (lines: readonly string[], sending: Sending) => Promise<readonly RemoteAnswer[]>

/** Milliseconds before a command goes again to hosts whose agent failed; one for each time. An agent may just be starting again. */
const PAUSES = [2000, 8000]

/** Seconds for unpacking the program. */
const UNPACKING = 120
/** How often the program is brought: the removal of a host's last service can take it away again. */
const TRIES = 3

/**
 * Brings the program to hosts, part by part. A host that has it, or refuses it, gets no further part. Begins again on a host that has lost a part.
 * Returns the last answer of each host, in the order of `hostIds`.
 */
export async function bringProgram(program: HostProgram, send: Send, hostIds: readonly string[]): Promise<readonly RemoteAnswer[]> {
  const answers = new Map<string, RemoteAnswer>()
  let lacking = hostIds
  for (let tries = 0; tries < TRIES && lacking.length > 0; tries += 1) {
    for (const answer of await bringParts(program, send, lacking)) answers.set(answer.hostId, answer)
    lacking = hostIds.filter((id) => lacksProgram(answers.get(id)))
  }
  return hostIds.flatMap((id) => answers.get(id) ?? [])
}

async function bringParts(program: HostProgram, send: Send, hostIds: readonly string[]): Promise<readonly RemoteAnswer[]> {
  const answers = new Map<string, RemoteAnswer>()
  for (const lines of programLines(program)) {
    const waiting = hostIds.filter((id) => wantsMore(answers.get(id)))
    if (waiting.length === 0) break
    const bringing = {
      id: randomUUID(),
      hostIds: waiting,
      comment: 'docker-to-ec2: the host program',
      timeout: UNPACKING,
      continueOnError: true,
      quiet: true,
    }
    for (const answer of await send(lines, bringing)) answers.set(answer.hostId, answer)
  }
  return [...answers.values()]
}

/**
 * Makes hosts carry out an order. It travels without the program, because hosts keep that. If a host lacks it, all of them get the program,
 * followed by the order again. A host that has carried out the order already only repeats its result: each host carries out an order once.
 */
export async function carryOut(program: HostProgram, send: Send, command: RemoteCommand): Promise<readonly RemoteAnswer[]> {
  const { order, ...rest } = command
  const sending = { ...rest, id: order.id }
  const lines = orderLines(program, order)
  let answers = await send(lines, sending)
  for (let tries = 0; tries < TRIES && answers.some(lacksProgram); tries += 1) {
    const brought = await bringProgram(program, send, command.hostIds)
    const again = await send(lines, sending)
    const refused = again.map((answer, at) => (lacksProgram(answer) ? refusal(brought[at]) : undefined))
    answers = again.map((answer, at) => refused[at] ?? answer)
  }
  return answers
}

/**
 * Sends like `send`, and again to hosts whose agent failed while it carried out the command: each command of this action can be repeated, and a
 * repeated order waits for the first one, and returns its result. Any other failure is the command's own, or has used up the delivery's time.
 */
export function sendingAgain(send: Send, { clock, onAgentFailed }: Pick<SsmRemoteSpec, 'clock' | 'onAgentFailed'>): Send {
  return async (lines, sending) => {
    let answers = await send(lines, sending)
    for (const pause of PAUSES) {
      const hostIds = withoutAnswer(answers, sending)
      if (hostIds.length === 0) break
      onAgentFailed(answers.filter(lostByAgent).map(({ hostId }) => hostId))
      await clock.sleep(pause)
      const repeated = await send(lines, { ...sending, hostIds }).catch(noneIfOffline)
      const again = new Map(repeated.map((answer) => [answer.hostId, answer]))
      answers = answers.map((answer) => again.get(answer.hostId) ?? answer)
    }
    return answers
  }
}

/** An agent that failed can be offline for SSM until it is there again. The answers of the other hosts must not be lost for that. */
function noneIfOffline(error: unknown): readonly RemoteAnswer[] {
  if (error instanceof DeployError && error.code === 'agent-offline') return []
  throw error
}

/** The hosts whose agent failed, and those that SSM left out because of them; none if another host's failure stops the command anyway. */
function withoutAnswer(answers: readonly RemoteAnswer[], { continueOnError = false }: Sending): readonly string[] {
  const rest = answers.filter(({ status }) => status !== 'succeeded')
  const open = rest.filter((answer) => lostByAgent(answer) || answer.status === 'not-started')
  const goesOn = open.some(lostByAgent) && (continueOnError || open.length === rest.length)
  return goesOn ? open.map(({ hostId }) => hostId) : []
}

function lostByAgent({ status }: RemoteAnswer): boolean {
  return status === 'agent-failed'
}

function refusal(answer: RemoteAnswer | undefined): RemoteAnswer | undefined {
  return answer?.status === 'succeeded' ? undefined : answer
}

function lacksProgram(answer: RemoteAnswer | undefined): boolean {
  return answer !== undefined && /^\{[^\n]*"cause": ?"program-missing"/.test(answer.stdout)
}

function wantsMore(last: RemoteAnswer | undefined): boolean {
  return last === undefined || (last.status === 'succeeded' && /^\{"outcome": ?"kept"/.test(last.stdout))
}
