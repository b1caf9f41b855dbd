/** A test's handle of a host of the local cloud: directly at the machine, without AWS. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOCKER } from '../machine/cache.ts'
import { type Ran, must, run } from '../machine/exec.ts'
import { until } from '../machine/patience.ts'

export interface HostHandle {
  readonly id: string
  readonly address: string
  /** Runs a command on the host, as root. */
  exec(argv: readonly string[], options?: { stdin?: string; env?: Record<string, string> }): Promise<Ran>
  /** Restarts the machine and waits until its Docker daemon answers. */
  reboot(): Promise<void>
  /** Cuts the power and restores it: what was not synced to the disk is lost. Waits like `reboot()`. A container needs its own disk for it. */
  losePower(): Promise<void>
  /** Stops the SSM agent: PingStatus becomes ConnectionLost. */
  stopAgent(): Promise<void>
  startAgent(): Promise<void>
}

export async function hostHandle(dir: string, id: string): Promise<HostHandle> {
  const address = await must(DOCKER, 'inspect', '--format', '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}', id)
  const exec: HostHandle['exec'] = (argv, options = {}) => {
    const env = Object.entries(options.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`])
    return run([DOCKER, 'exec', '--interactive', ...env, id, ...argv], { stdin: options.stdin ?? '' })
  }
  const up = () => until(`the Docker daemon of ${id}`, async () => (await exec(['docker', 'info'])).code === 0)
  return {
    id,
    address,
    exec,
    async reboot() {
      await must(DOCKER, 'restart', '--time', '300', id)
      await up()
    },
    async losePower() {
      // Works on XFS and ext4 alike: from now on nothing reaches the disk.
      const ended = await exec(['xfs_io', '-x', '-c', 'shutdown', '/disk'])
      if (ended.code !== 0) throw new Error(`the disk of ${id} went on: ${ended.stderr}`)
      await must(DOCKER, 'kill', id)
      await must(DOCKER, 'start', id)
      await up()
    },
    ...agentSwitch(dir, id),
  }
}

/** The local cloud treats the agent of an instance with a file here as stopped. */
export function agentSwitch(dir: string, id: string): Pick<HostHandle, 'stopAgent' | 'startAgent'> {
  const stopped = join(dir, 'stopped-agents')
  return {
    async stopAgent() {
      await mkdir(stopped, { recursive: true })
      await writeFile(join(stopped, id), '')
    },
    async startAgent() {
      await rm(join(stopped, id), { force: true })
    },
  }
}
