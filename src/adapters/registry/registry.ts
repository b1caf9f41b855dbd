import type { ImageReference, RegistryCredentials } from '../../domain/image/image.ts'
import { isDigest, platformText, readManifest } from '../../domain/image/manifest.ts'
import type { Manifest, OciPlatform } from '../../domain/image/manifest.ts'
import { DeployError } from '../../errors.ts'
import type { ImageFacts, Registry } from '../../ports/image/registry.ts'
import { ANY_MANIFEST, ONE_PLATFORM, readConfiguration } from './manifests.ts'
import { copyImage } from './copy.ts'
import { digestOf, registrySession } from './requests.ts'
import type { RegistrySpec } from './requests.ts'

/** Works with any registry that implements https://github.com/opencontainers/distribution-spec/blob/main/spec.md. */
export function httpRegistry(spec: RegistrySpec): Registry {
  return {
    async inspect(image, credentials) {
      const get = registryGet(spec, image, credentials)
      const answer = await get(`manifests/${image.digest ?? image.tag ?? 'latest'}`, ANY_MANIFEST)
      if (!answer.ok) throw unreadable(image, answer)
      const manifest = readManifest(answer.text)
      if (manifest === undefined || !isDigest(answer.digest)) throw noImage(image)
      const [told, bytes] = await Promise.all([configurationOf(manifest, get, image), sizeOf(manifest, get)])
      return { digest: image.digest ?? answer.digest, ...told, bytes }
    },
    async tag(image, tag, credentials) {
      const session = registrySession(spec, image, credentials)
      const found = await session.ask(`manifests/${image.digest ?? image.tag ?? 'latest'}`, { headers: { accept: ANY_MANIFEST } })
      if (!found.ok) throw unreadable(image, { status: found.status, text: found.bytes.toString() })
      const headers = { 'content-type': found.headers.get('content-type') ?? '' }
      const put = await session.ask(`manifests/${tag}`, { method: 'PUT', headers, body: found.bytes })
      if (put.ok) return
      const words = put.bytes.toString().slice(0, 300)
      throw new DeployError('push-failed', `${image.registry} answers HTTP ${put.status} for the tag ${tag}: ${words}`)
    },
    copy: (from, to, signal) => copyImage(spec, { from, to, signal }),
  }
}

interface Answer {
  readonly ok: boolean
  readonly status: number
  readonly text: string
  readonly digest: string
}

type Get = (path: string, accept: string) => Promise<Answer>

/** Reads below `/v2/<repository>/`. */
function registryGet(spec: RegistrySpec, image: ImageReference, credentials: RegistryCredentials | undefined): Get {
  const session = registrySession(spec, image, credentials)
  return async (path, accept) => {
    const { ok, status, headers, bytes } = await session.ask(path, { headers: { accept } })
    return { ok, status, text: bytes.toString(), digest: headers.get('docker-content-digest') ?? digestOf(bytes) }
  }
}

/** For an index, only the platforms: each of its images has its own configuration. */
async function configurationOf(manifest: Manifest, get: Get, image: ImageReference): Promise<Pick<ImageFacts, 'platforms' | 'volumes'>> {
  if (manifest.manifests) return { platforms: [...new Set(manifest.manifests.flatMap(({ platform }) => platformName(platform)))] }
  if (!manifest.config) throw noImage(image)
  const answer = await get(`blobs/${manifest.config.digest}`, '*/*')
  if (!answer.ok) throw unreadable(image, answer)
  const configuration = readConfiguration(answer.text)
  if (configuration === undefined) throw noImage(image)
  const { config, ...platform } = configuration
  return { platforms: platformName(platform), volumes: Object.keys(config?.Volumes ?? {}) }
}

function layersOf({ layers = [] }: Manifest = {}): number {
  return layers.reduce((sum, { size }) => sum + size, 0)
}

/** For an index, the size of its largest image. An unreadable one counts as 0: the size only decides whether a pull is attempted. */
async function sizeOf({ layers, manifests }: Manifest, get: Get): Promise<number> {
  if (!manifests) return layersOf({ layers })
  const images = manifests.filter(({ platform }) => platformName(platform).length > 0)
  const answers = await Promise.all(images.map(({ digest }) => get(`manifests/${digest}`, ONE_PLATFORM)))
  return Math.max(0, ...answers.filter(({ ok }) => ok).map(({ text }) => layersOf(readManifest(text))))
}

/** An index lists attestations as `unknown/unknown`. */
function platformName(platform: OciPlatform | null | undefined): string[] {
  const name = platformText(platform)
  return name === undefined || name.startsWith('unknown/') ? [] : [name]
}

function noImage(image: ImageReference): DeployError {
  return new DeployError('image-not-found', `${spell(image)} is not an image.`, { hint: 'Check the input image.' })
}

function unreadable(image: ImageReference, { status, text }: Pick<Answer, 'status' | 'text'>): DeployError {
  const name = spell(image)
  if (status === 404)
    return new DeployError('image-not-found', `${name} does not exist.`, { hint: 'Check the input image: registry, repository, tag.' })
  if (status === 401 || status === 403) {
    return new DeployError(
      'pull-denied',
      `${image.registry} does not show ${name} (HTTP ${status}): the image is private or does not exist.`,
      {
        hint: "Use a public image or one in this account's ECR, and check the name.",
      },
    )
  }
  if (status === 429)
    return new DeployError('pull-failed', `${image.registry} limits the rate of pulls.`, {
      hint: 'Copy the image to ECR, or use public.ecr.aws.',
    })
  return new DeployError('pull-failed', `${image.registry} answers HTTP ${status} for ${name}: ${text.slice(0, 300)}`, {
    hint: 'Try again later.',
  })
}

function spell({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}
