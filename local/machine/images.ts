/**
 * The images that no registry has to be reached for, made once from cached binaries: the hosts' own (in the
 * machine's Docker daemon) and the public ones, Caddy and Node.js (in the storage of a registry, which each
 * cloud copies).
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, link, mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CACHE, DOCKER, cached } from './cache.ts'
import { must, run } from './exec.ts'
import { until } from './patience.ts'
import { type Layer, keepReady, writeReadyLayer } from './ready-layer.ts'
import { registryConfig, startProcess } from './processes.ts'
import { DAY } from '../../src/domain/duration.ts'

export interface PublicImage {
  readonly name: string
  readonly binary: string
  readonly path: string
  /** The settings of its containers, as the image's configuration has them. */
  readonly config: Readonly<Record<string, unknown>>
}

const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

export const PROXY: PublicImage = {
  name: 'docker/library/caddy:2.11.7',
  binary: cached.caddy,
  path: '/usr/bin/caddy',
  config: {
    Env: [PATH, 'XDG_CONFIG_HOME=/config', 'XDG_DATA_HOME=/data'],
    WorkingDir: '/srv',
    Cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'],
  },
}

export const BASE: PublicImage = {
  name: 'docker/library/node:24-alpine',
  binary: process.execPath,
  path: '/usr/local/bin/node',
  config: { Env: [PATH], Cmd: ['node'] },
}

export interface Images {
  /** The name of the hosts' image. */
  readonly host: string
  /** Storage of a registry with the public ones, to be copied. */
  readonly storage: string
  /** What a host's Docker can have from its start, to be linked; null where it cannot. */
  ready(): Promise<string | null>
}

/** Makes what is missing. */
export async function prepareImages(): Promise<Images> {
  const host = `docker-to-ec2-host:${(await readlink(cached.hostRootfs)).replace(/.*-|\.tar$/g, '')}`
  const recipe = await publicRecipe()
  const folder = cached.publicImages(recipe)
  const there = (await run([DOCKER, 'image', 'inspect', host])).code === 0
  if (!there || !existsSync(folder)) await must('flock', join(CACHE, 'images.lock'), process.execPath, import.meta.filename, host, recipe)
  const now = new Date()
  await utimes(folder, now, now)
  return { host, storage: join(folder, 'registry'), ready: () => keepReady(keptLayer(folder), join(folder, 'ready')) }
}

/** Gives a registry these images. The files of blobs never change, so that the clouds share them. */
export async function copyStorage(storage: string, to: string): Promise<void> {
  const blobs: string[] = []
  const filter = (file: string): boolean => !BLOB.test(file) || (blobs.push(file), false)
  await cp(storage, to, { recursive: true, filter })
  for (const file of blobs) {
    const target = join(to, relative(storage, file))
    await link(file, target).catch(() => cp(file, target))
  }
}

const BLOB = /\/blobs\/sha256\/\w+\/\w+\/data$/

/** Pulls the base image into the machine's daemon. That keeps its layer, which has the same bytes for every cloud, and so unpacks it once. */
export async function pullBase(name: string, { storage }: Images): Promise<void> {
  await must(DOCKER, 'pull', '--quiet', name)
  await must(DOCKER, 'tag', name, keptBase(dirname(storage)))
}

const keptBase = (folder: string): string => `docker-to-ec2-base:${basename(folder)}`
const keptLayer = (folder: string): string => `docker-to-ec2-ready-${basename(folder)}`

