/** Hosts that are virtual machines: their parts, and a test's handle of one. local/aws/ec2/virtual_machines.py runs them. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCKER, cached } from '../machine/cache.ts'
import { must, run } from '../machine/exec.ts'
import { type HostHandle, agentSwitch } from '../host/host.ts'
import type { Network } from '../machine/network.ts'
import { until } from '../machine/patience.ts'

const HERE = import.meta.dirname
const INSIDE = join(HERE, 'inside')
const KERNEL = join(cached.virtualMachine, 'vmlinuz')
/** Under emulation, on a busy machine. */
const BOOT_SECONDS = 600

/** How local/aws/ec2/virtual_machines.py starts machines. */
export async function prepareMachines({ name }: Network): Promise<Record<string, string>> {
  if (!existsSync(KERNEL)) throw new Error(`run script/setup vm first; missing: ${KERNEL}`)
  return {
    disk: join(cached.virtualMachine, 'disk.qcow2'),
    kernel: KERNEL,
    initrd: join(cached.virtualMachine, 'initrd.img'),
    accelerator: (await kvmWorks()) ? 'kvm' : 'tcg',
    bridge: `br-${(await must(DOCKER, 'network', 'inspect', '--format', '{{.Id}}', name)).slice(0, 12)}`,
    joinBridge: join(HERE, 'join-bridge'),
    inside: INSIDE,
  }
}

/** Whether a kernel gets as far as looking for its root: /dev/kvm can exist and run nothing. */
async function kvmWorks(): Promise<boolean> {
  if (!existsSync('/dev/kvm')) return false
  const work = await mkdtemp(join(tmpdir(), 'docker-to-ec2-kvm-'))
  const log = join(work, 'console')
  const machine = [
    '-machine',
    'q35,accel=kvm',
    '-cpu',
    'host',
    '-m',
    '256',
    '-nodefaults',
    '-no-user-config',
    '-display',
    'none',
    '-no-reboot',
  ]
  const kernel = ['-kernel', KERNEL, '-append', 'console=ttyS0 panic=-1', '-serial', `file:${log}`]
  const qemu = spawn('qemu-system-x86_64', [...machine, ...kernel], { stdio: 'ignore' })
  try {
    const booted = async () => (await readFile(log, 'utf8').catch(() => '')).includes('Kernel panic')
    return await until('a kernel under KVM', booted, 10).catch(() => false)
  } finally {
    qemu.kill('SIGKILL')
    await rm(work, { recursive: true, force: true })
  }
}

export async function virtualHost(dir: string, id: string): Promise<HostHandle> {
  const home = join(dir, 'machines', id)
  const address = await readFile(join(home, 'address'), 'utf8')
  const exec: HostHandle['exec'] = (argv, options = {}) => {
    const env = Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`)
    return run([INSIDE, address, 'env', ...env, ...argv], { stdin: options.stdin ?? '' })
  }
  const bootId = async (): Promise<string> => (await exec(['cat', '/proc/sys/kernel/random/boot_id'])).stdout
  /** Waits until it has booted again, and its Docker daemon answers. */
  const booted = (earlier: string) =>
    until(
      `the Docker daemon of ${id}`,
      async () => {
        const now = await bootId()
        return now !== '' && now !== earlier && (await exec(['systemctl', 'is-active', '--quiet', 'docker'])).code === 0
      },
      BOOT_SECONDS,
    )
  return {
    id,
    address,
    exec,
    async reboot() {
      const earlier = await bootId()
      await exec(['systemctl', 'reboot'])
      await booted(earlier)
    },
    async losePower() {
      const earlier = await bootId()
      process.kill(Number(await readFile(join(home, 'pid'), 'utf8')), 'SIGKILL')
      await booted(earlier)
    },
    ...agentSwitch(dir, id),
  }
}
