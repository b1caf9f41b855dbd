/**
 * BuildKit as docker/setup-buildx-action provides it to a job: separate from the engine, with its own images, cache and network. It is part of a newer Docker
 * daemon that does nothing else; buildx knows it as a builder of the kind `remote`.
 */
import { once } from 'node:events'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { type Server, type Socket, connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Cloud } from '../cloud.ts'
import { DOCKER, cached } from './cache.ts'
import { run } from './exec.ts'
import { createBridge, removeBridge } from './network.ts'
import { until } from './patience.ts'
import { startProcess } from './processes.ts'

export interface BuildKit {
  /** Variables of a job that has set it up. */
  readonly env: { readonly DOCKER_CONFIG: string }
  stop(): Promise<void>
}

/** Can use the registry of a running cloud. Its build steps reach only this machine. */
export async function startBuildKit({ id, dir, registry }: Pick<Cloud, 'id' | 'dir' | 'registry'>): Promise<BuildKit> {
  const at = (name: string): string => join(dir, 'buildkit', name)
  await mkdir(at('config/cli-plugins'), { recursive: true })
  await symlink(cached.buildx, at('config/cli-plugins/docker-buildx'))
  await writeFile(at('daemon.json'), JSON.stringify({ features: { 'containerd-snapshotter': true } }))
  const folders = { 'config-file': 'daemon.json', 'data-root': 'data', 'exec-root': 'exec', pidfile: 'pid' }
  const options = Object.entries(folders).map(([name, file]) => `--${name}=${at(file)}`)
  // Without its own bridge it would use that of the machine's daemon; with the option for no bridge, it would remove that.
  const bridge = await createBridge(id, registry.replace(/^10\.77\.(\d+)\..*/, '10.78.$1.1/24'))
  const own = [`--bridge=${bridge}`, '--iptables=false', `--host=unix://${at('docker.sock')}`]
  const env = { PATH: `${cached.newerDocker}:${process.env['PATH'] ?? ''}` }
  const daemon = await startProcess('buildkit', dir, ['dockerd', ...options, ...own], env)
  const door = await openDoor(at('buildkit.sock'), at('docker.sock'))
  const buildx = (...argv: string[]) => run([DOCKER, 'buildx', ...argv], { env: { DOCKER_CONFIG: at('config') } })
  await until('BuildKit', async () => (await run([DOCKER, '--host', `unix://${at('docker.sock')}`, 'info'])).code === 0)
  const made = await buildx('create', '--use', '--name=of-the-job', '--driver=remote', `unix://${at('buildkit.sock')}`)
  if (made.code !== 0) throw new Error(`no builder: ${made.stderr}`)
  return {
    env: { DOCKER_CONFIG: at('config') },
    async stop() {
      door.close()
      daemon.kill('SIGTERM')
      if (daemon.exitCode === null && daemon.signalCode === null) await once(daemon, 'exit')
      await removeBridge(id)
    },
  }
}

/** https://docs.docker.com/reference/api/engine/ does not document it, but buildx itself connects to the daemon's BuildKit like this. */
const UPGRADE = 'POST /grpc HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'

/** Connects clients of one socket to the BuildKit of the daemon behind another. */
async function openDoor(socket: string, daemon: string): Promise<Server> {
  const door = createServer((client) => void enter(client, connect(daemon)).catch(() => client.destroy())).listen(socket)
  await once(door, 'listening')
  return door
}

async function enter(client: Socket, daemon: Socket): Promise<void> {
  for (const [one, other] of [[client, daemon] as const, [daemon, client] as const]) {
    one.on('error', () => other.destroy()).on('close', () => other.destroy())
  }
  daemon.write(UPGRADE)
  let answer = Buffer.alloc(0)
  while (!answer.includes('\r\n\r\n')) {
    const [part] = (await once(daemon, 'data')) as [Buffer]
    answer = Buffer.concat([answer, part])
  }
  client.write(answer.subarray(answer.indexOf('\r\n\r\n') + 4))
  daemon.pipe(client).pipe(daemon)
}
