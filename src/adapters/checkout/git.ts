import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a repository is checked out, and at which commit. */
export interface Repository {
  /** Absolute, without links. */
  readonly root: string
  readonly commit: string
}

export interface Git {
  /** The commit's time, by its committer's clock. */
  committedAt(repository: Repository): Promise<Date>
  /** The outermost repository around the folder. Throws with Git's own words if there is none. */
  repository(folder: string): Promise<Repository>
  /** The commit's entries at these paths, relative to its root; without paths, all entries. In the format of `git ls-tree -r -z`. */
  tree(repository: Repository, paths: readonly string[]): Promise<string>
}

export interface GitSpec {
  readonly env: NodeJS.ProcessEnv
}

/**
 * All of these only read objects. They run no hook, no filter and no configured program, so it is safe that, in a container job, the
 * checkout belongs to another user than this process. https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory
 */
export function git(spec: GitSpec): Git {
  return {
    committedAt: ({ root, commit }) => withTrust(spec, (env) => committerDate(commit, { cwd: root, env })),
    repository: (folder) => withTrust(spec, (env) => outermost(folder, env)),
    tree: ({ root, commit }, paths) =>
      withTrust(spec, (env) =>
        run(['ls-tree', '-r', '-z', '--full-tree', commit, ...(paths.length > 0 ? ['--', ...paths] : [])], { cwd: root, env }),
      ),
  }
}

/** Years have four digits: https://www.rfc-editor.org/rfc/rfc3339#section-1. Git accepts any number of seconds. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59)

/** The line `committer Ada <ada@example.com> 1767323045 +0100` of https://git-scm.com/docs/git-commit-tree#_commit_information, before the message. */
async function committerDate(commit: string, at: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<Date> {
  const [, seconds] = /^committer .*> (\d+) [+-]\d{4}$/m.exec(await run(['cat-file', 'commit', commit], at)) ?? []
  if (seconds === undefined) throw new Error(`${commit} has no committer`)
  const made = new Date(Number(seconds) * 1000)
  if (!(made.getTime() <= LATEST)) throw new Error(`${commit} has a committer without a time`)
  return made
}

async function outermost(folder: string, env: NodeJS.ProcessEnv): Promise<Repository> {
  const words = await run(['rev-parse', 'HEAD', '--show-toplevel', '--show-superproject-working-tree'], { cwd: folder, env })
  const [commit = '', root = '', around = ''] = words.split('\n')
  return around === '' ? { root: await realpath(root), commit } : outermost(around, env)
}

/**
 * Some versions of Git do not accept this setting from the command line, only from the user's configuration, so this makes a temporary home for it.
 * If this process is killed, the runner removes it: it empties RUNNER_TEMP after each job.
 */
async function withTrust<T>({ env }: GitSpec, work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(env['RUNNER_TEMP'] ?? tmpdir(), 'docker-to-ec2-git-'))
  const config = join(home, '.gitconfig')
  try {
    await writeFile(config, '[safe]\n\tdirectory = *\n')
    const others = Object.entries(env).filter(([name]) => !name.startsWith('GIT_'))
    return await work({ ...Object.fromEntries(others), HOME: home, GIT_CONFIG_GLOBAL: config, LC_ALL: 'C' })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

const PATIENCE_MS = 30_000
const MOST_BYTES = 2 ** 29

function run(args: readonly string[], { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('git', [...args], { cwd, env, timeout: PATIENCE_MS, maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(stderr.trim().split('\n')[0] || error.message, { cause: error }))
    })
  })
}
