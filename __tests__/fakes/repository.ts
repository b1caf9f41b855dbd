import { must } from '../../local/machine/exec.ts'

/** Runs Git in a folder, as Ada. */
export function gitIn(folder: string): (...args: readonly string[]) => Promise<string> {
  return (...args) => must('git', '-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args)
}

/** Makes a folder a repository with a commit for each message, of what `change` leaves in the folder. Returns the commits, the oldest first. */
export async function repositoryIn(
  folder: string,
  messages: readonly string[],
  change: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const git = gitIn(folder)
  await git('init', '--quiet', '--initial-branch=main')
  const commits: string[] = []
  for (const message of messages) {
    await change()
    await git('add', '--all')
    await git('commit', '--quiet', '--allow-empty', '--message', message)
    commits.push((await git('rev-parse', 'HEAD')).trim())
  }
  return commits
}
