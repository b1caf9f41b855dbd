import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { githubIncidents } from '../../../src/adapters/github/issues/incidents.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const folder = temporaryFolder('incidents')
const SINCE = Date.parse('2026-11-01T00:00:00Z')
let github: GitHub

beforeAll(async () => {
  github = await startGitHub(folder, 'the-token')
})
afterAll(() => github.stop())
beforeEach(() => {
  github.issues.length = 0
  github.requests.length = 0
})

const labelled = (label: string, token: string | undefined = 'the-token') =>
  githubIncidents({ token, repository: 'acme/web', apiUrl: github.url, limit: patientLimit }).labelled(label, SINCE)

function issue(number: number, changes: Partial<GitHub['issues'][number]> = {}): void {
  github.issues.push({ number, labels: ['incident', 'bug'], openedAt: '2026-11-02T10:00:00Z', ...changes })
}

test('reads when issues with the label were opened and closed, open ones included', async () => {
  issue(1)
  issue(2, { closedAt: '2026-11-02T11:30:00Z' })
  issue(3, { labels: ['bug'] })
  const openedAt = Date.parse('2026-11-02T10:00:00Z')
  expect(await labelled('incident')).toEqual([
    { number: 1, url: 'https://github.example/acme/web/issues/1', openedAt },
    { number: 2, url: 'https://github.example/acme/web/issues/2', openedAt, closedAt: openedAt + 5_400_000 },
  ])
})

test('leaves out pull requests and issues without changes in the period', async () => {
  issue(1, { isPullRequest: true })
  issue(2, { openedAt: '2026-10-01T00:00:00Z', closedAt: '2026-10-02T00:00:00Z' })
  expect(await labelled('incident')).toEqual([])
})

test('finds all issues over pages', async () => {
  for (let number = 1; number <= 130; number += 1) issue(number)
  expect(await labelled('incident')).toHaveLength(130)
  expect(github.requests).toHaveLength(2)
})

test.each([
  ['a token that GitHub does not know', 'wrong', 'Bad credentials'],
  ['no token', '', 'there is no github-token'],
])('throws with %s', async (_, token, message) => {
  await expect(labelled('incident', token)).rejects.toThrow(message)
})
