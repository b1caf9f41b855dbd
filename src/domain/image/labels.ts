import type { RepositoryFacts } from '../job.ts'
import type { BaseImage, DockerfileFacts } from './dockerfile.ts'

/** The origin of an image, for its labels. */
export interface Origin {
  /** The service's name. */
  readonly title: string
  /** GitHub's address, and the repository's `owner/name`. */
  readonly serverUrl: string
  readonly repository: string
  /** What GitHub knows about the repository. */
  readonly about: RepositoryFacts
  readonly commit: string
  /** Tag of the build: the commit, and a hash of anything unusual. */
  readonly tag: string
  /** Time of the commit; `undefined` if Git does not know it. */
  readonly committedAt: Date | undefined
  /** Path of the commit's README; `undefined` if it has none. */
  readonly readme: string | undefined
  readonly dockerfile: DockerfileFacts
}

const PREFIX = 'org.opencontainers.image.'

/**
 * Labels of an image, without those that its Dockerfile sets; a label of the base image is replaced, because it describes another image. They depend
 * on the commit, the tag, and the repository's description and license, so building a commit again gives the same ones: `created` is the time of
 * the commit, not of the build. `ref.name` is not among them: it is for descriptors of an image layout only.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
 */
export function imageLabels(origin: Origin): Readonly<Record<string, string>> {
  const { own } = origin.dockerfile
  const named = Object.entries(allOf(origin)).map(([name, value]) => [`${PREFIX}${name}`, value] as const)
  return Object.fromEntries(named.filter(([name, value]) => value !== '' && !own.includes(name)))
}

function allOf({ title, serverUrl, repository, about, commit, tag, committedAt, readme, dockerfile }: Origin): Record<string, string> {
  const source = `${serverUrl}/${repository}`
  const [owner = ''] = repository.split('/')
  return {
    title,
    source,
    url: `${source}/tree/${commit}`,
    revision: commit,
    version: tag,
    vendor: owner,
    authors: owner && `${serverUrl}/${owner}`,
    ...about,
    ...(readme !== undefined && { documentation: `${source}/blob/${commit}/${readme}` }),
    ...(committedAt && { created: committedAt.toISOString().replace('.000Z', 'Z') }),
    ...(dockerfile.base && baseLabels(dockerfile.base)),
  }
}

/** The digest of a moving tag is known only after the build, so it is not a label; the provenance has it. */
function baseLabels({ name, digest }: BaseImage): Record<string, string> {
  return { 'base.name': name, ...(digest !== undefined && { 'base.digest': digest }) }
}
