/** Removes clouds: its own at the end, and those whose owner died without doing so. */
import { readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCKER } from './cache.ts'
import { certificates, forgetAuthority } from './docker-daemon.ts'
import { alive, run } from './exec.ts'
import { removeBridge, removeHosts, removeNetwork } from './network.ts'
import { PORTS } from './processes.ts'

export async function removeCloud(id: string, dir: string, gateway: string | undefined): Promise<void> {
  await removeHosts(id)
  for (const port of gateway ? [PORTS.registry, PORTS.publicRegistry] : []) {
    await forgetAuthority(certificates(`${gateway}:${port}`))
    const names = await run([DOCKER, 'images', '--format', '{{.Repository}}:{{.Tag}}'])
    const own = names.stdout.split('\n').filter((name) => name.startsWith(`${gateway}:${port}/`) && !name.endsWith('<none>'))
    if (own.length > 0) await run([DOCKER, 'rmi', '--force', ...own])
  }
  await removeNetwork(id)
  await removeBridge(id)
  await rm(dir, { recursive: true, force: true })
}

/** Removes clouds of owners that are gone, or those of the process `owner`. */
export async function removeLeftovers(owner?: number): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith('docker-to-ec2-cloud-')) continue
    const dir = join(tmpdir(), name)
    const { id, pid, started } = JSON.parse(await readFile(join(dir, 'owner.json'), 'utf8').catch(() => '{}'))
    if (!pid || (pid !== owner && (await alive(pid, started)))) continue
    const config = JSON.parse(await readFile(join(dir, 'config.json'), 'utf8').catch(() => '{}'))
    await removeCloud(id, dir, config.gateway)
  }
}
