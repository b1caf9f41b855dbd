import { createHash } from 'node:crypto'
import type { Dirent, Stats } from 'node:fs'
import { open, readdir, readlink, lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { IgnoreRules } from '../../domain/image/dockerignore.ts'
import type { BuildFile, BuildFiles } from '../../domain/image/build-files.ts'

/** Git's hash algorithm, by the length of its ids. */
export type Hash = 'sha1' | 'sha256'

/** How many files are read in parallel. */
const WORKERS = 16

/**
 * The files that a build gets from its context: all that are not ignored, and empty folders. Git's own folders differ between two checkouts of one
 * commit.
 */
export async function contextFiles(context: string, rules: IgnoreRules, hash: Hash): Promise<BuildFiles> {
  const paths = await pathsIn(context, '', rules)
  const files = new Map<string, BuildFile>()
  const next = paths.values()
  const work = async (): Promise<void> => {
    for (const path of next) {
      const file = await fileAt(join(context, path), hash)
      if (file) files.set(path, file)
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  return files
}

async function pathsIn(context: string, folder: string, rules: IgnoreRules): Promise<readonly string[]> {
  const entries = await listed(join(context, folder))
  if (entries.length === 0) return folder === '' || rules.ignores(folder) ? [] : [folder]
  const inside = entries.filter(({ name }) => name !== '.git').map((entry) => pathsAt(context, entry, { folder, rules }))
  return (await Promise.all(inside)).flat()
}

/** Skips an unreadable folder: the build fails on it with a better message. */
async function listed(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => [])
}

async function pathsAt(
  context: string,
  entry: Dirent,
  { folder, rules }: { readonly folder: string; readonly rules: IgnoreRules },
): Promise<readonly string[]> {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`
  const ignored = rules.ignores(path)
  if (entry.isDirectory()) return ignored && !rules.takesBack ? [] : pathsIn(context, path, rules)
  return ignored ? [] : [path]
}

/** `undefined` if it does not exist, or no build gets it, such as a socket. An unreadable file fails the build, with a better message. */
export async function fileAt(path: string, hash: Hash): Promise<BuildFile | undefined> {
  try {
    return await described(path, await lstat(path), hash)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { mode: '', id: 'unreadable' }
  }
}

async function described(path: string, { mode, size }: Stats, hash: Hash): Promise<BuildFile | undefined> {
  switch (mode & 0o170000) {
    case 0o040000:
      return { mode: '040000', id: '' }
    case 0o120000: {
      const target = Buffer.from(await readlink(path))
      return { mode: '120000', id: blob(hash, target.length).update(target).digest('hex') }
    }
    case 0o100000:
      return { mode: (mode & 0o100) === 0 ? '100644' : '100755', id: await contentId(path, size, hash) }
    default:
      return undefined
  }
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage */
function blob(hash: Hash, size: number): ReturnType<typeof createHash> {
  return createHash(hash).update(`blob ${size}\0`)
}

async function contentId(path: string, size: number, hash: Hash): Promise<string> {
  const digest = blob(hash, size)
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(Math.min(size + 1, 2 ** 18))
    for (;;) {
      const { bytesRead } = await file.read(buffer)
      if (bytesRead === 0) return digest.digest('hex')
      digest.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
