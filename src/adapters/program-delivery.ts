import { commandLines } from '../domain/remote/host-command.ts'
import type { HostProgram } from '../domain/remote/host-command.ts'
import type { RemoteAnswer, RemoteCommand } from '../ports/remote.ts'

/** Sends the lines to the hosts of a command, as one SSM command, and follows it to its end. */
export type Send = (lines: readonly string[], command: RemoteCommand) => Promise<readonly RemoteAnswer[]>

/** Seconds that it may take to unpack the program. */
const UNPACKING = 120

/**
 * Has hosts carry out an order. They keep the program, so it only travels where one says that it lacks it: then to all of them, and the order is
 * sent again. Those that have carried it out by then tell what came of it: a host carries out an order once.
 */
export async function carryOut(program: HostProgram, send: Send, command: RemoteCommand): Promise<readonly RemoteAnswer[]> {
  const lines = commandLines(program, { order: command.order })
  const answers = await send(lines, command)
  if (!answers.some(lacksProgram)) return answers
  const brought = await send(commandLines(program, { program: program.packed }), bringing(command))
  const again = await send(lines, command)
  return again.map((answer) => (lacksProgram(answer) ? (brought.find(({ hostId }) => hostId === answer.hostId) ?? answer) : answer))
}

function bringing({ hostIds, order }: RemoteCommand): RemoteCommand {
  return { hostIds, order, comment: 'docker-to-ec2: the host program', timeout: UNPACKING, regardless: true, quiet: true }
}

function lacksProgram({ stdout }: RemoteAnswer): boolean {
  return /^\{[^\n]*"cause": ?"program-missing"/.test(stdout)
}
