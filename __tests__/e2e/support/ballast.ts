/** Images with ballast, written directly into the storage of a local cloud's registry: small to pull, large once unpacked. */
import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Cloud } from '../../../local/cloud.ts'

interface Manifest {
  readonly layers: readonly { readonly mediaType: string; readonly size: number; readonly digest: string }[]
  readonly config: { readonly mediaType: string; readonly size: number; readonly digest: string }
}

interface Config {
  readonly rootfs: { readonly type: string; readonly diff_ids: readonly string[] }
  readonly history?: unknown
}

const BLOCK = 512

/** Creates images like `image` (`registry/repository@digest`), each with its own layer of this many bytes, or with that layer `alone`. */
export async function ballastOn(
  cloud: Cloud,
  image: string,
  bytes: number,
  { alone = false } = {},
): Promise<(name: string) => Promise<string>> {
  const storage = join(cloud.dir, 'registry', 'docker', 'registry', 'v2')
  const [repository = '', digest = ''] = image.slice(cloud.registry.length + 1).split('@')
  const blob = (of: string): string => join(storage, 'blobs', 'sha256', of.slice(7, 9), of.slice(7), 'data')
  const manifest = JSON.parse(await readFile(blob(digest), 'utf8')) as Manifest
  const config = JSON.parse(await readFile(blob(manifest.config.digest), 'utf8')) as Config
  const same = ballast(bytes)

  const store = async (kind: '_layers' | '_manifests/revisions', content: Buffer): Promise<string> => {
    const name = digestOf(createHash('sha256').update(content))
    await put(blob(name), content)
    await put(join(storage, 'repositories', repository, kind, 'sha256', name.slice(7), 'link'), name)
    return name
  }

  return async (name) => {
    const own = Buffer.concat([tarEntry('ballast-of', Buffer.from(name)), Buffer.alloc(2 * BLOCK)])
    const layer = Buffer.concat([same.zipped, gzipSync(own)])
    const { history: _, ...rest } = config
    const diffIds = [...(alone ? [] : config.rootfs.diff_ids), digestOf(same.hash.copy().update(own))]
    const changed = Buffer.from(JSON.stringify({ ...rest, rootfs: { ...config.rootfs, diff_ids: diffIds } }))
    const layers = [...(alone ? [] : manifest.layers), { mediaType: LAYER, size: layer.length, digest: await store('_layers', layer) }]
    const described = { ...manifest, config: { ...manifest.config, size: changed.length, digest: await store('_layers', changed) }, layers }
    return `${cloud.registry}/${repository}@${await store('_manifests/revisions', Buffer.from(JSON.stringify(described)))}`
  }
}

const LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip'

/** The common start of all layers, zipped once: zip files can be concatenated, and a hash can continue from a copy. */
function ballast(bytes: number): { zipped: Buffer; hash: Hash } {
  const entry = tarEntry('ballast', Buffer.alloc(bytes, 'ballast'))
  return { zipped: gzipSync(entry, { level: 1 }), hash: createHash('sha256').update(entry) }
}

/** A file in a tar archive, in the format of POSIX.1-1988. */
function tarEntry(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(BLOCK)
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`
  const fields = [
    [0, name],
    [100, octal(0o644, 8)],
    [108, octal(0, 8)],
    [116, octal(0, 8)],
    [124, octal(content.length, 12)],
    [136, octal(0, 12)],
    [148, ' '.repeat(8)],
    [156, '0'],
    [257, 'ustar\u000000'],
  ] as const
  for (const [offset, text] of fields) head.write(text, offset, 'latin1')
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)])
}

function digestOf(hash: Hash): string {
  return `sha256:${hash.digest('hex')}`
}

async function put(file: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