async function publicRecipe(): Promise<string> {
  const parts = await Promise.all([import.meta.filename, join(import.meta.dirname, 'ready-layer.ts')].map((file) => readFile(file)))
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

/** One layer of all files. Zipped, but not compressed: each host and each cloud unpacks it, and that costs more than its way through the memory. */
async function layerOf(root: string): Promise<Layer & { readonly zipped: Buffer }> {
  const tarball = `${root}.tar`
  await must('tar', '-C', root, '--sort=name', '--mtime=@0', '--numeric-owner', '--owner=0', '--group=0', '-cf', tarball, '.')
  const content = await readFile(tarball)
  const zipped = gzipSync(content, { level: 0 })
  return { zipped, diffId: digestOf(content), digest: digestOf(zipped), tarball, size: content.length }
}

const digestOf = (content: Buffer): string => `sha256:${createHash('sha256').update(content).digest('hex')}`
const DOCKER_TYPE = 'application/vnd.docker'

/** Uploads a blob; returns how a manifest describes it. https://distribution.github.io/distribution/spec/api/#pushing-an-image */
async function upload(repository: string, mediaType: string, content: Buffer) {
  const digest = digestOf(content)
  const begun = await answered(fetch(`${repository}/blobs/uploads/`, { method: 'POST' }))
  const place = new URL(begun.headers.get('location') ?? '', repository)
  place.searchParams.set('digest', digest)
  const headers = { 'content-type': 'application/octet-stream' }
  await answered(fetch(place, { method: 'PUT', headers, body: new Uint8Array(content) }))
  return { mediaType, size: content.length, digest }
}

async function answered(asked: Promise<Response>): Promise<Response> {
  const response = await asked
  if (!response.ok) throw new Error(`the registry answered ${response.status}: ${await response.text()}`)
  return response
}

async function publish(registry: string, image: PublicImage, { zipped, diffId }: Awaited<ReturnType<typeof layerOf>>): Promise<void> {
  const created = new Date(0).toISOString()
  const described = {
    ...{ architecture: 'amd64', os: 'linux', created, config: image.config },
    ...{ rootfs: { type: 'layers', diff_ids: [diffId] }, history: [{ created }] },
  }
  const [name = '', tag = ''] = image.name.split(':')
  const repository = `${registry}/v2/public/${name}`
  const manifest = {
    schemaVersion: 2,
    mediaType: `${DOCKER_TYPE}.distribution.manifest.v2+json`,
    config: await upload(repository, `${DOCKER_TYPE}.container.image.v1+json`, Buffer.from(JSON.stringify(described))),
    layers: [await upload(repository, `${DOCKER_TYPE}.image.rootfs.diff.tar.gzip`, zipped)],
  }
  const headers = { 'content-type': manifest.mediaType }
  await answered(fetch(`${repository}/manifests/${tag}`, { method: 'PUT', headers, body: JSON.stringify(manifest) }))
}

/** Pushes the public images into a registry that lives only for that, and keeps its storage, and the layer of the base image for hosts. */
async function makePublicImages(folder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'docker-to-ec2-images-'))
  await rm(`${folder}.part`, { recursive: true, force: true })
  const registry = `http://127.0.0.1:${await freePort()}`
  await writeFile(join(work, 'registry.yml'), registryConfig(join(work, 'registry'), { addr: new URL(registry).host }))
  const serving = await startProcess('registry', work, ['docker-registry', 'serve', join(work, 'registry.yml')])
  try {
    await until('the registry', async () => (await fetch(`${registry}/v2/`)).ok)
    for (const image of [PROXY, BASE]) {
      const root = join(work, image.name.replace(/\W/g, '-'))
      await layout(image, root)
      const layer = await layerOf(root)
      await publish(registry, image, layer)
      if (image === BASE) await writeReadyLayer(join(`${folder}.part`, 'ready'), layer)
    }
  } finally {
    serving.kill('SIGKILL')
  }
  await cp(join(work, 'registry'), join(`${folder}.part`, 'registry'), { recursive: true })
  await rename(`${folder}.part`, folder)
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
async function forgetOthers(made: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const folder = join(CACHE, name)
    if (!name.startsWith('public-images') || folder === made) continue
    if (Date.now() - (await stat(folder)).mtimeMs < DAY) continue
    await run([DOCKER, 'rmi', keptBase(folder)])
    await run([DOCKER, 'volume', 'rm', keptLayer(folder)])
    await rm(folder, { recursive: true, force: true })
  }
}

/** Under the lock: two clouds that start at the same time make them once. */
async function make(host: string, recipe: string): Promise<void> {
  if ((await run([DOCKER, 'image', 'inspect', host])).code !== 0) await must(DOCKER, 'import', cached.hostRootfs, host)
  const folder = cached.publicImages(recipe)
  if (existsSync(folder)) return
  await forgetOthers(folder)
  await makePublicImages(folder)
}

if (import.meta.main) {
  const [host, recipe] = process.argv.slice(2)
  await (host && recipe ? make(host, recipe) : prepareImages())
}
