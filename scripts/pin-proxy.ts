// The image of the proxy: `npm run proxy-image` writes its tag's current digest into src/domain/order/proxy-image.ts. With `-- --check`, it fails
// unless there is a digest, and the registry has it for every platform of hosts.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { httpRegistry } from '../src/adapters/registry/registry.ts'
import { parseImage } from '../src/domain/image/image.ts'
import { PROXY_IMAGE } from '../src/domain/order/proxy-image.ts'
import type { ImageFacts, Registry } from '../src/ports/image/registry.ts'

const FILE = fileURLToPath(new URL('../src/domain/order/proxy-image.ts', import.meta.url))
const PLATFORMS = ['linux/amd64', 'linux/arm64']

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const clock = { sleep: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)) }
  const registry = httpRegistry({ fetch, clock })
  if (process.argv.includes('--check')) await checkProxy(PROXY_IMAGE, registry)
  else writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(PROXY_IMAGE, await pinnedProxy(PROXY_IMAGE, registry)))
}

/** A tag with its current digest. */
export async function pinnedProxy(reference: string, registry: Pick<Registry, 'inspect'>): Promise<string> {
  const [tagged = ''] = reference.split('@')
  const facts = await registry.inspect(parseImage(tagged), undefined)
  assertForHosts(tagged, facts)
  return `${tagged}@${facts.digest}`
}

/** Throws the reasons why a release must not use this image. */
export async function checkProxy(reference: string, registry: Pick<Registry, 'inspect'>): Promise<void> {
  const image = parseImage(reference)
  if (image.digest === undefined)
    throw new Error(`${reference} is named by a tag, which may move: run npm run proxy-image, and commit the digest`)
  assertForHosts(reference, await registry.inspect(image, undefined))
}

function assertForHosts(reference: string, { platforms }: ImageFacts): void {
  const missing = PLATFORMS.filter((platform) => !platforms.includes(platform))
  if (missing.length > 0) throw new Error(`${reference} is not for ${missing.join(' and ')}`)
}
