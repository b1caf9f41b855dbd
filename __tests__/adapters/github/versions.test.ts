import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { must } from '../../../local/machine/exec.ts'
import { githubCommits } from '../../../src/adapters/github/commits.ts'
import { hasText, withSection } from '../../../src/domain/version/notes.ts'
import { githubReleases } from '../../../src/adapters/github/releases.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { gitIn } from '../../fakes/repository.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const folder = temporaryFolder('versions')
const git = gitIn(folder)
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
afterAll(() => github.stop())
beforeEach(() => {
  github.releases.length = 0
  github.trouble = () => undefined
  meanwhile = () => undefined
})

const spec = (token: string | undefined = 'the-token', apiUrl = github.url) => ({
  token,
  repository: 'acme/web',
  apiUrl,
  limit: patientLimit,
})
/** What others do while a run waits before it reads back what it wrote. */
let meanwhile: () => void = () => undefined
const clock = { sleep: async () => meanwhile() }
const RELEASE = { tag: 'v2.0.0', commit: '', prerelease: false }
const put = (text: string, keep = false, token?: string) =>
  githubReleases(spec(token), clock).put({ ...RELEASE, commit: head }, { key: 'web.production', text }, keep)

test('lists all tags with their commits over pages', async () => {
  const tags = (await githubCommits(spec()).tags()) ?? []
  expect(tags).toHaveLength(122)
  expect(tags).toEqual(
    expect.arrayContaining([
      { name: 'v1.0.0', commit: base },
      { name: 'v2.0.0', commit: head },
    ]),
  )
})

test('reads all commit messages over pages', async () => {
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
])('knows nothing if %s', async (_, of) => {
  const commits = githubCommits(of())
  expect([await commits.tags(), await commits.since(base, head)]).toEqual([undefined, undefined])
})

test('creates a release, and then updates its own section', async () => {
  const url = 'https://github.example/acme/web/releases/tag/v2.0.0'
  expect([await put('one'), await put('two'), await put('three', true)]).toEqual([url, url, url])
  expect(github.releases).toMatchObject([{ tag: 'v2.0.0', name: 'v2.0.0', body: expect.stringContaining('two') }])
  expect(github.releases[0]?.body).not.toMatch(/one|three/)
})

test('keeps what people wrote, and creates a missing tag at the commit', async () => {
  github.releases.push({ id: 1, tag: 'v2.0.0', name: 'Two', body: 'By hand.', prerelease: false })
  await put('one', true)
  expect(github.releases).toMatchObject([{ name: 'Two', body: expect.stringMatching(/^By hand\.\n\n<!--[\s\S]*one/) }])
  await githubReleases(spec(), clock).put({ tag: 'v3.0.0-rc.1', commit: base, prerelease: true }, { key: 'web', text: 'x' }, false)
  expect(github.releases[1]).toMatchObject({ tag: 'v3.0.0-rc.1', prerelease: true })
  expect((await git('rev-parse', 'v3.0.0-rc.1')).trim()).toBe(base)
})

test('throws if the token is read-only or the notes are too long', async () => {
  await expect(put('one', false, 'read-only')).rejects.toThrow('Resource not accessible by integration')
  await expect(put('x'.repeat(125_001))).rejects.toThrow('GitHub accepts 125000')
  expect(github.releases).toEqual([])
})

test('updates the draft of a tag, which stays a draft', async () => {
  github.releases.push({ id: 1, tag: 'v2.0.0', name: 'Two', body: 'Soon.', prerelease: false, draft: true })
  github.releases.push({ id: 2, tag: 'v9.0.0', name: 'Nine', body: 'Later.', prerelease: false, draft: true })
  await put('one')
  expect(github.releases).toMatchObject([
    { draft: true, body: expect.stringMatching(/^Soon\.\n\n<!--[\s\S]*one/) },
    { draft: true, body: 'Later.' },
  ])
})

test("writes its section again after another run, and keeps that run's section", async () => {
  const [release] = (github.releases.push({ id: 1, tag: 'v2.0.0', name: 'Two', body: 'By hand.', prerelease: false }), github.releases)
  const theirs = withSection('By hand.', { key: 'web.staging', text: 'theirs' }) ?? ''
  let overwritten = 0
  meanwhile = () => {
    if ((overwritten += 1) <= 2 && release) release.body = theirs
  }
  await put('ours')
  expect(overwritten).toBe(3)
  expect(hasText(release?.body ?? '', { key: 'web.staging', text: 'theirs' })).toBe(true)
  expect(hasText(release?.body ?? '', { key: 'web.production', text: 'ours' })).toBe(true)
})

test('gives up if others overwrite it again and again', async () => {
  const [release] = (github.releases.push({ id: 1, tag: 'v2.0.0', name: 'Two', body: '', prerelease: false }), github.releases)
  meanwhile = () => {
    if (release) release.body = 'theirs'
  }
  await expect(put('ours')).rejects.toThrow('other runs overwrote the notes of v2.0.0 5 times')
})

test('writes nothing if the section is up to date', async () => {
  await put('one')
  const before = github.requests.length
  await put('one')
  expect(github.requests.slice(before)).toEqual(['GET /repos/acme/web/releases/tags/v2.0.0'])
})

test('adds to a release that another run has created at the same time', async () => {
  github.trouble = (request) => {
    if (!request.startsWith('POST') || github.releases.length > 0) return undefined
    github.releases.push({
      id: 1,
      tag: 'v2.0.0',
      name: 'v2.0.0',
      body: withSection('', { key: 'web.staging', text: 'theirs' }) ?? '',
      prerelease: false,
    })
    return undefined
  }
  await put('ours')
  expect(github.releases).toHaveLength(1)
  expect(github.releases[0]?.body).toMatch(/theirs[\s\S]*ours/)
})

test('reports too many tags instead of reading some of them', async () => {
  const many = Array.from({ length: 5001 }, (_, at) => `reset refs/tags/many-${at}\nfrom refs/heads/main\n\n`)
  await writeFile(join(folder, 'import'), many.join(''))
  await must('sh', '-c', 'git -C "$1" fast-import --quiet < "$1/import"', 'sh', folder)
  const warnings: string[] = []
  expect(await githubCommits(spec(), (words) => warnings.push(words)).tags()).toBeUndefined()
  expect(warnings).toEqual(['The repository has more than 5000 tags, so none of them counts as a version. Set version, or delete tags.'])
})
