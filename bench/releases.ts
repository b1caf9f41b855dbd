// The cost of a deploy on the local cloud: requests, and time compared with the unavoidable minimum.
import type { Call } from '../local/aws/requests.ts'
import type { Cloud } from '../local/cloud.ts'
import { bareRelease, bareWake, keptContainer } from './bare-release.ts'
import { registryPassword, openFixture } from './fixture.ts'
import type { Run, Fixture } from './fixture.ts'

/** Requests of one run. */
export interface Requests {
  /** AWS calls of the runner, without polls. */
  readonly calls: number
  /** Polls of the command, and requests that repeat an earlier one of the run exactly. */
  readonly polls: number
  readonly commands: number
  /** AWS calls of the host, with its own role. */
  readonly host: number
}

/** The fastest of several releases, in milliseconds. The registry has the images, and the host serves a release. */
export interface ReleaseTimes {
  /** Pull, start, first healthy answer, by a bare script. */
  readonly bare: number
  /** The program on the host, from its start to its end, and its steps. */
  readonly program: number
  readonly steps: Readonly<Record<string, number>>
  /** The remote command, from the request that sends it to the answer that reports its end. */
  readonly remote: number
  /** The whole run, from the start of the process to its end. */
  readonly run: number
  readonly cost: ProgramCost
}

/** The cost of the program on the host: CPU in milliseconds, peak memory in KiB, and the bytes of the command with its order. */
export interface ProgramCost {
  readonly cpuMs: number
  readonly memoryKb: number
  readonly commandBytes: number
}

/** The fastest time in milliseconds, from the start of the program on the host to the first answer of the target release through the proxy. */
export interface ServedAfter {
  /** A new release, whose image the registry has. */
  readonly deploy: number
  /** The previous release, whose container the host has. */
  readonly rollback: number
  /** From `docker start` of that container to its first answer, by a bare script. */
  readonly bareWake: number
}

export interface Releases {
  readonly requests: Readonly<Record<'first' | 'next' | 'unchanged', Requests>>
  /** Seconds of the whole runs that `requests` counts. */
  readonly seconds: Readonly<Record<'first' | 'next' | 'unchanged', number>>
  readonly times: ReleaseTimes
  readonly served: ServedAfter
}

export async function measureReleases(rounds = 9): Promise<Releases> {
  const fixture = await openFixture()
  try {
    await fixture.commit()
    const first = await fixture.deploy('deployed')
    await fixture.commit()
    const next = await fixture.deploy('deployed')
    const unchanged = await fixture.deploy('unchanged')
    const runs = { first, next, unchanged }
    const requests = each(runs, requestsOf)
    const seconds = each(runs, (run) => run.seconds)
    return { requests, seconds, times: await timeReleases(fixture, rounds), served: await timeServed(fixture, rounds) }
  } finally {
    await fixture.close()
  }
}

function each<Name extends string, T, U>(of: Record<Name, T>, change: (one: T) => U): Record<Name, U> {
  return Object.fromEntries(Object.entries<T>(of).map(([name, one]) => [name, change(one)])) as Record<Name, U>
}

function requestsOf({ calls }: Run): Requests {
  const own = calls.filter(({ principal }) => principal === 'runner')
  const seen = new Set<string>()
  const isPoll = ({ operation, params }: Call): boolean => {
    const words = `${operation} ${JSON.stringify(params)}`
    return operation === 'GetCommandInvocation' || seen.has(words) || !seen.add(words)
  }
  const polls = own.filter(isPoll).length
  const commands = own.filter(({ operation }) => operation === 'SendCommand').length
  return { calls: own.length - polls, polls, commands, host: calls.length - own.length }
}

