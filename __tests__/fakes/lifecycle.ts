/** An image or an artifact as a repository keeps it. */
export interface Entry {
  readonly digest: string
  readonly tags: readonly string[]
  /** Day on which it was pushed. */
  readonly pushed: number
  /** Digest of the image that it belongs to. */
  readonly subject?: string
}

interface Rule {
  readonly rulePriority: number
  readonly selection: {
    readonly tagStatus: 'tagged' | 'untagged' | 'any'
    readonly tagPatternList?: readonly string[]
    readonly countType: 'imageCountMoreThan' | 'sinceImagePushed'
    readonly countNumber: number
  }
}

/**
 * What ECR keeps on a day, by its documented rules; where they are silent, artifacts count as images do.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lp_evaluation_rules
 */
export function kept(policy: { readonly rules: readonly Rule[] }, entries: readonly Entry[], today: number): readonly Entry[] {
  const rules = policy.rules
    .toSorted((a, b) => a.rulePriority - b.rulePriority)
    .map((rule) => ({ rule, marks: marked(rule, entries, today) }))
  // All rules look at all entries; the first whose tags fit decides of one.
  const isExpired = (entry: Entry): boolean => rules.find(({ rule }) => fits(rule, entry))?.marks.has(entry.digest) ?? false
  const expired = new Set(entries.filter(isExpired).map(({ digest }) => digest))
  return entries.filter(({ digest, subject = '' }) => !expired.has(digest) && !expired.has(subject))
}

function marked({ selection, ...rule }: Rule, entries: readonly Entry[], today: number): ReadonlySet<string> {
  const { countType, countNumber } = selection
  const newest = entries.filter((entry) => fits({ ...rule, selection }, entry)).toSorted((a, b) => b.pushed - a.pushed)
  const old = countType === 'sinceImagePushed' ? newest.filter(({ pushed }) => today - pushed > countNumber) : newest.slice(countNumber)
  return new Set(old.map(({ digest }) => digest))
}

function fits({ selection: { tagStatus, tagPatternList = [] } }: Rule, { tags }: Entry): boolean {
  if (tagStatus === 'any') return true
  if (tagStatus === 'untagged') return tags.length === 0
  return tagPatternList.every((pattern) => tags.some((tag) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(tag)))
}
