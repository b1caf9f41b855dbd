/**
 * A cloud on this machine: AWS, hosts, registry and metadata service; see README.md.
 *
 *   node local/cloud.ts up        starts one, prints its environment, and runs until Ctrl-C
 */
import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Faults, faultsIn } from './aws/faults.ts'
import { type Call, type JsonService, OBSERVER, observe, recordedCalls } from './aws/requests.ts'
import { DOCKER, assertSetUp, cached } from './machine/cache.ts'
import { type Held, holdDaemon } from './machine/docker-daemon.ts'
import { must, startTime } from './machine/exec.ts'
import { type HostHandle, hostHandle } from './host/host.ts'
import { buildPreloaded } from './host/preload.ts'
import { BASE, type Images, PROXY, copyStorage, prepareImages, pullBase } from './machine/images.ts'
import { type Network, createNetwork } from './machine/network.ts'
import { PORTS, startPrograms } from './machine/processes.ts'
import { removeLeftovers, removeCloud } from './machine/sweep.ts'
import { prepareMachines, virtualHost } from './vm/virtual-host.ts'

export interface CloudOptions {
  /**
   * Gives each host a disk of the size of the instance's volume, with this file system, instead of this machine's disk. It contains Docker's data and the
   * services' state. A host that is a container needs such a disk to lose its power.
   */
  readonly disks?: 'xfs' | 'ext4'
  /** A host that is a container, without such a disk, has the layer of the base image when it boots, as if its machine image had it. */
  readonly readyLayer?: boolean
  /** What a host is; default: a container. `script/setup vm` installs what virtual machines need. */
  readonly machines?: 'containers' | 'virtual'
}

const REGION = 'us-east-1'
/** Seconds: boot and agent of an instance, and how long an invocation stays unknown. */
const DELAYS = { boot: 0.5, agent: 0.5, lag: 0.2 }

interface Observer {
  readonly region: string
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

export interface Cloud extends Faults {
  readonly id: string
  readonly dir: string
  /** A client's variables for this cloud; to be added to HOME and the like. */
  readonly env: Record<string, string>
  /** Makes the Docker client find buildx. */
  readonly buildxEnv: Record<string, string>
  /** A test's own access, for an SDK client: its requests meet no faults and are not recorded. */
  readonly observer: Observer
  /** Address of the DNS server that knows the hosted zones. */
  readonly nameserver: string
  readonly registry: string
  readonly proxyImage: string
  readonly baseImage: string
  calls(): Promise<Call[]>
  host(instanceId: string): Promise<HostHandle>
  /** Sends a request to one of the JSON services, as an observer. */
  observe(service: JsonService, operation: string, params: object): Promise<Record<string, unknown>>
  stop(): Promise<void>
}

export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  assertSetUp()
  const daemon = await holdDaemon()
  try {
    await removeLeftovers()
    const images = await prepareImages()
    const dir = await mkdtemp(join(tmpdir(), 'docker-to-ec2-cloud-'))
    const id = dir.slice(-6).toLowerCase()
    await writeFile(join(dir, 'owner.json'), JSON.stringify({ id, pid: process.pid, started: await startTime(process.pid) }))
    const network = await createNetwork(id)
    const programs = await configure({ id, dir, network, images, options })
    return cloudAt({ id, dir, network, daemon, programs, options })
  } catch (error) {
    await removeLeftovers(process.pid)
    await daemon.release()
    throw error
  }
}

interface Parts {
  readonly id: string
  readonly dir: string
  readonly network: Network
  readonly images: Images
  readonly options: CloudOptions
}

/** Writes the programs' settings, and starts them. */
async function configure({ id, dir, network, images, options }: Parts) {
  const { gateway } = network
  const config = {
    id,
    dir,
    gateway,
    network: network.name,
    docker: DOCKER,
    hostImage: images.host,
    hostFlags: await hostFlags(),
    registry: `${gateway}:${PORTS.registry}`,
    secret: randomBytes(24).toString('hex'),
    region: REGION,
    delays: DELAYS,
    disks: options.disks ?? null,
    ready: options.readyLayer && !options.disks ? await images.ready() : null,
    newerDocker: cached.newerDocker,
    vm: options.machines === 'virtual' ? await prepareMachines(network) : undefined,
  }
  await writeFile(join(dir, 'config.json'), JSON.stringify(config))
  await copyStorage(images.storage, join(dir, 'registry'))
  await mkdir(join(dir, 'host'))
  await cp(join(import.meta.dirname, 'host', 'init'), join(dir, 'host', 'init'))
  await buildPreloaded(join(dir, 'host', 'preload'))
  const programs = await startPrograms(dir, gateway)
  for (const port of [PORTS.registry, PORTS.publicRegistry]) {
    for (const certs of [join(dir, 'host', 'certs.d'), '/etc/docker/certs.d']) {
      await mkdir(join(certs, `${gateway}:${port}`), { recursive: true })
      await cp(join(dir, 'ca.crt'), join(certs, `${gateway}:${port}`, 'ca.crt'))
    }
  }
  await giveClient(dir)
  await pullBase(`${gateway}:${PORTS.publicRegistry}/${BASE.name}`, images)
  return programs
}

