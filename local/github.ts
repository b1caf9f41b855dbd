/**
 * Stands in for GitHub's API: how two commits stand to each other, told from a real git repository.
 * https://docs.github.com/rest/commits/commits#compare-two-commits
 */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { must, run } from './exec.ts'

export interface GitHub {
  /** For GITHUB_API_URL. */
  readonly url: string
  stop(): Promise<void>
}

const COMPARE = /^\/repos\/[\w.-]+\/[\w.-]+\/compare\/([0-9a-f]{40})\.\.\.([0-9a-f]{40})(\?|$)/

/** `repository`: folder of the git repository. Every request must bring `token`. */
export async function startGitHub(repository: string, token: string): Promise<GitHub> {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const [, base = '', head = ''] = COMPARE.exec(decodeURIComponent(request.url ?? '')) ?? []
    if (request.headers.authorization !== `token ${token}`) return answer(401, { message: 'Bad credentials' })
    if (!base || !(await known(repository, base)) || !(await known(repository, head))) return answer(404, { message: 'Not Found' })
    return answer(200, await compare(repository, base, head))
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
}

async function known(repository: string, commit: string): Promise<boolean> {
  return (await run(['git', '-C', repository, 'cat-file', '-e', `${commit}^{commit}`])).code === 0
}

async function compare(repository: string, base: string, head: string): Promise<object> {
  const ahead = await list(repository, `${base}..${head}`)
  const behind = await list(repository, `${head}..${base}`)
  const status = ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical'
  return { status, ahead_by: ahead.length, behind_by: behind.length, total_commits: ahead.length, commits: ahead }
}

async function list(repository: string, range: string): Promise<object[]> {
  const lines = await must('git', '-C', repository, 'log', '--reverse', '--format=%H%x00%an%x00%s', range)
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [sha, name, message] = line.split('\0')
      return { sha, commit: { message, author: { name } }, author: null }
    })
}
