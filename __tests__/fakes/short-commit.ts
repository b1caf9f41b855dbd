/** The start of a commit that names it: in a release's name, and in what the test application answers. Throws if there is no commit. */
export function short(commit: string | undefined): string {
  if (!commit) throw new Error('there is no commit')
  return commit.slice(0, 8)
}

/** The commit of a run's release, shortened. */
export function commitOf({ outputs }: { readonly outputs: Readonly<Record<string, string>> }): string {
  return short(outputs['release'])
}
