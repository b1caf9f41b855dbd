import type { DeployOrder } from '../../src/domain/order/deploy-order.ts'
import type { RemoteCommand } from '../../src/ports/hosts/remote.ts'

/** A field of the order that was sent. */
export function field(command: RemoteCommand | undefined, name: string): unknown {
  return (command?.order as Readonly<Record<string, unknown>> | undefined)?.[name]
}

/** The release that a deploy brings along. */
export function documentIn(command: RemoteCommand | undefined): DeployOrder['release'] {
  if (command?.order.verb !== 'deploy') throw new Error('That is no deploy.')
  return (command.order as DeployOrder).release
}

/** The name of the release that an order is for. */
export function releaseIn(command: RemoteCommand | undefined): string {
  return command?.order.verb === 'deploy' ? documentIn(command).name : String(field(command, 'release'))
}
