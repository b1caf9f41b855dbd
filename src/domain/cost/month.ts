import type { Service } from '../service.ts'
import { displayName } from '../service.ts'
import { isOwn, isRunning } from '../host/host.ts'
import type { Host, HostSpec } from '../host/host.ts'
import { freeAddresses, needsLaunch, stayingHost } from '../host/host-plan.ts'
import type { HostPlan } from '../host/host-plan.ts'
import { runningShare, weekHours } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { cheaperChoice } from './cheaper.ts'
import type { CheaperChoice } from './cheaper.ts'
import { HOURS_A_MONTH } from './price-list.ts'
import type { PriceList } from './price-list.ts'

/** What AWS bills for one host. */
export interface BilledHost {
  readonly instanceType: string
  readonly running: boolean
  /** Its price changes, and is not more than that on demand. */
  readonly spot: boolean
  /** GiB of its root volume; `undefined` if EC2 does not report it. */
  readonly volumeGiB: number | undefined
  /** An Elastic IP costs while the host is stopped, too. */
  readonly address: 'elastic' | 'public' | 'none'
  /** The service that pays for it, if it is another one. */
  readonly paidBy: Service | undefined
}

export interface CostLine {
  readonly what: string
  readonly count: number
  /** US dollars for all of them, or why the price is not known. */
  readonly month: number | { readonly unknown: string }
}

/** Estimate for a month of a service's hosts, by resource. */
export interface MonthlyCost {
  readonly lines: readonly CostLine[]
  /** US dollars: the sum of the known prices. */
  readonly total: number
  /** What has no known price. */
  readonly unknown: readonly string[]
  /** Hosts of other services, which do not count. */
  readonly elsewhere: readonly string[]
  readonly cheaper: CheaperChoice | undefined
  readonly prices: Pick<PriceList, 'region' | 'date' | 'source'>
}

export interface Billing {
  readonly prices: PriceList
  /** Elastic IPs of the service that no host has. */
  readonly idleAddresses: number
  /** When the hosts run; `undefined`: always. */
  readonly schedule: Schedule | undefined
}

/** What the hosts cost in a month, by list prices, for the hours of the schedule. Hosts that another service pays for are only named. */
export function monthlyCost(hosts: readonly BilledHost[], { prices, idleAddresses, schedule }: Billing): MonthlyCost {
  const own = hosts.filter(({ paidBy }) => paidBy === undefined)
  const idle = Array.from({ length: idleAddresses }, () => addressLine('idle Elastic IP', prices))
  const lines = grouped([...own.flatMap((host) => linesOf(host, { prices, schedule })), ...idle])
  return {
    lines,
    total: lines.reduce((sum, { month }) => sum + (typeof month === 'number' ? month : 0), 0),
    unknown: lines.flatMap(({ month }) => (typeof month === 'number' ? [] : month.unknown)),
    elsewhere: [...new Set(hosts.flatMap(({ paidBy }) => (paidBy === undefined ? [] : displayName(paidBy))))],
    cheaper: own
      .map(({ instanceType }) => cheaperChoice(instanceType, prices, runningShare(schedule)))
      .find((choice) => choice !== undefined),
    prices: { region: prices.region, date: prices.date, source: prices.source },
  }
}

function linesOf(host: BilledHost, { prices, schedule }: Pick<Billing, 'prices' | 'schedule'>): readonly CostLine[] {
  const { instanceType, volumeGiB, address } = host
  const running = host.running || schedule !== undefined
  const billed = address === 'elastic' || (address === 'public' && running)
  return [
    running
      ? partOf(schedule, {
          what: host.spot ? `spot instance ${instanceType}, at most` : `instance ${instanceType}`,
          count: 1,
          month: instanceMonth(instanceType, prices),
        })
      : { what: `instance ${instanceType}, stopped`, count: 1, month: 0 },
    { what: volumeGiB === undefined ? 'root volume' : `gp3 volume of ${volumeGiB} GiB`, count: 1, month: volumeMonth(volumeGiB, prices) },
    ...(billed ? [partOf(address === 'elastic' ? undefined : schedule, addressLine('public IPv4 address', prices))] : []),
  ]
}

/** What costs only while the host runs. */
function partOf(schedule: Schedule | undefined, line: CostLine): CostLine {
  if (schedule === undefined) return line
  const { what, month } = line
  const hours = Number(weekHours(schedule).toFixed(1))
  return { ...line, what: `${what} for ${hours} hours a week`, month: typeof month === 'number' ? month * runningShare(schedule) : month }
}

/** US dollars a month. */
function instanceMonth(instanceType: string, { instances, region }: PriceList): CostLine['month'] {
  const hour = instances.get(instanceType)
  return hour === undefined ? { unknown: `no price is known for ${instanceType} in ${region}` } : hour * HOURS_A_MONTH
}

/** US dollars a month, for a gp3 volume without extra throughput. */
function volumeMonth(gib: number | undefined, { volumeGiB, region }: PriceList): CostLine['month'] {
  if (gib === undefined) return { unknown: 'EC2 does not report the size of a root volume' }
  return volumeGiB === undefined ? { unknown: `no price is known for a gp3 volume in ${region}` } : gib * volumeGiB
}

function addressLine(what: string, { address }: PriceList): CostLine {
  return { what, count: 1, month: address * HOURS_A_MONTH }
}

function grouped(lines: readonly CostLine[]): readonly CostLine[] {
  return [...Map.groupBy(lines, ({ what }) => what).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { what, month } = first
    return [{ what, count: same.length, month: typeof month === 'number' ? month * same.length : month }]
  })
}

/** The hosts after a deploy: the staying ones, and those to launch. */
export function plannedHosts(plans: readonly HostPlan[], spec: HostSpec): readonly BilledHost[] {
  return plans.map((plan) => {
    const host = stayingHost(plan)
    if (host !== undefined)
      return {
        ...billedHost(host, spec.service),
        running: true,
        ...(spec.elasticIp && isOwn(host, spec.service) ? { address: 'elastic' as const } : {}),
      }
    const { instanceType, volumeGiB, elasticIp } = spec
    return {
      instanceType,
      running: true,
      spot: spec.capacity === 'spot',
      volumeGiB,
      address: elasticIp ? 'elastic' : 'public',
      paidBy: undefined,
    }
  })
}

/** An existing host as it is, with the size of its volume. */
export function billedHost(host: Host, service: Service): BilledHost {
  const { instanceType, volumeGiB, publicIp, elasticIp, madeFor } = host
  return {
    instanceType,
    running: isRunning(host),
    spot: host.spot,
    volumeGiB,
    address: elasticIp ? 'elastic' : publicIp === undefined ? 'none' : 'public',
    paidBy: madeFor === undefined || isOwn(host, service) ? undefined : madeFor,
  }
}

/** How many of the service's Elastic IPs no host has after a deploy: hosts without one take them first. */
export function idleAfter(addresses: readonly string[], plans: readonly HostPlan[], spec: HostSpec): number {
  const free = freeAddresses(addresses, plans).length
  if (!spec.elasticIp) return plans.some(({ kind }) => kind === 'replace') ? 0 : free
  return Math.max(0, free - plans.filter((plan) => takesAddress(plan, spec)).length)
}

/** A host that the action did not launch for the service keeps the address that it has. */
function takesAddress(plan: HostPlan, { service }: HostSpec): boolean {
  const host = stayingHost(plan)
  return host === undefined ? needsLaunch(plan) : isOwn(host, service) && !host.elasticIp
}
