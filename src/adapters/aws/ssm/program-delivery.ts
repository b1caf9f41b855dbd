import { deliveryLines, orderLines } from '../../../domain/order/host-command.ts'
import type { HostProgram } from '../../../domain/order/host-command.ts'
import type { RemoteAnswer, RemoteCommand } from '../../../ports/hosts/remote.ts'

/** Sends the lines to the hosts of a command, as one SSM command, and follows it to its end. */
export type Send = (lines: readonly string[], command: RemoteCommand) => Promise<readonly RemoteAnswer[]>

/** Seconds that it may take to unpack the program. */
const UNPACKING = 120

/**
 * Has hosts carry out an order. It travels alone, as hosts keep the program; where one says that it lacks it, the program is brought to all of them,
 * and the order again with it. Those that have carried it out by then tell what came of it: a host carries out an order once.
 */
export async function carryOut(program: HostProgram, send: Send, command: RemoteCommand): Promise<readonly RemoteAnswer[]> {
  const { hostIds, order } = command
  const answers = await send(orderLines(program, order), command)
  if (!answers.some(lacksProgram)) return answers
  const { before, last } = deliveryLines(program, order)
  const bringing = { hostIds, order, comment: 'docker-to-ec2: the host program', timeout: UNPACKING, continueOnError: true, quiet: true }
  const brought: RemoteAnswer[] = []
  for (const lines of before) brought.push(...(await send(lines, bringing)))
  const refusals = brought.filter(({ status }) => status !== 'succeeded')
  const again = await send(last, command)
  return again.map((answer) => (lacksProgram(answer) ? (refusals.find(({ hostId }) => hostId === answer.hostId) ?? answer) : answer))
}

function lacksProgram({ stdout }: RemoteAnswer): boolean {
  return /^\{[^\n]*"cause": ?"program-missing"/.test(stdout)
}
