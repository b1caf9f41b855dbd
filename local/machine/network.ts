/** One bridge network per cloud: 10.77.N.0/24 with the first free N; its gateway is this machine. */
import { DOCKER } from './cache.ts'
import { must, run } from './exec.ts'

export interface Network {
  readonly name: string
  readonly gateway: string
}

const networkName = (cloud: string): string => `docker-to-ec2-${cloud}`

export async function createNetwork(cloud: string): Promise<Network> {
  const name = networkName(cloud)
  let refusal = ''
  for (let n = 0; n < 256; n++) {
    const gateway = `10.77.${n}.1`
    const subnet = ['--subnet', `10.77.${n}.0/24`, '--gateway', gateway]
    const made = await run([DOCKER, 'network', 'create', ...subnet, '--label', `docker-to-ec2.cloud=${cloud}`, name])
    if (made.code === 0) return { name, gateway }
    refusal = made.stderr.trim()
    if (!/overlaps|conflicts/.test(refusal)) break
  }
  throw new Error(`no network for the local cloud: ${refusal}`)
}

export async function removeHosts(cloud: string): Promise<void> {
  const hosts = await must(DOCKER, 'ps', '--all', '--quiet', '--filter', `label=docker-to-ec2.cloud=${cloud}`)
  if (hosts) await run([DOCKER, 'rm', '--force', '--volumes', ...hosts.split('\n')])
}

/** Comes last: from then on another cloud can take the addresses. */
export async function removeNetwork(cloud: string): Promise<void> {
  await run([DOCKER, 'network', 'rm', networkName(cloud)])
}

const bridgeName = (cloud: string): string => `d2e-bk-${cloud}`

/** A bridge beside the network of a cloud, which leads nowhere. `address`: with the length of its prefix. */
export async function createBridge(cloud: string, address: string): Promise<string> {
  const name = bridgeName(cloud)
  await must('ip', 'link', 'add', name, 'type', 'bridge')
  await must('ip', 'address', 'add', address, 'dev', name)
  await must('ip', 'link', 'set', name, 'up')
  return name
}

export async function removeBridge(cloud: string): Promise<void> {
  await run(['ip', 'link', 'delete', bridgeName(cloud)])
}
