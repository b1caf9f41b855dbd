import type { Change } from './conventional-commit.ts'

/** A commit of the repository, from GitHub. */
interface Commit {
  readonly sha: string
  /** First line of the message. */
  readonly title: string
  readonly author: string
  /** From its whole message; missing if nobody read it. */
  readonly change?: Change
}

/** A commit as runs and reports name it: its first eight characters, which a release's name begins with, too. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 8)
}

/** How a commit relates to another one. */
export interface Comparison {
  /** `behind`: it is an ancestor of the other; `diverged`: each has commits that the other lacks. */
  readonly relation: 'ahead' | 'behind' | 'identical' | 'diverged'
  /** Commits that the other one lacks, oldest first; at most 250. */
  readonly commits: readonly Commit[]
  /** The files that they change, if GitHub lists them. */
  readonly files?: ChangedFiles
}

/** The changes in a range of commits, also of a long one. */
export interface Since {
  readonly relation: Comparison['relation']
  readonly changes: readonly Change[]
}

export interface ChangedFiles {
  readonly count: number
  /** Whether the list is complete: GitHub lists at most 300 files. */
  readonly all: boolean
  /** Changed lines. */
  readonly added: number
  readonly removed: number
  /** Paths that look like database migrations. */
  readonly migrations: readonly string[]
}

/** How many files GitHub lists at most. https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300

/** Folders and files of migrations in common frameworks: Rails, Django, Laravel, Prisma, Alembic, Flyway, Liquibase, Entity Framework. */
const MIGRATION = /(^|\/)(migrations?|migrate|alembic|flyway|liquibase|changelogs?)\/|(^|\/)db\/schema\.rb$|\.sql$/i

/** Sums up the files of a comparison, as GitHub lists them. */
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

/** A commit and its page on GitHub. */
export interface ListedCommit extends Commit {
  readonly url: string
}

export interface SinceLive {
  /** Commits of the run that the live one lacks, oldest first. */
  readonly commits: readonly ListedCommit[]
  /** Address of GitHub's comparison of the two, if they differ. */
  readonly compareUrl: string | undefined
  /** The files that these commits change, if GitHub lists them. */
  readonly files?: ChangedFiles
}

/** `repository`: its address. `live`: the live commit, if any. */
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
