import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { must } from '../../../local/machine/exec.ts'
import { githubCommits } from '../../../src/adapters/github/commits.ts'
import { githubReleases } from '../../../src/adapters/github/releases.ts'

const folder = mkdtempSync(join(tmpdir(), 'docker-to-ec2-versions-'))
const git = (...args: string[]) => must('git', '-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args)
let github: GitHub
let base: string
let head: string

beforeAll(async () => {
  const messages = ['First', 'fix: one\n\nBREAKING CHANGE: all', ...Array.from({ length: 128 }, (_, at) => `Commit ${at}`), 'feat: last']
  const commits = messages.map((text) => `commit refs/heads/main\ncommitter Ada <ada@example.com> 0 +0000\ndata ${text.length}\n${text}\n`)
  const tags = ['v1.0.0', ...Array.from({ length: 120 }, (_, at) => `build-${at}`)].map(
    (name) => `reset refs/tags/${name}\nfrom refs/heads/main\n\n`,
  )
  await writeFile(join(folder, 'import'), [commits[0], ...tags, ...commits.slice(1)].join(''))
  await git('init', '--quiet', '--initial-branch=main')
  await must('sh', '-c', 'git -C "$1" fast-import --quiet < "$1/import"', 'sh', folder)
  const ids = (await git('rev-parse', 'v1.0.0', 'main')).split('\n')
  base = ids[0] ?? ''
  head = ids[1] ?? ''
  await git('tag', '--annotate', '--message', 'Second', 'v2.0.0', 'main')
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
})
afterAll(async () => {
  await github.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => void (github.releases.length = 0))

const spec = (token: string | undefined = 'the-token', apiUrl = github.url) => ({ token, repository: 'acme/web', apiUrl })
const RELEASE = { tag: 'v2.0.0', commit: '', prerelease: false }
const put = (text: string, keep = false, token?: string) =>
  githubReleases(spec(token)).put({ ...RELEASE, commit: head }, { key: 'web.production', text }, keep)

test('lists all tags, also behind a page, each with its commit', async () => {
  const tags = (await githubCommits(spec()).tags()) ?? []
  expect(tags).toHaveLength(122)
  expect(tags).toEqual(
    expect.arrayContaining([
      { name: 'v1.0.0', commit: base },
      { name: 'v2.0.0', commit: head },
    ]),
  )
})

test('reads what all commits say, also behind a page', async () => {
  const since = await githubCommits(spec()).since(base, head)
  expect(since?.relation).toBe('ahead')
  expect(since?.changes).toHaveLength(130)
  expect([since?.changes[0], since?.changes[1], since?.changes[129]]).toEqual(['breaking', 'other', 'feature'])
  expect(await githubCommits(spec()).since(head, base)).toEqual({ relation: 'behind', changes: [] })
})

test.each<[string, () => ReturnType<typeof spec>]>([
  ['GitHub is down', () => spec('the-token', 'http://127.0.0.1:1')],
  ['there is no token', () => ({ ...spec(), token: '' })],
  ['the token is wrong', () => spec('wrong')],
])('tells nothing when %s', async (_, of) => {
  const commits = githubCommits(of())
  expect([await commits.tags(), await commits.since(base, head)]).toEqual([undefined, undefined])
})

test('makes a release, and then updates its own section', async () => {
  const url = 'https://github.example/acme/web/releases/tag/v2.0.0'
  expect([await put('one'), await put('two'), await put('three', true)]).toEqual([url, url, url])
  expect(github.releases).toMatchObject([{ tag: 'v2.0.0', name: 'v2.0.0', body: expect.stringContaining('two') }])
  expect(github.releases[0]?.body).not.toMatch(/one|three/)
})

test('leaves what people wrote, and makes a missing tag of the commit', async () => {
  github.releases.push({ id: 1, tag: 'v2.0.0', name: 'Two', body: 'By hand.', prerelease: false })
  await put('one', true)
  expect(github.releases).toMatchObject([{ name: 'Two', body: expect.stringMatching(/^By hand\.\n\n<!--[\s\S]*one/) }])
  await githubReleases(spec()).put({ tag: 'v3.0.0-rc.1', commit: base, prerelease: true }, { key: 'web', text: 'x' }, false)
  expect(github.releases[1]).toMatchObject({ tag: 'v3.0.0-rc.1', prerelease: true })
  expect((await git('rev-parse', 'v3.0.0-rc.1')).trim()).toBe(base)
})

test('throws where the token may only read, or the notes are too long', async () => {
  await expect(put('one', false, 'read-only')).rejects.toThrow('Resource not accessible by integration')
  await expect(put('x'.repeat(125_001))).rejects.toThrow('Validation Failed')
  expect(github.releases).toEqual([])
})
