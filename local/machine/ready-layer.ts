/**
 * The layer of the base image as Docker keeps it, so that a host can begin with it, like one whose machine image has it: to pull it costs half of the
 * processor's time that a new host takes. Docker's list of images does not show it, and a removal of the last image that has it removes it.
 */
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE, DOCKER } from './cache.ts'
import { must } from './exec.ts'

export interface Layer {
  /** Of its files as an archive. */
  readonly diffId: string
  /** Of what a registry has of it. */
  readonly digest: string
  readonly tarball: string
  /** Bytes of the archive. */
  readonly size: number
}

/** Writes it for a Docker whose files are in `folder`, with the storage driver overlay2. */
export async function writeReadyLayer(folder: string, { diffId, digest, tarball, size }: Layer): Promise<void> {
  const [, id = ''] = diffId.split(':')
  const link = id.slice(0, 26).toUpperCase()
  const write = async (path: readonly string[], text: string) => {
    await mkdir(join(folder, ...path.slice(0, -1)), { recursive: true })
    await writeFile(join(folder, ...path), text)
  }
  await mkdir(join(folder, 'overlay2', id, 'diff'), { recursive: true })
  await must('tar', '-C', join(folder, 'overlay2', id, 'diff'), '-xpf', tarball)
  await write(['overlay2', id, 'link'], link)
  await mkdir(join(folder, 'overlay2', 'l'))
  await symlink(join('..', id, 'diff'), join(folder, 'overlay2', 'l', link))
  const known = ['image', 'overlay2', 'layerdb', 'sha256', id]
  await write([...known, 'cache-id'], id)
  await write([...known, 'diff'], diffId)
  await write([...known, 'size'], String(size))
  await write(['image', 'overlay2', 'distribution', 'diffid-by-digest', ...digest.split(':')], diffId)
}

/** Makes a copy where the files of hosts can be links to it, if there is none: in a volume of the machine's Docker daemon, as theirs are. */
export async function keepReady(name: string, folder: string): Promise<string | null> {
  // Hosts use the same file system as the machine's own daemon, and so the same storage driver.
  if ((await must(DOCKER, 'info', '--format', '{{.Driver}}')) !== 'overlay2') return null
  await must(DOCKER, 'volume', 'create', name)
  const volume = await must(DOCKER, 'volume', 'inspect', '--format', '{{.Mountpoint}}', name)
  const copy = '[ -e "$1/ready" ] || { rm -rf "$1/part" && cp -a "$0" "$1/part" && mv "$1/part" "$1/ready"; }'
  await must('flock', join(CACHE, 'images.lock'), 'sh', '-c', copy, folder, volume)
  return join(volume, 'ready')
}
