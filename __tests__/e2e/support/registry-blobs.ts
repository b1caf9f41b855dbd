import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Cloud } from '../../../local/cloud.ts'

/** Digests of all blobs of a cloud's registry that contain a text, compressed or not: layers, configurations and manifests, of images and caches. */
export async function blobsWith({ dir }: Cloud, text: string): Promise<readonly string[]> {
  const files = globSync(join(dir, 'registry/docker/registry/v2/blobs/sha256/*/*/data'))
  const found = await Promise.all(files.map(async (file) => holding(await readFile(file), text)))
  return found.flatMap((digest) => digest ?? [])
}

function holding(bytes: Buffer, text: string): string | undefined {
  const isGzip = bytes.length > 2 && bytes.readUInt16BE() === 0x1f8b
  return (isGzip ? gunzipSync(bytes) : bytes).includes(text) ? `sha256:${createHash('sha256').update(bytes).digest('hex')}` : undefined
}
