import { LIMIT } from '../domain/remote/command-size.ts'
import { commandBytes, orderLines, programLines } from '../domain/remote/host-command.ts'
import type { HostProgram } from '../domain/remote/host-command.ts'
import type { RemoteAnswer, RemoteCommand } from '../ports/remote.ts'

/** Sends the lines to the hosts of a command, as one SSM command, and follows it to its end. */
export type Send = (lines: readonly string[], command: RemoteCommand) => Promise<readonly RemoteAnswer[]>

/** Seconds that it may take to unpack the program. */
const UNPACKING = 120

/**
 * Has hosts carry out an order. The program comes along where there is room for it. An order that needs the room travels alone, as hosts keep the
 * program; where one says that it lacks it, it is brought to all of them, and the order is sent again. Those that have carried it out by then tell
 * what came of it: a host carries out an order once.
 */
export async function carryOut(program: HostProgram, send: Send, command: RemoteCommand): Promise<readonly RemoteAnswer[]> {
  const together = orderLines(program, command.order, 'with the program')
  if (commandBytes(together) <= LIMIT) return send(together, command)
  const lines = orderLines(program, command.order)
  const answers = await send(lines, command)
  if (!answers.some(lacksProgram)) return answers
  const refusals = await bring(program, send, command)
  const again = await send(lines, command)
  return again.map((answer) => (lacksProgram(answer) ? (refusals.find(({ hostId }) => hostId === answer.hostId) ?? answer) : answer))
}

/** Brings the program to the hosts of a command; gives what those answered that did not take it. */
async function bring(program: HostProgram, send: Send, { hostIds, order }: RemoteCommand): Promise<readonly RemoteAnswer[]> {
  const bringing = { hostIds, order, comment: 'docker-to-ec2: the host program', timeout: UNPACKING, regardless: true, quiet: true }
  const answers: RemoteAnswer[] = []
  for (const lines of programLines(program)) answers.push(...(await send(lines, bringing)))
  return answers.filter(({ status }) => status !== 'succeeded')
}

function lacksProgram({ stdout }: RemoteAnswer): boolean {
  return /^\{[^\n]*"cause": ?"program-missing"/.test(stdout)
}
