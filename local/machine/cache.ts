/** Where script/setup stores the parts of the local cloud. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export const CACHE = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'docker-to-ec2')

/** Debian's client has BuildKit built in; a newer one earlier on the PATH may not work without its plugin. */
export const DOCKER = '/usr/bin/docker'

export const cached = {
  python: join(CACHE, 'venv', 'bin', 'python'),
  caddy: join(CACHE, 'venv', 'bin', 'caddy'),
  hostRootfs: join(CACHE, 'host.tar'),
  buildx: join(CACHE, 'buildx', 'cli-plugins', 'docker-buildx'),
  publicImages: (recipe: string) => join(CACHE, `public-images-${recipe}`),
  newerDocker: join(CACHE, 'newer-docker'),
  /** Folder with disk.qcow2, vmlinuz and initrd.img; only `script/setup vm` creates it. */
  virtualMachine: join(CACHE, 'vm'),
}

export function assertSetUp(): void {
  const missing = [DOCKER, cached.python, cached.caddy, cached.hostRootfs, cached.buildx, cached.newerDocker].filter(
    (path) => !existsSync(path),
  )
  if (missing.length > 0) throw new Error(`run script/setup first; missing: ${missing.join(', ')}`)
}