/** Docker's client for runs of the action, and its homes without buildx and with it. */
async function giveClient(dir: string): Promise<void> {
  await mkdir(join(dir, 'bin'))
  await symlink(DOCKER, join(dir, 'bin', 'docker'))
  await mkdir(join(dir, 'docker'))
  for (const home of (await buildsItself()) ? ['docker-buildx'] : ['docker', 'docker-buildx']) {
    await mkdir(join(dir, home, 'cli-plugins'), { recursive: true })
    await symlink(cached.buildx, join(dir, home, 'cli-plugins', 'docker-buildx'))
  }
}

/** Whether Docker's client builds with BuildKit without the buildx plugin: only up to 20.10, as on Debian 12 (Docker's release notes of 23.0). */
async function buildsItself(): Promise<boolean> {
  return Number.parseInt(await must(DOCKER, 'version', '--format', '{{.Client.Version}}'), 10) < 23
}

/** A host needs all capabilities; if the machine lacks some, Docker refuses --privileged. */
async function hostFlags(): Promise<string[]> {
  const bounding = /^Bounding set =(.*)$/m.exec(await must('/usr/sbin/capsh', '--print'))?.[1] ?? ''
  if (bounding.includes('cap_sys_resource')) return ['--privileged', '--cgroupns', 'private']
  const kept = bounding.split(',').filter((name) => !/perfmon|bpf|checkpoint_restore/.test(name))
  const open = ['seccomp=unconfined', 'apparmor=unconfined', 'systempaths=unconfined']
  return [
    ...kept.flatMap((name) => ['--cap-add', name.replace('cap_', '')]),
    ...open.flatMap((option) => ['--security-opt', option]),
    ...['--device-cgroup-rule', 'a *:* rwm', '--cgroupns', 'private'],
  ]
}

interface Running extends Omit<Parts, 'images'> {
  readonly daemon: Held
  readonly programs: Awaited<ReturnType<typeof startPrograms>>
}

function cloudAt({ id, dir, network: { gateway }, daemon, programs, options }: Running): Cloud {
  const endpoint = `http://${gateway}:${PORTS.aws}`
  const publicImage = (name: string) => `${gateway}:${PORTS.publicRegistry}/${name}`
  let stopping: Promise<void> | undefined
  const stop = async () => {
    for (const program of programs) program.kill('SIGKILL')
    await removeCloud(id, dir, gateway)
    await daemon.release()
  }
  return {
    id,
    dir,
    env: clientEnv(dir, endpoint),
    buildxEnv: { DOCKER_CONFIG: join(dir, 'docker-buildx') },
    observer: { region: REGION, endpoint, credentials: { accessKeyId: OBSERVER, secretAccessKey: 'local' } },
    nameserver: gateway,
    registry: `${gateway}:${PORTS.registry}`,
    proxyImage: publicImage(PROXY.name),
    baseImage: publicImage(BASE.name),
    calls: () => recordedCalls(dir),
    ...faultsIn(dir),
    host: (instanceId) => (options.machines === 'virtual' ? virtualHost : hostHandle)(dir, instanceId),
    observe: (service, operation, params) => observe({ endpoint, region: REGION }, service, operation, params),
    stop: () => (stopping ??= stop()),
  }
}

function clientEnv(dir: string, endpoint: string): Record<string, string> {
  return {
    PATH: `${join(dir, 'bin')}:${dirname(process.execPath)}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    DOCKER_CONFIG: join(dir, 'docker'),
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIALOCALRUNNER00000',
    AWS_SECRET_ACCESS_KEY: 'local',
    NODE_EXTRA_CA_CERTS: join(dir, 'ca.crt'),
  }
}

if (import.meta.main) {
  const started = Date.now()
  const cloud = await startCloud()
  const extra = { PROXY_IMAGE: cloud.proxyImage, BASE_IMAGE: cloud.baseImage, REGISTRY: cloud.registry, CLOUD_DIR: cloud.dir }
  for (const [name, value] of Object.entries({ ...cloud.env, ...extra })) console.log(`export ${name}='${value}'`)
  console.error(`up after ${Date.now() - started} ms; Ctrl-C ends it`)
  await new Promise<void>((resolve) => {
    const keep = setInterval(() => undefined, 60_000)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (clearInterval(keep), resolve()))
  })
  await cloud.stop()
}
