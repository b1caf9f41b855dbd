import { deploy } from '../../../src/commands/deploy.ts'
import { destroy } from '../../../src/commands/destroy.ts'
import { restart } from '../../../src/commands/restart.ts'
import { rollback } from '../../../src/commands/rollback.ts'
import { isNamed } from '../../../src/adapters/aws/errors.ts'
import { parameterLease, parameterQueue } from '../../../src/adapters/aws/ssm/lease.ts'
import { parameterRecords } from '../../../src/adapters/aws/ssm/records.ts'
import type { Context } from '../../../src/context.ts'
import type { Lease } from '../../../src/domain/lease/lease.ts'
import type { Comparison } from '../../../src/domain/commits.ts'
import { Cancelled, DeployError } from '../../../src/errors.ts'
import { momentOf } from '../../../src/ports/clock.ts'
import type { RemoteCommand } from '../../../src/ports/hosts/remote.ts'
import type { Permit } from '../../../src/ports/permit.ts'
import { leasePermit } from '../../../src/steps/lease/permit.ts'
import { aHost } from '../samples.ts'
import { aWorld } from '../world.ts'
import { modelSsm, request } from './model-aws.ts'
import type { Wire } from './model-aws.ts'
import { aModelHost, carryOut } from './model-host.ts'
import { standingTexts, wouldStand } from '../parameter-store.ts'
import { turn } from './universe.ts'
import type { Process, Universe } from './universe.ts'

export const LEASE = '/docker-to-ec2/web/production/lease'

export const COMMANDS = { deploy, rollback, restart, destroy } as const

/** A run, and the parts of the design that it lacks: a model that accepts those is worthless. */
export interface RunPlan {
  readonly id: number
  readonly command: keyof typeof COMMANDS
  /** Which of the universe's commits. */
  readonly commit: number
  /** Error of its machine's clock, in milliseconds. */
  readonly skew: number
  readonly punctual: boolean
}

export interface Variant {
  /** Hosts refuse orders of an earlier holder of the lease. */
  readonly fencing: boolean
  readonly permit: (permit: Permit) => Permit
  readonly vary: (ctx: Context, run: Run) => Context
}

export interface Run {
  readonly plan: RunPlan
  readonly process: Process
  readonly universe: Universe
  readonly url: string
  outcome: string
}

export function aRun(universe: Universe, plan: RunPlan): Run {
  const process = { name: `${plan.id} ${plan.command}`, killed: false, left: false, thawed: Promise.resolve(), ambush: undefined }
  return { plan, process, universe, url: `https://github.com/acme/web/actions/runs/${plan.id}`, outcome: '' }
}

/** All runs and their permits, to detect two that continue at once. */
export type Permits = Map<Run, Permit>

/** The run from its start to its end; `outcome` is that of its report, or its error. */
export async function carryOutRun(run: Run, permits: Permits, variant: Variant): Promise<void> {
  const ctx = variant.vary(contextOf(run, permits, variant), run)
  permits.set(run, ctx.permit)
  try {
    run.outcome = (await COMMANDS[run.plan.command](ctx)).outcome
  } catch (error) {
    if (!(error instanceof DeployError || isNamed(error, 'ThrottlingException'))) throw error
    run.outcome = error instanceof DeployError ? `${error.code}: ${error.message}` : error.name
  }
}

function contextOf(run: Run, permits: Permits, { fencing, permit }: Variant): Context {
  const { universe, plan, process } = run
  const { command, commit, id } = plan
  const inputs = { command, 'lock-timeout': '30m', ...(command === 'deploy' ? {} : { port: '' }) }
  const { ctx } = aWorld(inputs, { GITHUB_SHA: universe.commits[commit] ?? '', GITHUB_RUN_ID: String(id) })
  const clock = clockOf(run)
  const wire = { universe, process, permit: permit(leasePermit(clock)), punctual: plan.punctual }
  const client = modelSsm(wire, (name, text) => name.endsWith('/lease') && expectAlone(run, permits, text))
  // There is no other service.
  const records = { ...parameterRecords(client), list: async () => ({ records: [], unreadable: [] }) }
  const own = { clock, permit: wire.permit, lease: parameterLease(client), queue: parameterQueue(client), records }
  let ids = 0
  const more = {
    newId: () => `${id}-${(ids += 1)}`,
    commits: {
      compare: async (base: string, head: string) => compared(universe, base, head),
      since: async () => undefined,
      tags: async () => [],
    },
  }
  return { ...ctx, ...own, ...more, ...machines(ctx, wire, run, fencing), source: { ...ctx.source, records } }
}

