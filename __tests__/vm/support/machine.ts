/** One service on one virtual machine, and the way back to a state from which every test can begin. */
import { jest } from '@jest/globals'
import { until } from '../../../local/machine/patience.ts'
import type { LoadReport } from '../../../local/load/load.ts'
import type { ActionRun, RunOptions } from '../../../local/runner/runner.ts'
import { virtualHost } from '../../../local/vm/virtual-host.ts'
import type { HostHandle } from '../../../local/host/host.ts'
import { ended, makeBed, visit } from '../../e2e/support/test-bed.ts'
import type { Bed } from '../../e2e/support/test-bed.ts'
import { freeLease } from '../../e2e/support/free-lease.ts'
import { traces } from '../../e2e/support/traces.ts'
import type { Traces } from '../../e2e/support/traces.ts'
import { underLoad } from '../../e2e/support/under-load.ts'
import { clearLog, isPast, runningSlots, setClock, sh } from './guest.ts'

/** Seconds of an idle machine for which a test waits for what will come, as an emulated machine is slow. */
export const PATIENCE = 600
// A hang is the patience's to end.
jest.setTimeout(2 ** 31 - 1)

/** Limits that no test is about are wide, as an emulated machine takes a minute for a deploy; but a WebSocket, which stays until its slot is stopped,
 * holds up each deploy under load for the whole `drain-timeout`. */
const WIDE = { 'bake-time': '0s', 'host-timeout': '1h', 'drain-timeout': '30s', 'deploy-timeout': '30m' }

type Inputs = Readonly<Record<string, string>>

/** A deploy on its way, of a release that answers with `version`. */
export interface Deploying {
  readonly version: string
  readonly ended: Promise<ActionRun>
  /** Ends the action and all that it started, at once. */
  kill(): Promise<void>
  cancel(): void
}

/** What serves when all is well. */
export interface Served {
  readonly host: HostHandle
  readonly url: string
  readonly version: string
}

export interface Machine {
  readonly bed: Bed
  /** Nothing before the first deploy. */
  served: Served | undefined
  /** The number of the last run. */
  runs: number
}

export async function openMachine(): Promise<Machine> {
  return { bed: await makeBed({ machines: 'virtual' }), served: undefined, runs: 1000 }
}

export function served({ served: now }: Machine): Served {
  if (now === undefined) throw new Error('nothing was deployed yet')
  return now
}

/** Brings the machine to a known state: it runs, its clock is right, nobody deploys, and one release serves alone. */
export async function ready(machine: Machine): Promise<void> {
  if (machine.served === undefined) return found(machine)
  // A machine that cannot be brought back is given up, so that the next test does not suffer from it.
  await putRight(machine, machine.served).catch(async (error: unknown) => {
    console.error('the machine is given up', error)
    await machine.bed.act({ command: 'destroy', port: undefined })
    await found(machine)
  })
}

async function putRight(machine: Machine, { host, url, version }: Served): Promise<void> {
  await machine.bed.cloud.fault([])
  await freeLease(machine.bed.cloud)
  if ((await host.exec(['true'])).code !== 0) await host.losePower()
  await setClock(host)
  await sh(host, 'systemctl start docker')
  const inOrder = (await visitedVersion(url)) === version && (await runningSlots(host)).length === 1
  if (!inOrder) await deploy(machine)
}

/** The first deploy, on a new machine. */
async function found(machine: Machine): Promise<void> {
  await deploy(machine)
  // As on a host where the action has installed Docker.
  await sh(served(machine).host, `echo '{"live-restore":true}' >/etc/docker/daemon.json && systemctl reload docker`)
}

/** Begins to deploy a release that differs by its VERSION, for which nothing is built. */
export async function begin(machine: Machine, inputs: Inputs = {}, options: Partial<RunOptions> = {}): Promise<Deploying> {
  if (machine.served) await clearLog(machine.served.host)
  machine.runs += 1
  const version = `v${machine.runs}`
  const marks = await traces()
  const cancel = new AbortController()
  const env = [`VERSION=${version}`, inputs['env']].join('\n')
  const job = { ...marks.env, GITHUB_RUN_ID: String(machine.runs) }
  const running = machine.bed.act({ ...WIDE, 'health-timeout': '10m', ...inputs, env }, { env: job, cancel: cancel.signal, ...options })
  return {
    version,
    ended: closing(running, marks),
    kill: async () => killAll(await marks.processes()),
    cancel: () => cancel.abort(),
  }
}

/** A whole deploy, which must succeed. */
export async function deploy(machine: Machine, inputs: Inputs = {}): Promise<void> {
  await deployed(machine, await begin(machine, inputs))
}

/** Goes back to the release before, which was what `earlier` served. What follows is another commit, as this one is now refused. */
export async function rollBack(machine: Machine, earlier: Served): Promise<void> {
  ended(await machine.bed.act({ ...WIDE, command: 'rollback', port: undefined }), 'rolled-back')
  machine.served = earlier
  await machine.bed.commit()
}

/** Waits for the end of a deploy, which must succeed. */
export async function deployed(machine: Machine, { version, ended: running }: Deploying): Promise<void> {
  const { url = '', 'instance-id': id = '' } = ended(await running, 'deployed').outputs
  machine.served = { host: await virtualHost(machine.bed.cloud.dir, id), url, version }
}

/** Does `work` under load, of which nothing may be lost. */
export async function lossless(machine: Machine, work: () => Promise<void>): Promise<LoadReport> {
  const { url } = served(machine)
  const report = await underLoad({ url, posts: 2, slow: 1, slowMs: 1000, webSocket: true }, work)
  if (report.failed > 0 || report.sent < 20) throw new Error(`lost ${report.failed} of ${report.sent}: ${JSON.stringify(report.outcomes)}`)
  return report
}

/** Waits until the host's log of a deploy's order says that it has come to a step; a deploy that ends before it does never will. */
export async function reached({ host }: Served, step: string, { ended: running }: Deploying): Promise<void> {
  const tooEarly = running.then(({ stdout, stderr }) => {
    throw new Error(`it ended before the step ${step}\n${stdout.slice(-6000)}\n${stderr.slice(-2000)}`)
  })
  await Promise.race([until(`the step ${step}`, () => isPast(host, step), PATIENCE), tooEarly])
}

/** Waits until what is to serve answers, and is the only release that runs. */
export async function expectServed(machine: Machine): Promise<void> {
  const { host, url, version } = served(machine)
  await until(`an answer of ${version}`, async () => (await visitedVersion(url)) === version, PATIENCE)
  await until('the end of all other slots', async () => (await runningSlots(host)).length === 1, PATIENCE)
}

/** '' when nobody answers. */
export async function visitedVersion(url: string): Promise<string> {
  return visit(url).catch(() => '')
}

async function closing(running: Promise<ActionRun>, marks: Traces): Promise<ActionRun> {
  try {
    return await running
  } finally {
    await marks.close()
  }
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}
