import { createHash } from 'node:crypto'
import type { Platform } from '../platform.ts'
import type { Material } from './build-metadata.ts'
import type { BuildSecret } from './build-secrets.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'
import { sortedEntries } from '../field/sorted.ts'

/** The parts of `registry/repository:tag@digest`. Docker Hub's short names are expanded. */
export interface ImageReference {
  readonly registry: string
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** An image that can be pulled: the result of a build, or of the input `image`. */
export interface PublishedImage {
  /** `registry/repository@sha256:...` */
  readonly reference: string
  readonly digest: string
  /** Registry that the host logs in to with its own role before it pulls. */
  readonly login: string | undefined
  /** True if this run built it; false if it existed. */
  readonly built: boolean
  /** Compressed size of its layers; 0 if it was not needed, because the host has the image. */
  readonly bytes: number
  /** Paths that it declares with VOLUME; `undefined` if nobody asked, or for a multi-platform image. */
  readonly volumes?: readonly string[] | undefined
  /** Materials that the builder reports; only if this run built the image, and no other run at the same time. */
  readonly materials?: readonly Material[]
}

/** User name and password for a registry; both are masked in the log. */
export interface RegistryCredentials {
  readonly registry: string
  readonly username: string
  readonly password: string
}

export interface BuildSpec {
  /** Absolute path. */
  readonly context: string
  /** Absolute path. */
  readonly dockerfile: string
  readonly target: string | undefined
  readonly buildArgs: Readonly<Record<string, string>>
  readonly secrets: readonly BuildSecret[]
  /** The build may use the keys of the runner's SSH agent. */
  readonly ssh: boolean
  readonly platforms: readonly Platform[]
  /** `registry/repository`, without a tag. */
  readonly repository: string
  readonly tag: string
  readonly cache: boolean
  /** Uses no layer of an earlier build, and pulls the base image again. */
  readonly fresh: boolean
  /** OCI labels of the image. */
  readonly labels: Readonly<Record<string, string>>
}

/** Tag of the build cache; the repository's immutability excludes it. */
export const CACHE_TAG = 'cache'
const LIVE_TAG = 'live-'
/** Tags of releases' specifications, which are beside their images. */
export const RELEASE_TAG = 'release-'
/** Tags of artifacts that describe an image, which are beside it. */
const ABOUT_TAG = 'about-'
/** Tags that move. */
export const MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`] as const

/** Tag of an artifact that describes an image, such as its `provenance`: one for each image and kind. */
export function aboutTag(digest: string, way: 'provenance' | 'sbom'): string {
  return `${ABOUT_TAG}${digest.replace('sha256:', '').slice(0, 32)}-${way}`
}

/** Follows the distribution's rule: the first part is a registry only if it contains a dot or a colon, or is `localhost`. */
export function parseImage(reference: string): ImageReference {
  const [name = '', digest] = reference.split('@')
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  const hasRegistry = /[.:]/.test(first) || first === 'localhost'
  const registry = hasRegistry ? first : 'docker.io'
  const path = hasRegistry ? name.slice(slash + 1) : name
  const colon = path.lastIndexOf(':')
  const repository = colon < 0 ? path : path.slice(0, colon)
  return {
    registry,
    repository: registry === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository,
    tag: colon < 0 ? undefined : path.slice(colon + 1),
    digest,
  }
}

/** Whether a host must log in with its role before it pulls from there. `own`: this account's registry, if ECR was asked. */
export function isEcr(registry: string, own: string | undefined): boolean {
  return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry)
}

/**
 * Tag of a build: the commit, plus a hash of unusual build inputs and of files that differ from the commit, so that a tag
 * never stands for two contents. The default platform is left out: the comparison with the host catches an image for another one.
 */
export function buildTag(
  commit: string,
  inputs: Pick<BuildSpec, 'target' | 'buildArgs' | 'platforms'> & {
    readonly context: string
    readonly dockerfile: string | undefined
    /** Hash of the differences from the commit; empty without any. */
    readonly content: string
  },
): string {
  const { context, dockerfile, target, buildArgs, platforms, content } = inputs
  const usual =
    content === '' &&
    context === '.' &&
    dockerfile === undefined &&
    target === undefined &&
    Object.keys(buildArgs).length === 0 &&
    platforms.join() === 'linux/amd64'
  if (usual) return commit
  const text = JSON.stringify([context, dockerfile ?? null, target ?? null, sortedEntries(buildArgs), platforms.toSorted(), content])
  return `${commit}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

/** How often one tag can be built again. One request asks a registry for all of these tags, at most 100. */
const MOST_REBUILDS = 98

/** The tags of a build and of its rebuilds, in order: an existing tag never moves to another image. */
export function rebuildTags(tag: string): readonly string[] {
  return [tag, ...Array.from({ length: MOST_REBUILDS }, (_, at) => `${tag}-r${at + 1}`)]
}

/** Tag of an environment's live image. It moves with each release of another image, so the repository's immutability excludes it. */
export function liveTag(service: Service): string {
  return `${LIVE_TAG}${serviceKey(service)}`
}

/**
 * The repository's rules. Live images stay, however old they are. Of the others, the newest 1000 images and artifacts stay, which are 200 images
 * even if each has two releases, its provenance and its SBOM. Untagged layers stay for two weeks. A later rule does not expire an image that
 * matches an earlier one, and nobody has 1000 environments: the first rule expires nothing. Nor do the second and the third, except the releases of
 * images elsewhere: ECR removes an artifact with its subject, within a day.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export const LIFECYCLE_POLICY = {
  rules: [
    {
      rulePriority: 1,
      description: 'Keep the live images',
      selection: { tagStatus: 'tagged', tagPatternList: [`${LIVE_TAG}*`], countType: 'imageCountMoreThan', countNumber: 1000 },
      action: { type: 'expire' },
    },
    {
      rulePriority: 2,
      description: 'Keep a release as long as its image',
      selection: { tagStatus: 'tagged', tagPatternList: [`${RELEASE_TAG}*`], countType: 'imageCountMoreThan', countNumber: 10_000 },
      action: { type: 'expire' },
    },
    {
      rulePriority: 3,
      description: 'Keep what describes an image as long as the image',
      selection: { tagStatus: 'tagged', tagPatternList: [`${ABOUT_TAG}*`], countType: 'imageCountMoreThan', countNumber: 10_000 },
      action: { type: 'expire' },
    },
    {
      rulePriority: 4,
      description: 'Expire images that lost their tag',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
      action: { type: 'expire' },
    },
    {
      rulePriority: 5,
      description: 'Keep the newest 1000 images and releases, so that a release can be rolled back',
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1000 },
      action: { type: 'expire' },
    },
  ],
} as const