/** The action and the bare script alternate, each with an image that the host does not have. */
async function timeReleases(fixture: Fixture, rounds: number): Promise<ReleaseTimes> {
  const password = await registryPassword(fixture.cloud)
  const seen: { bare: number; program: number; remote: number; run: number; steps: Record<string, number>; cost: ProgramCost }[] = []
  for (let round = 0; round < rounds; round++) {
    await fixture.commit()
    const run = await fixture.deploy('deployed', { image: await fixture.push(`bench-${round}`) })
    await fixture.commit()
    const host = await fixture.cloud.host(run.outputs['instance-id'] ?? '')
    const bare = await bareRelease(host, await fixture.push(`bare-${round}`), password)
    seen.push({ bare, run: run.seconds * 1000, ...(await remoteTimes(fixture.cloud, run)) })
  }
  // Other work of the machine can only add to a time.
  const best = (pick: (one: (typeof seen)[number]) => number): number => Math.min(...seen.map(pick))
  const names = Object.keys(seen[0]?.steps ?? {})
  return {
    bare: best(({ bare }) => bare),
    program: best(({ program }) => program),
    steps: Object.fromEntries(names.map((name) => [name, best(({ steps }) => steps[name] ?? 0)])),
    remote: best(({ remote }) => remote),
    run: best(({ run }) => run),
    cost: {
      cpuMs: best(({ cost }) => cost.cpuMs),
      memoryKb: best(({ cost }) => cost.memoryKb),
      commandBytes: best(({ cost }) => cost.commandBytes),
    },
  }
}

/** Each round deploys a release, and rolls it back. */
async function timeServed(fixture: Fixture, rounds: number): Promise<ServedAfter> {
  const seen: ServedAfter[] = []
  for (let round = 0; round < rounds; round++) {
    await fixture.commit()
    const deployed = await fixture.deploy('deployed', { image: await fixture.push(`served-${round}`) })
    const host = await fixture.cloud.host(deployed.outputs['instance-id'] ?? '')
    const wake = await bareWake(host, await keptContainer(host))
    const returned = await fixture.rollback()
    seen.push({ deploy: await servedAfter(fixture.cloud, deployed), rollback: await servedAfter(fixture.cloud, returned), bareWake: wake })
  }
  const best = (name: keyof ServedAfter): number => Math.min(...seen.map((one) => one[name]))
  return { deploy: best('deploy'), rollback: best('rollback'), bareWake: best('bareWake') }
}

async function servedAfter(cloud: Cloud, run: Run): Promise<number> {
  return (await hostAnswer(cloud, run)).result.servedAfterMs
}

/** The measured part of the host program's report. */
interface HostResult {
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
  readonly servedAfterMs: number
  readonly cost: Pick<ProgramCost, 'cpuMs' | 'memoryKb'>
}

async function hostAnswer(cloud: Cloud, { calls }: Run) {
  const last = calls.findLast(({ operation }) => operation === 'GetCommandInvocation')
  const { CommandId, InstanceId } = last?.params ?? {}
  const answer = await cloud.observe('ssm', 'GetCommandInvocation', { CommandId, InstanceId })
  const result = JSON.parse(String(answer['StandardOutputContent']).split('\n')[0] ?? '') as HostResult
  return { result, endedAt: last?.time ?? Number.NaN, took: String(answer['ExecutionElapsedTime']) }
}

function bytesOf(sent: Call | undefined): number {
  const { commands = [] } = (sent?.params['Parameters'] ?? {}) as { commands?: readonly string[] }
  return commands.reduce((sum, line) => sum + line.length + 1, 0)
}

async function remoteTimes(cloud: Cloud, run: Run) {
  const sent = run.calls.find(({ operation }) => operation === 'SendCommand')
  const { result, endedAt, took } = await hostAnswer(cloud, run)
  return {
    program: 1000 * Number(/^PT([\d.]+)S$/.exec(took)?.[1]),
    steps: Object.fromEntries(result.steps.map(({ name, ms }) => [name, ms])),
    cost: { ...result.cost, commandBytes: bytesOf(sent) },
    remote: 1000 * (endedAt - (sent?.time ?? Number.NaN)),
  }
}

if (import.meta.main) console.log(JSON.stringify(await measureReleases(), undefined, 2))
