/**
 * The images that no registry has to be reached for, made once from cached binaries: the hosts' own (in the
 * machine's Docker daemon) and the public ones, Caddy and Node.js (in the storage of a registry, which each
 * cloud copies).
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CACHE, DOCKER, cached } from './cache.ts'
import { must, run } from './exec.ts'
import { until } from './patience.ts'
import { registryConfig, startProcess } from './processes.ts'
import { DAY } from '../../src/domain/duration.ts'

export interface PublicImage {
  readonly name: string
  readonly binary: string
  readonly path: string
  readonly changes: readonly string[]
}

const PATH = 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

export const PROXY: PublicImage = {
  name: 'docker/library/caddy:2.11.7',
  binary: cached.caddy,
  path: '/usr/bin/caddy',
  changes: [
    PATH,
    'ENV XDG_CONFIG_HOME=/config',
    'ENV XDG_DATA_HOME=/data',
    'WORKDIR /srv',
    'CMD ["caddy","run","--config","/etc/caddy/Caddyfile","--adapter","caddyfile"]',
  ],
}

export const BASE: PublicImage = {
  name: 'docker/library/node:24-alpine',
  binary: process.execPath,
  path: '/usr/local/bin/node',
  changes: [PATH, 'CMD ["node"]'],
}

export interface Images {
  /** The name of the hosts' image. */
  readonly host: string
  /** Storage of a registry with the public ones, to be copied. */
  readonly storage: string
}

/** Makes what is missing. */
export async function prepareImages(): Promise<Images> {
  const host = `docker-to-ec2-host:${(await readlink(cached.hostRootfs)).replace(/.*-|\.tar$/g, '')}`
  const recipe = await publicRecipe()
  const storage = cached.publicImages(recipe)
  const there = (await run([DOCKER, 'image', 'inspect', host])).code === 0
  if (!there || !existsSync(storage)) await must('flock', join(CACHE, 'images.lock'), process.execPath, import.meta.filename, host, recipe)
  const now = new Date()
  await utimes(storage, now, now)
  return { host, storage }
}

async function publicRecipe(): Promise<string> {
  const parts = [await readFile(import.meta.filename)]
  for (const image of [PROXY, BASE]) parts.push(Buffer.from(`${(await stat(image.binary)).size} ${process.version}`))
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 12)
}

/** A root file system of one binary and the libraries it is linked with. */
async function layout(image: PublicImage, root: string): Promise<void> {
  await mkdir(join(root, 'tmp'), { recursive: true })
  await mkdir(join(root, 'srv'), { recursive: true })
  const linked = (await run(['ldd', image.binary])).stdout.matchAll(/(\/lib\S+) \(/g)
  const files = [
    [image.binary, image.path],
    ['/etc/ssl/certs/ca-certificates.crt', '/etc/ssl/certs/ca-certificates.crt'],
  ]
  for (const [, library = ''] of linked) files.push([library, library])
  for (const [from = '', to = ''] of files) {
    await mkdir(dirname(join(root, to)), { recursive: true })
    await cp(from, join(root, to), { dereference: true })
  }
  await writeFile(join(root, 'etc', 'passwd'), 'root:x:0:0:root:/root:/sbin/nologin\nnode:x:1000:1000::/tmp:/sbin/nologin\n')
  await writeFile(join(root, 'etc', 'group'), 'root:x:0:\nnode:x:1000:\n')
}

async function importTree(root: string, name: string, changes: readonly string[]): Promise<void> {
  const tarball = `${root}.tar`
  await must('tar', '-C', root, '--sort=name', '--mtime=@0', '--numeric-owner', '--owner=0', '--group=0', '-cf', tarball, '.')
  await must(DOCKER, 'import', ...changes.flatMap((change) => ['--change', change]), tarball, name)
}

/** Pushes the public images into a registry that lives only for that, and keeps its storage. */
async function makePublicImages(storage: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'docker-to-ec2-images-'))
  const port = await freePort()
  await writeFile(join(work, 'registry.yml'), registryConfig(join(work, 'registry'), { addr: `127.0.0.1:${port}` }))
  const registry = await startProcess('registry', work, ['docker-registry', 'serve', join(work, 'registry.yml')])
  try {
    await until('the registry', async () => (await fetch(`http://127.0.0.1:${port}/v2/`)).ok)
    for (const image of [PROXY, BASE]) {
      const name = `127.0.0.1:${port}/public/${image.name}`
      const root = join(work, image.name.replace(/\W/g, '-'))
      await layout(image, root)
      await importTree(root, name, image.changes)
      await must(DOCKER, 'push', '--quiet', name)
      await must(DOCKER, 'rmi', name)
    }
  } finally {
    registry.kill('SIGKILL')
  }
  await rm(`${storage}.part`, { recursive: true, force: true })
  await cp(join(work, 'registry'), `${storage}.part`, { recursive: true })
  await rename(`${storage}.part`, storage)
  await rm(work, { recursive: true, force: true })
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Other versions of this file may be at work beside, so only what is old goes. */
async function forgetOthers(storage: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const folder = join(CACHE, name)
    if (!name.startsWith('public-images') || folder === storage) continue
    if (Date.now() - (await stat(folder)).mtimeMs > DAY) await rm(folder, { recursive: true, force: true })
  }
}

/** Under the lock: two clouds that start at the same time make them once. */
async function make(host: string, recipe: string): Promise<void> {
  if ((await run([DOCKER, 'image', 'inspect', host])).code !== 0) await must(DOCKER, 'import', cached.hostRootfs, host)
  const storage = cached.publicImages(recipe)
  if (existsSync(storage)) return
  await forgetOthers(storage)
  await makePublicImages(storage)
}

if (import.meta.main) {
  const [host, recipe] = process.argv.slice(2)
  await (host && recipe ? make(host, recipe) : prepareImages())
}
