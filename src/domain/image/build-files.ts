import { createHash } from 'node:crypto'

/** A file's mode and content id, as in Git: `100644`, `100755`, `120000` (a link), `160000` (a submodule), `040000` (a folder). */
export interface BuildFile {
  readonly mode: string
  readonly id: string
}

/** By path. */
export type BuildFiles = ReadonlyMap<string, BuildFile>

/** How the files of a build differ from the checked-out commit. */
export interface BuildContent {
  /** Hash of all differences; empty if there are none. */
  readonly identity: string
  /** Changed, added and missing paths, sorted. */
  readonly differences: readonly string[]
}

/** No differences. */
export const AS_COMMITTED: BuildContent = { identity: '', differences: [] }

/**
 * `there`: the files that the build gets. `committed`: those that it would get from the commit. Two builds of a commit get the same files only if
 * their identities are equal.
 */
export function compareFiles(there: BuildFiles, committed: BuildFiles): BuildContent {
  const paths = [...new Set([...there.keys(), ...committed.keys()])].toSorted()
  const differences = paths.filter((path) => !isSame(there.get(path), committed.get(path)))
  if (differences.length === 0) return AS_COMMITTED
  const text = JSON.stringify(differences.map((path) => [path, there.get(path) ?? null]))
  return { identity: createHash('sha256').update(text).digest('hex'), differences }
}

/** Without a checkout, a submodule is an empty folder. */
function isSame(there: BuildFile | undefined, committed: BuildFile | undefined): boolean {
  if (committed?.mode === '160000') return there === undefined || there.mode === '040000'
  return there?.mode === committed?.mode && there?.id === committed?.id
}

/** Reads `git ls-tree -r -z`: `100644 blob <id>\t<path>`, each ended by a NUL. https://git-scm.com/docs/git-ls-tree#_output_format */
export function readTree(listing: string): BuildFiles {
  const lines = listing.split('\0').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf('\t')
      const [mode = '', , id = ''] = line.slice(0, tab).split(' ')
      return [line.slice(tab + 1), { mode, id }] as const
    }),
  )
}

/** Such as `dist/app.js, package.json and 3 more`. */
export function differenceWords(differences: readonly string[]): string {
  const shown = differences.slice(0, 5)
  const more = differences.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