/** A claim while another run believes that it holds the lease: two would change the service at once. */
function expectAlone(run: Run, permits: Permits, text: string): void {
  const { beat, free, runUrl } = JSON.parse(text) as Lease
  if (beat !== 0 || free || !wouldStand(run.universe.parameters, LEASE, text)) return
  run.universe.claims.push(runUrl)
  for (const [other, permit] of permits) {
    const goesOn =
      other !== run && other.outcome === '' && !other.process.killed && !other.process.left && permit.holds() && permit.lost() === undefined
    if (goesOn) run.universe.breaches.push(`${run.process.name} got the lease of ${other.process.name}, which went on`)
  }
}

function clockOf(run: Run): Context['clock'] {
  const { universe, plan, process } = run
  return {
    now: () => momentOf(Date.UTC(2026, 0, 1) + universe.time() + plan.skew),
    elapsed: () => universe.time() + plan.id * 1000,
    async sleep(ms) {
      if (run.outcome !== '') throw new Cancelled()
      const until = universe.time() + ms
      await turn(universe, process, `sleep ${ms}`)
      universe.passTo(until)
    },
  }
}

function compared({ commits }: Universe, base: string, head: string): Comparison {
  const by = commits.indexOf(head) - commits.indexOf(base)
  return { relation: by === 0 ? 'identical' : by > 0 ? 'ahead' : 'behind', commits: [] }
}

/** Hosts that AWS launches and terminates, and that carry out orders. */
function machines(ctx: Context, wire: Wire, run: Run, fencing: boolean): Pick<Context, 'hosts' | 'networks' | 'remote'> {
  const { universe } = run
  const found = () => universe.hosts.map(({ id }) => aHost({ id }))
  const ordered = ({ hostIds, order, comment }: RemoteCommand) =>
    request(wire, comment, () => hostIds.map((id) => answerOf(universe, { id, order, fencing })))
  return {
    networks: { ...ctx.networks, ensureAddress: async () => '203.0.113.9' },
    remote: { ...ctx.remote, run: ordered },
    hosts: {
      ...ctx.hosts,
      find: () => request(wire, 'find hosts', found),
      get: async (id) => found().find((host) => host.id === id),
      state: async (id) => (universe.hosts.some((host) => host.id === id) ? 'running' : 'terminated'),
      terminate: ({ id }) => request(wire, `terminate ${id}`, () => terminated(run, id)),
      launch: () => launch(wire, run),
    },
  }
}

function answerOf(universe: Universe, { id, order, fencing }: { id: string; order: RemoteCommand['order']; fencing: boolean }) {
  const host = universe.hosts.find((one) => one.id === id)
  const answer = host === undefined ? undefined : carryOut(host, order, fencing)
  const stdout = answer === undefined ? '' : `${JSON.stringify(answer)}\n`
  return { hostId: id, status: answer === undefined ? 'undelivered' : 'succeeded', stdout, stderr: '', commandId: 'c', seconds: 1 } as const
}

/** AWS does not ask who owns a host. */
function terminated({ universe, process, plan }: Run, id: string): void {
  const at = universe.hosts.findIndex((host) => host.id === id)
  if (at < 0) return
  const holder = standingTexts(universe.parameters, LEASE)
    .map((text) => JSON.parse(text) as Lease)
    .at(-1)
  if (holder?.owner.startsWith(`${plan.id}/`) !== true) universe.breaches.push(`${process.name} ended the host ${id} of ${holder?.owner}`)
  universe.hosts.splice(at, 1)
}

/** Repeating it is the same launch: the adapter sends AWS a token for it. */
function launch(wire: Wire, { universe }: Run): ReturnType<Context['hosts']['launch']> {
  const id = `i-${universe.time()}-${universe.hosts.length}`
  return request(wire, 'launch', () => {
    if (!universe.hosts.some((host) => host.id === id)) universe.hosts.push(aModelHost(id))
    return { kind: 'launched' as const, host: aHost({ id }) }
  })
}
