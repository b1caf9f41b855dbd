import type { CanaryHealth } from '../../src/domain/canary/judge.ts'
import type { DeployOrder } from '../../src/domain/order/deploy-order.ts'
import type { RemoteAnswer, RemoteCommand } from '../../src/ports/hosts/remote.ts'
import { field, releaseIn } from './orders.ts'
import { deployedAnswer } from './world.ts'
import type { World } from './world.ts'

/** How the two releases answer on a host. */
export interface Behaviour {
  /** Requests of both sides between two commands. */
  readonly traffic?: number
  /** Shares of 5xx. */
  readonly canaryErrors?: number
  readonly oldErrors?: number
  /** After so many observations. */
  readonly health?: (observations: number) => CanaryHealth
  /** The host ended the canary by itself, from this observation on. */
  readonly lostAt?: number
  /** The observation during which its program is killed. */
  readonly killedAt?: number
  /** What it says to a promotion. */
  readonly promotion?: object
  /** What it says to the deploy, each time it comes; otherwise it begins a canary. */
  readonly deploys?: readonly object[]
}

interface CanaryHost {
  share: number
  observations: number
  deploys: number
  readonly old: Sums
  readonly canary: Sums
}

interface Sums {
  total: number
  errors: number
}

/** Makes the hosts of a world do as the host program does, under traffic. */
export function canaryHosts(world: World, behaviours: Readonly<Record<string, Behaviour>>): void {
  const hosts = new Map<string, CanaryHost>()
  world.answer = (command, hostId) => {
    const host = hosts.get(hostId) ?? { share: 0, observations: 0, deploys: 0, old: none(), canary: none() }
    hosts.set(hostId, host)
    return reply(command, host, behaviours[hostId] ?? {})
  }
}

const none = (): Sums => ({ total: 0, errors: 0 })
const said = (result: object): Partial<RemoteAnswer> => ({ stdout: `${JSON.stringify(result)}\nthe log\n` })
const SERVES_ON = { looked: true, serving: 'sha256:old', servingRelease: 'old' }

function reply(command: RemoteCommand, host: CanaryHost, behaviour: Behaviour): Partial<RemoteAnswer> {
  if (command.order.verb === 'deploy') return begin(command, host, behaviour)
  if (command.order.verb === 'rollback') return said({ outcome: 'rolled-back', serving: 'sha256:old', servingRelease: releaseIn(command) })
  switch (field(command, 'action')) {
    case 'shift':
      host.share = Number(field(command, 'share'))
      return tell(host, 'healthy')
    case 'promote':
      return said(behaviour.promotion ?? { outcome: 'deployed', previous: 'old', ...PROMOTED })
    case 'abort':
      host.share = 0
      return said({
        outcome: 'failed',
        rolledBack: true,
        cause: field(command, 'cause'),
        detail: field(command, 'detail'),
        ...SERVES_ON,
      })
    default:
      return observed(host, behaviour)
  }
}

const PROMOTED = { serving: `sha256:${'d'.repeat(64)}`, servingRelease: 'new' }

function begin(command: RemoteCommand, host: CanaryHost, { deploys = [] }: Behaviour): Partial<RemoteAnswer> {
  const answer = deploys[host.deploys]
  host.deploys += 1
  if (answer) return said(answer)
  const { canary } = command.order as DeployOrder
  if (canary === null) return deployedAnswer(command)
  host.share = canary.share
  return tell(host, 'healthy')
}

function observed(host: CanaryHost, behaviour: Behaviour): Partial<RemoteAnswer> {
  const { traffic = 1000, canaryErrors = 0, oldErrors = 0, health = () => 'healthy', lostAt = Infinity, killedAt } = behaviour
  host.observations += 1
  if (host.observations === killedAt) return { status: 'failed', stdout: '' }
  if (host.observations >= lostAt) {
    return said({ outcome: 'failed', rolledBack: true, cause: 'canary-ended', detail: 'it lost contact with its run', ...SERVES_ON })
  }
  add(host.canary, (traffic * host.share) / 100, canaryErrors)
  add(host.old, (traffic * (100 - host.share)) / 100, oldErrors)
  return tell(host, health(host.observations))
}

function add(sums: Sums, requests: number, errors: number): void {
  sums.total += Math.round(requests)
  sums.errors += Math.round(requests * errors)
}

function tell({ old, canary }: CanaryHost, health: CanaryHealth): Partial<RemoteAnswer> {
  const side = ({ total, errors }: Sums) => ({ total, errors, micros: total * 20_000, buckets: [0, total] })
  const counters = { epoch: '1', bounds: [0.01, 0.025], live: side(old), canary: side(canary) }
  return said({ outcome: 'canary', ...SERVES_ON, canary: { health, counters } })
}
