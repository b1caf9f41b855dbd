import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { HostHandle } from '../../../../local/host/host.ts'
import { inventory } from '../../../../local/inventory.ts'
import { until } from '../../../../local/machine/patience.ts'
import type { ActionRun, RunOptions } from '../../../../local/runner/runner.ts'
import { overUsual } from '../../../fakes/usual.ts'
import { ended, makeBed, visit } from '../test-bed.ts'
import type { Bed } from '../test-bed.ts'
import { freeLease } from '../free-lease.ts'
import { SERVICE } from '../on-host.ts'
import { traces } from '../traces.ts'
import type { Traces } from '../traces.ts'
import type { Change, Disk, Guest } from './row.ts'

/** What is deployed: a commit and a variable, which identifies the live release. */
export interface Wanted {
  readonly sha: string
  readonly version: string
  readonly inputs: Readonly<Record<string, string>>
  /** Instead of a deploy. A rollback is to a release that served before. */
  readonly command?: 'rollback' | 'restart' | 'preview' | 'destroy'
  /** Variables of its job. */
  readonly env?: () => Promise<Readonly<Record<string, string>>>
}

/** A running deploy. */
export interface Deploying {
  readonly ended: Promise<ActionRun>
  /** Kills the action and its processes at once. */
  kill(): Promise<void>
  cancel(): void
}

/** One cloud, one host and one service for a series of faults. */
export interface Fixture {
  readonly bed: Bed
  readonly host: HostHandle
  readonly url: string
  /** The expected live release. */
  serving: Wanted
  want(change: Exclude<Change, 'first' | Guest>, inputs?: Readonly<Record<string, string>>): Promise<Wanted>
  begin(wanted: Wanted, options?: Partial<RunOptions>): Promise<Deploying>
  /** A complete deploy without a fault. */
  deploy(wanted: Wanted): Promise<ActionRun>
  onHost(script: string): Promise<string>
  /** Waits until nobody holds the lease. */
  freeLease(service?: string): Promise<void>
  /** Checks: one host, one live container, no more old ones than are kept, and no parameters of the run. */
  expectNoLeak(release: string): Promise<void>
  /** Checks: one host, and nothing twice. */
  expectOneOfEach(): Promise<void>
  /** Removes a service with its own resources: then there is one of each again. */
  destroy(service: string): Promise<void>
  close(): Promise<void>
}

export { SERVICE }
const QUICK = { 'bake-time': '0s', 'health-interval': '0.1s' }
const ONE_OF_EACH = 'address instance instance-profile network-interface parameter repository role security-group volume'.split(' ')
const KEPT = 3
/** Slots by state and name, and unexpected files. */
const LEFT = `docker ps -a --filter label=docker-to-ec2.service=${SERVICE} --format '{{.State}} {{.Names}}'
  find /run/docker-to-ec2 /var/lib/docker-to-ec2/services -name config.json -o -name '*.new'`

/** `onRun` is called after each run. */
export async function openFixture(disk: Disk, onRun: () => void): Promise<Fixture> {
  const bed = await makeBed({ disks: disk }, { onRun })
  try {
    return await set(bed)
  } catch (error) {
    await bed.close()
    throw error
  }
}

