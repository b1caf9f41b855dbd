import type { Config } from '../config/config.ts'
import { repositoryUrl, runUrl } from '../config/job.ts'
import { sinceLive, shortCommit } from '../domain/commits.ts'
import type { Comparison, ListedCommit } from '../domain/commits.ts'
import type { Change } from '../domain/conventional-commit.ts'
import type { ReleaseRecord } from '../domain/release/record.ts'
import type { Release } from '../domain/release/release.ts'
import { displayName, serviceKey } from '../domain/service.ts'
import type { Section } from '../domain/version/notes.ts'
import { isCommit, versionOf } from '../domain/version/version.ts'
import { code, link, paragraphs, plain } from './parts/markdown.ts'
import { minuteOf } from './parts/minute.ts'
import { commitLine } from './sections/commits.ts'

export interface WentLive {
  readonly release: Pick<Release, 'name' | 'digest' | 'commit'>
  /** Before this run. */
  readonly record: ReleaseRecord | undefined
  /** Whether this run brought it; otherwise, the record names the run that did. */
  readonly isNew: boolean
  /** With the earlier release, if GitHub says. */
  readonly comparison: Comparison | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

const HEADINGS: readonly (readonly [Change, string])[] = [
  ['breaking', 'Breaking changes'],
  ['feature', 'Features'],
  ['fix', 'Fixes'],
  ['other', 'Other changes'],
]

/** How many commits of each kind are listed: GitHub itself shows all. */
const LISTED = 50

/** What went live, for the page of a release on GitHub. Everyone with access to the repository can read it, so it omits the service's address. */
export function releaseNotes({ service, job }: Pick<Config, 'service' | 'job'>, live: WentLive): Section {
  const { release, comparison } = live
  const [repository, before] = [repositoryUrl(job), commitBefore(live)]
  const { commits, compareUrl } = sinceLive({ repository, commit: release.commit }, before || undefined, comparison)
  const text = paragraphs([
    `### ${plain(displayName(service))}`,
    sentence(live, job),
    ...HEADINGS.map(([change, heading]) =>
      renderKind(
        heading,
        commits.filter((commit) => (commit.change ?? 'other') === change),
      ),
    ),
    compareUrl === undefined ? '' : link('All changes', compareUrl),
  ])
  return { key: serviceKey(service), text }
}

/** Empty for the first release. */
function commitBefore({ record, isNew }: WentLive): string {
  return (isNew ? record?.commit : record?.previousCommit) ?? ''
}

function sentence(live: WentLive, job: Config['job']): string {
  const { release, record, isNew, now } = live
  const [at, actor, run] =
    isNew || record === undefined ? [new Date(now).toISOString(), job.actor, runUrl(job)] : [record.deployedAt, record.actor, record.runUrl]
  const before = isNew && record !== undefined ? versionOf(record) : commitBefore(live)
  const instead = before === '' ? 'as the first release' : `instead of ${code(isCommit(before) ? shortCommit(before) : before)}`
  return `Live since ${plain(minuteOf(at))}, ${instead}: release ${code(release.name)}, ${code(release.digest)}, by ${plain(actor)} (${link('run', run)}).`
}

/** Newest first. */
function renderKind(heading: string, commits: readonly ListedCommit[]): string {
  if (commits.length === 0) return ''
  const lines = commits.toReversed().slice(0, LISTED).map(commitLine)
  const more = commits.length - lines.length
  return `#### ${heading}\n\n${[...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')}`
}
