/**
 * The machine's Docker daemon. A running one is used and left alone; otherwise one is started,
 * shared by all its users, and stopped by the last of them.
 *
 *   node local/machine/docker-daemon.ts COMMAND...   runs a command while holding the daemon
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE, DOCKER } from './cache.ts'
import { alive, run, startTime } from './exec.ts'
import { until } from './patience.ts'
import { PORTS } from './processes.ts'

/** Where clients and the daemon look for a registry's authority; each cloud has its own. */
export const certificates = (registry: string): string => join('/etc/docker/certs.d', registry)

const holders = join(CACHE, 'dockerd-holders')
const pidFile = join(CACHE, 'dockerd.pid')

export interface Held {
  release(): Promise<void>
}

export async function holdDaemon(): Promise<Held> {
  await mkdir(holders, { recursive: true })
  const mark = join(holders, `${process.pid}-${Math.random().toString(36).slice(2)}`)
  await alone(async () => {
    await writeFile(mark, (await startTime(process.pid)) ?? '')
    if (!(await answers())) await start()
  })
  return {
    release: () =>
      alone(async () => {
        await rm(mark, { force: true })
        if (!(await held())) await stop()
      }),
  }
}

/** Prevents a concurrent start or stop of the daemon: one that is stopping can still answer. */
async function alone(work: () => Promise<void>): Promise<void> {
  const lock = spawn('flock', [join(CACHE, 'dockerd.lock'), 'sh', '-c', 'echo; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(lock.stdout, 'data')
  try {
    await work()
  } finally {
    lock.stdin.end()
    await once(lock, 'close')
  }
}

async function answers(): Promise<boolean> {
  return (await run([DOCKER, 'info'])).code === 0
}

async function start(): Promise<void> {
  await until('the end of an earlier Docker daemon', async () => (await ownPid()) === undefined)
  await rm('/var/run/docker.pid', { force: true })
  // BuildKit knows only the folders that exist when the daemon starts; their files can come later.
  for (const folder of foreseen()) await mkdir(folder, { recursive: true })
  const log = await open(join(CACHE, 'dockerd.log'), 'a')
  const dockerd = spawn('dockerd', ['--data-root', join(CACHE, 'docker')], {
    env: { ...process.env, GOGC: '400' }, // as on the hosts: local/host/init
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  dockerd.unref()
  await log.close()
  if (dockerd.pid) await writeFile(pidFile, `${dockerd.pid} ${await startTime(dockerd.pid)}`)
  await until('the Docker daemon', answers)
}

async function held(): Promise<boolean> {
  for (const name of await readdir(holders)) {
    const started = await readFile(join(holders, name), 'utf8').catch(() => '')
    if (await alive(Number(name.split('-')[0]), started)) return true
    await rm(join(holders, name), { force: true })
  }
  return false
}

async function stop(): Promise<void> {
  const pid = await ownPid()
  if (pid === undefined) return
  process.kill(pid, 'SIGTERM')
  await until('the end of the Docker daemon', async () => (await ownPid()) === undefined)
  await rm(pidFile, { force: true })
  for (const folder of foreseen()) await rm(folder, { recursive: true, force: true })
}

/** Removes a cloud's authority; its folder stays while our daemon runs. */
export async function forgetAuthority(folder: string): Promise<void> {
  await rm((await ownPid()) === undefined ? folder : join(folder, 'ca.crt'), { recursive: true, force: true })
}

/** The process of the daemon that was started here, while it lives. */
async function ownPid(): Promise<number | undefined> {
  const [pid = '', started = ''] = (await readFile(pidFile, 'utf8').catch(() => '')).split(' ')
  return started !== '' && (await alive(Number(pid), started)) ? Number(pid) : undefined
}

function foreseen(): string[] {
  const first = Array.from({ length: 32 }, (_, n) => n)
  return first.flatMap((n) => [PORTS.registry, PORTS.publicRegistry].map((port) => certificates(`10.77.${n}.1:${port}`)))
}

if (import.meta.main) {
  const held = await holdDaemon()
  const [file = 'true', ...args] = process.argv.slice(2)
  const child = spawn(file, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
  await held.release()
}
