import type { Change } from './conventional-commit.ts'

/** A commit of the repository, as GitHub tells of it. */
interface Commit {
  readonly sha: string
  /** First line of the message. */
  readonly title: string
  readonly author: string
  /** What its whole message says of it. */
  readonly change?: Change
}

/** How a commit stands to another one. */
export interface Comparison {
  /** `behind`: it is an ancestor of the other; `diverged`: each has commits that the other has not. */
  readonly relation: 'ahead' | 'behind' | 'identical' | 'diverged'
  /** Commits that it has and the other has not, oldest first; at most 250. */
  readonly commits: readonly Commit[]
  /** What they change, where GitHub tells. */
  readonly files?: ChangedFiles
}

/** What commits say they change, however many they are. */
export interface Since {
  readonly relation: Comparison['relation']
  readonly changes: readonly Change[]
}

export interface ChangedFiles {
  readonly count: number
  /** Whether these are all of them: GitHub tells of 300. */
  readonly all: boolean
  /** Lines. */
  readonly added: number
  readonly removed: number
  /** Paths of those that look like migrations of a database. */
  readonly migrations: readonly string[]
}

/** Files that GitHub tells of at most. https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300

/** Folders and files in which the common frameworks keep migrations: Rails, Django, Laravel, Prisma, Alembic, Flyway, Liquibase, Entity Framework. */
const MIGRATION = /(^|\/)(migrations?|migrate|alembic|flyway|liquibase|changelogs?)\/|(^|\/)db\/schema\.rb$|\.sql$/i

export function changedFiles(
  files: readonly { readonly filename: string; readonly additions: number; readonly deletions: number }[],
): ChangedFiles {
  return {
    count: files.length,
    all: files.length < MOST_FILES,
    added: files.reduce((total, { additions }) => total + additions, 0),
    removed: files.reduce((total, { deletions }) => total + deletions, 0),
    migrations: files.map(({ filename }) => filename).filter((name) => MIGRATION.test(name)),
  }
}

/** A commit and where GitHub shows it. */
export interface ListedCommit extends Commit {
  readonly url: string
}

export interface SinceLive {
  /** What the run's commit has and the one that serves has not, oldest first. */
  readonly commits: readonly ListedCommit[]
  /** Web address of the comparison of the two, where they differ. */
  readonly compareUrl: string | undefined
  /** What these commits change, where GitHub tells. */
  readonly files?: ChangedFiles
}

/** `repository`: its web address. `live`: the commit that serves, if any does. */
export function sinceLive(
  { repository, commit }: { readonly repository: string; readonly commit: string },
  live: string | undefined,
  comparison: Comparison | undefined,
): SinceLive {
  return {
    commits: (comparison?.commits ?? []).map((listed) => ({ ...listed, url: `${repository}/commit/${listed.sha}` })),
    ...(comparison?.files && { files: comparison.files }),
    compareUrl: live !== undefined && live !== commit ? `${repository}/compare/${live}...${commit}` : undefined,
  }
}
