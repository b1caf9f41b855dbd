import type { Context } from '../../context.ts'
import type { RemoteAnswer, RemoteCommand } from '../../ports/hosts/remote.ts'

/** An order on its way to hosts. */
export interface Sending<T> extends Omit<RemoteCommand, 'comment'> {
  /** Its subject other than the service, for the SSM console: such as a release. */
  readonly subject?: string
  /** Reads a host's output; `undefined` if the program ended before it wrote a result. */
  readonly read: (stdout: string) => T | undefined
}

export interface Answered<T> extends RemoteAnswer {
  readonly result: T | undefined
}

/** Sends one order to hosts and follows it to its end. Returns one answer a host, in the order of `hostIds`. */
export async function send<T>(
  { remote, signal }: Pick<Context, 'remote' | 'signal'>,
  { subject = '', read, ...command }: Sending<T>,
): Promise<readonly Answered<T>[]> {
  const { verb, service } = command.order
  const comment = `docker-to-ec2: ${verb} ${service} ${subject}`.trimEnd()
  const answers = await remote.run({ ...command, comment }, signal)
  return answers.map((answer) => ({ ...answer, result: read(answer.stdout) }))
}
