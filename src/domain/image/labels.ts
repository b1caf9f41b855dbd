/** What an image is told to be made from. */
export interface Origin {
  /** The service's name. */
  readonly title: string
  /** Address of the repository's page. */
  readonly source: string
  readonly commit: string
  /** Tag of the build: the commit, and a hash of what is not as usual. */
  readonly tag: string
  /** Of the commit; `undefined` where Git does not tell. */
  readonly committedAt: Date | undefined
}

/**
 * Labels of an image, which win over those of the Dockerfile. All follow from commit and tag, so a commit that is built again gets the same ones: `created` is
 * the time of the commit, not of the build. https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
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