async function set(bed: Bed): Promise<Fixture> {
  await writeFile(join(bed.workspace, 'ballast'), randomBytes(1 << 20))
  await writeFile(join(bed.workspace, 'big.Dockerfile'), 'ARG BASE\nFROM $BASE\nCOPY . .\nCMD ["node", "server.js"]\n')
  let runs = 1000
  let sha = await bed.commit()
  const wanted = (inputs: Readonly<Record<string, string>> = {}): Wanted => {
    runs += 1
    return { sha, version: `v${runs}`, inputs }
  }
  const begin: Fixture['begin'] = async (what, options = {}) => {
    runs += 1
    const marks = await traces()
    const cancel = new AbortController()
    const env = [`VERSION=${what.version}`, what.inputs['env']].join('\n')
    const own = what.command === undefined ? { env } : { ...what.inputs, command: what.command }
    const inputs = overUsual({ ...QUICK, ...what.inputs }, own)
    const job = { ...marks.env, GITHUB_RUN_ID: String(runs), ...(await what.env?.()) }
    const running = bed.act(inputs, { sha: what.sha, env: job, cancel: cancel.signal, ...options })
    const ended = closing(running, marks)
    ended.catch(() => undefined)
    return {
      ended,
      kill: async () => killAll(await marks.processes()),
      cancel: () => cancel.abort(),
    }
  }
  const first = wanted()
  const good = ended(await (await begin(first)).ended, 'deployed')
  const host = await bed.hostOf(good)
  const onHost: Fixture['onHost'] = async (script) => {
    const ran = await host.exec(['bash', '-euc', script])
    if (ran.code !== 0) throw new Error(`on the host: ${script} ended with ${ran.code}: ${ran.stdout}${ran.stderr}`)
    return ran.stdout.trim()
  }
  // Like a host that the action launched, where it installs Docker.
  await onHost(`mkdir -p /etc/docker && echo '{"live-restore":true}' >/etc/docker/daemon.json && kill -HUP $(cat /var/run/docker.pid)`)
  const fixture: Fixture = {
    bed,
    host,
    url: good.outputs['url'] ?? '',
    serving: first,
    async want(change, inputs) {
      if (change === 'restart') return { ...fixture.serving, inputs: inputs ?? {}, command: 'restart' }
      if (change === 'none') return { ...fixture.serving, inputs: { ...fixture.serving.inputs, ...inputs } }
      if (change !== 'variable') sha = await bed.commit()
      return change === 'back' ? goBack(fixture, wanted(), inputs) : wanted(inputs)
    },
    begin,
    deploy: async (what) => (await begin(what)).ended,
    onHost,
    freeLease: (service) => freeLease(bed.cloud, service),
    expectNoLeak: (release) => expectNoLeak(bed, { release, onHost }),
    expectOneOfEach: async () => expect(await kinds(bed.cloud)).toEqual(ONE_OF_EACH),
    destroy: (service) => destroy(bed, service),
    close: () => bed.close(),
  }
  return fixture
}

async function closing(running: Promise<ActionRun>, marks: Traces): Promise<ActionRun> {
  try {
    return await running
  } finally {
    await marks.close()
  }
}

/** Deploys one more release, so that there is one to roll back to. */
async function goBack(fixture: Fixture, next: Wanted, inputs: Wanted['inputs'] = {}): Promise<Wanted> {
  const earlier = fixture.serving
  ended(await fixture.deploy(next), 'deployed')
  fixture.serving = next
  return { ...earlier, inputs, command: 'rollback' }
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended in the meantime.
    }
  }
}

async function destroy(bed: Bed, service: string): Promise<void> {
  expect((await kinds(bed.cloud)).filter((kind) => kind === 'instance')).toHaveLength(2)
  ended(await bed.act({ command: 'destroy', 'destroy-repository': 'true', port: undefined, service }), 'destroyed')
  expect(await kinds(bed.cloud)).toEqual(ONE_OF_EACH)
}

async function kinds(cloud: Bed['cloud']): Promise<string[]> {
  const names = await inventory(cloud)
  return names.map((name) => name.split(' ')[0] ?? '')
}

async function expectNoLeak({ cloud }: Bed, { release, onHost }: { release: string } & Pick<Fixture, 'onHost'>): Promise<void> {
  const [listed, found] = await Promise.all([onHost(LEFT), kinds(cloud)])
  const slots = listed.split('\n').filter((line) => !line.startsWith('/'))
  expect(slots.filter((slot) => !slot.startsWith('exited '))).toEqual([`running ${SERVICE}.${release}`])
  expect(slots.length).toBeLessThanOrEqual(KEPT)
  expect(slots.filter((slot) => slot.endsWith('.was'))).toEqual([])
  expect(listed.split('\n').filter((line) => line.startsWith('/'))).toEqual([])
  expect(found).toEqual(ONE_OF_EACH)
}

/** The version that answers; '' if none does. */
export async function versionAt(url: string): Promise<string> {
  return visit(url).catch(() => '')
}

/** The version that answers, as soon as there is an answer, for example after a reboot. */
export async function settledVersion(url: string): Promise<string> {
  return until('an answer', async () => {
    const version = await versionAt(url)
    return /^v\d+$/.test(version) && version
  }).catch(() => '')
}
