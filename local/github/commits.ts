/** https://docs.github.com/rest/commits/commits#compare-two-commits, from a real git repository */
import { must, run } from '../machine/exec.ts'
import { NOT_FOUND, nextOf, pageOf, pageOfList, partOf } from './api/answer.ts'
import type { Answer, Asked, Operations, Page } from './api/answer.ts'

/** `repository`: folder of the git repository. */
export function commitOperations(repository: string): Operations {
  return {
    'repos/compare-commits-with-basehead': (request) => comparison(repository, request),
    'repos/list-tags': async (request) => pageOfList(request, await tags(repository)),
    'repos/get-content': (request) => content(repository, request),
    'git/get-commit': async ({ params }) => {
      const sha = String(params['commit_sha'])
      return (await known(repository, sha)) ? { status: 200, body: await gitCommit(repository, sha) } : NOT_FOUND
    },
  }
}

async function comparison(repository: string, request: Asked): Promise<Answer> {
  const [base = '', head = ''] = String(request.params['basehead']).split('...')
  if (!(await known(repository, base)) || !(await known(repository, head))) return NOT_FOUND
  const page = pageOf(request, 250)
  const body = await compare(repository, base, head, page)
  return { status: 200, body, ...nextOf(request, page, body.total_commits) }
}

async function content(repository: string, { headers, query, params }: Asked): Promise<Answer> {
  if (!String(headers['accept']).includes('raw')) throw new Error('only the raw form of a file is known here')
  const body = await fileAt(repository, String(query['ref']), decodeURIComponent(String(params['path'])))
  return body === undefined ? NOT_FOUND : { status: 200, body, raw: true }
}

export async function known(repository: string, commit: string): Promise<boolean> {
  return /^[0-9a-f]{40}$/.test(commit) && (await run(['git', '-C', repository, 'cat-file', '-e', `${commit}^{commit}`])).code === 0
}

/** `page`: a part of the commits. The files are on the first page. */
async function compare(repository: string, base: string, head: string, page: Page) {
  const ahead = await list(repository, `${base}..${head}`)
  const behind = await list(repository, `${head}..${base}`)
  const mergeBase = (await must('git', '-C', repository, 'merge-base', base, head)).trim()
  const [baseCommit, mergeBaseCommit] = await Promise.all([list(repository, '-1', base), list(repository, '-1', mergeBase)])
  const url = `https://github.example/acme/web/compare/${base}...${head}`
  return {
    url,
    html_url: url,
    permalink_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    base_commit: baseCommit[0],
    merge_base_commit: mergeBaseCommit[0],
    status: ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical',
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: partOf(ahead, page),
    files: page.at === 1 ? await changed(repository, mergeBase, head) : [],
  }
}

/** A binary file has `-` for its lines. */
async function changed(repository: string, from: string, to: string): Promise<object[]> {
  const lines = await must('git', '-C', repository, 'diff', '--numstat', from, to)
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [added = '', removed = '', filename = ''] = line.split('\t')
      const [additions, deletions] = [Number(added) || 0, Number(removed) || 0]
      const url = `https://github.example/acme/web/blob/${to}/${encodeURI(filename)}`
      const addresses = { blob_url: url, raw_url: url, contents_url: url }
      return { sha: to, filename, status: 'modified', additions, deletions, changes: additions + deletions, ...addresses }
    })
}

/** https://docs.github.com/rest/repos/repos#list-repository-tags: a tag that is an object of its own leads to its commit. */
async function tags(repository: string): Promise<readonly object[]> {
  const format = '--format=%(refname:short) %(objectname) %(*objectname)'
  const lines = await must('git', '-C', repository, 'for-each-ref', '--sort=-version:refname', format, 'refs/tags')
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', object = '', commit = ''] = line.split(' ')
      const url = `https://github.example/acme/web/archive/${name}`
      const sha = commit === '' ? object : commit
      return {
        name,
        commit: { sha, url: `https://github.example/acme/web/commit/${sha}` },
        node_id: name,
        zipball_url: url,
        tarball_url: url,
      }
    })
}

/** https://docs.github.com/rest/git/commits#get-a-commit-object */
async function gitCommit(repository: string, sha: string): Promise<object> {
  const [commit] = (await list(repository, '-1', sha)) as {
    commit: object
    parents: object[]
    node_id: string
    url: string
    html_url: string
  }[]
  const {
    commit: { comment_count: _, ...own } = {},
    parents = [],
    ...named
  } = commit as { commit?: { comment_count?: number }; parents?: object[] }
  return {
    ...named,
    ...own,
    parents,
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}

/** The text of a file in a commit; `undefined` if it is missing. */
async function fileAt(repository: string, commit: string, path: string): Promise<string | undefined> {
  const shown = await run(['git', '-C', repository, 'show', `${commit}:${path}`])
  return shown.code === 0 ? shown.stdout : undefined
}

async function list(repository: string, ...range: readonly string[]): Promise<object[]> {
  const entries = await must('git', '-C', repository, 'log', '-z', '--reverse', '--format=%H%x1f%T%x1f%P%x1f%an%x1f%B', ...range)
  return entries
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => commitOf(entry.trim().split('\u001f')))
}

function commitOf([sha = '', tree = '', parents = '', name = '', message = '']: readonly string[]): object {
  const url = `https://github.example/acme/web/commit/${sha}`
  const person = { name, email: 'someone@example.com', date: '2026-01-01T00:00:00Z' }
  const named = (id: string): object => ({ sha: id, url: `https://github.example/acme/web/commit/${id}` })
  return {
    url,
    sha,
    node_id: sha,
    html_url: url,
    comments_url: `${url}/comments`,
    commit: { url, author: person, committer: person, message, comment_count: 0, tree: named(tree) },
    author: null,
    committer: null,
    parents: parents.split(' ').filter(Boolean).map(named),
  }
}
