/** The origin of an image, for its labels. */
export interface Origin {
  /** The service's name. */
  readonly title: string
  /** Address of the repository's page. */
  readonly source: string
  readonly commit: string
  /** Tag of the build: the commit, and a hash of anything unusual. */
  readonly tag: string
  /** Time of the commit; `undefined` if Git does not know it. */
  readonly committedAt: Date | undefined
}

/**
 * Labels of an image, which override those of the Dockerfile. They depend only on commit and tag, so building a commit again gives the same ones:
 * `created` is the time of the commit, not of the build.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
 */
export function imageLabels({ title, source, commit, tag, committedAt }: Origin): Readonly<Record<string, string>> {
  const about = {
    title,
    source,
    url: `${source}/tree/${commit}`,
    revision: commit,
    version: tag,
    ...(committedAt && { created: committedAt.toISOString().replace('.000Z', 'Z') }),
  }
  return Object.fromEntries(Object.entries(about).map(([name, value]) => [`org.opencontainers.image.${name}`, value]))
}
