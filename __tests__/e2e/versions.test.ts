import { describe, expect } from '@jest/globals'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { atEnd, given, it } from './support/test.ts'
import { short } from '../fakes/short-commit.ts'
import { gitIn, repositoryIn } from '../fakes/repository.ts'

/** The usual inputs of a deploy that a promotion and a rollback do not take. */
const BROUGHT = { port: undefined, 'build-args': undefined, 'health-timeout': undefined }
const MESSAGES = ['feat: first', 'fix: second', 'feat!: third\n\nBREAKING CHANGE: nothing is as it was']

let bed: Bed
let github: GitHub
let commits: string[]
let staged: ActionRun
let released: ActionRun

const git = (...args: string[]) => gitIn(bed.workspace)(...args)

const empty = given(async () => {
  bed = await openBed()
  commits = await repositoryIn(bed.workspace, MESSAGES, () => bed.commit())
  github = await startGitHub(bed.workspace, 'the-token', { readOnlyToken: 'read-only' })
  atEnd(() => github.stop())
})

/** The first commit serves in staging, and then, as v1.0.0, in production; the second one after it, as v1.0.1. */
const both = given(async () => {
  await empty()
  staged = ended(await stage(0), 'deployed')
  await git('tag', 'v1.0.0', commits[0] ?? '')
  released = ended(await release('v1.0.0'), 'deployed')
  ended(await stage(1), 'deployed')
  await git('tag', '--annotate', '--message', 'Second', 'v1.0.1', commits[1] ?? '')
  ended(await release('v1.0.1'), 'deployed')
})

const surroundings = (sha = '', ref = 'refs/heads/main') => ({ sha, env: { GITHUB_API_URL: github.url, GITHUB_REF: ref } })

function stage(at: number, inputs: Record<string, string> = {}): Promise<ActionRun> {
  const sha = commits[at] ?? ''
  const build = { 'build-args': `BASE=${bed.cloud.baseImage}\nVERSION=${short(sha)}`, 'github-token': 'the-token' }
  return bed.act({ environment: 'staging', ...build, ...inputs }, surroundings(sha))
}

/** The run of a tag, in which nothing is checked out. */
async function release(tag: string, inputs: Record<string, string> = {}): Promise<ActionRun> {
  const sha = (await git('rev-parse', `${tag}^{commit}`)).trim()
  const usual = { command: 'promote', 'promote-from': 'staging', 'github-token': 'the-token', 'release-notes': 'true', ...BROUGHT }
  return bed.act({ ...usual, ...inputs }, surroundings(sha, `refs/tags/${tag}`))
}

const operate = (inputs: Record<string, string>): Promise<ActionRun> =>
  bed.act({ 'github-token': 'the-token', ...BROUGHT, ...inputs }, surroundings('f'.repeat(40)))

async function tagged(tag: string): Promise<string> {
  const asked = { repositoryName: 'web/production', imageIds: [{ imageTag: tag }] }
  const { imageDetails } = await bed.cloud.observe('ecr', 'DescribeImages', asked)
  return (imageDetails as readonly { imageDigest: string }[])[0]?.imageDigest ?? ''
}

describe('a version', () => {
  it('promotes the digest that staging verified to production, without a build, and tags it in the registry', async () => {
    await both()
    expect(released.outputs).toMatchObject({
      version: '1.0.0',
      digest: staged.outputs['digest'],
      'serving-digest': staged.outputs['digest'],
    })
    expect(released.stdout).not.toMatch(/\bdocker build|#\d+ \[|The push refers|Build the image/)
    expect(released.stdout).toContain(`1.0.0 (release ${released.outputs['release']}) is live`)
    expect(await tagged('1.0.0')).toBe(staged.outputs['digest'])
  })

  it('is shown in status and history', async () => {
    await both()
    const status = ended(await operate({ command: 'status' }), 'reported')
    expect(status.outputs['version']).toBe('1.0.1')
    expect(status.summary).toMatch(/Version.*1\.0\.1/)
    expect(status.summary).toMatch(/Can roll back to.*1\.0\.0/)
    expect(status.summary).toMatch(/deployed .*1\.0\.1[\s\S]*deployed .*1\.0\.0/)
  })

  it('has release notes with what went live, and nothing about earlier releases', async () => {
    await both()
    expect(github.releases.map(({ tag }) => tag)).toEqual(['v1.0.0', 'v1.0.1'])
    const [, second] = github.releases
    expect(second?.body).toMatch(/instead of <code>1\.0\.0<\/code>[\s\S]*#### Fixes\n\n- .*fix: second/)
    expect(second?.body).not.toContain('feat: first')
  })

  it('can be the target of a rollback', async () => {
    await both()
    const back = ended(await operate({ command: 'rollback', version: 'v1.0.0' }), 'rolled-back')
    expect(back.outputs).toMatchObject({ version: '1.0.0', digest: staged.outputs['digest'] })
    expect(await visit(back.outputs['url'] ?? '')).toBe(short(commits[0]))
    const unknown = ended(await operate({ command: 'rollback', version: '7.0.0' }), 'refused', 'refused')
    expect(errorOf(unknown)).toContain('7.0.0 is neither recorded in production nor a tag of the repository')
  })

  it('is refused for a commit that staging never had', async () => {
    await both()
    await git('tag', 'v3.0.0', commits[2] ?? '')
    const untested = await release('v3.0.0')
    await git('tag', '--delete', 'v3.0.0')
    expect(errorOf(ended(untested, 'refused', 'refused'))).toContain(
      `3.0.0 is commit ${short(commits[2])}, which is not verified in staging`,
    )
  })

  it('is refused before any build if its tag names another digest', async () => {
    await both()
    const from = (await bed.cloud.calls()).length
    const moved = ended(await stage(2, { environment: 'production', version: '1.0.0' }), 'refused', 'refused')
    expect(errorOf(moved)).toContain(`1.0.0 already names ${staged.outputs['digest']} (the tag 1.0.0 of web/production)`)
    expect((await bed.calls(from)).filter(({ operation }) => /^(Put|Send|Run)/.test(operation))).toEqual([])
  })
})

describe('next-version', () => {
  it('is proposed by a plan and a deploy, and never fails them', async () => {
    await both()
    const planned = ended(await stage(2, { command: 'plan', 'next-version': 'semver' }), 'planned')
    expect(planned.outputs['next-version']).toBe('2.0.0')
    expect(planned.summary).toMatch(/Next version.*2\.0\.0/)
    const dated = await stage(2, { command: 'plan', 'next-version': 'calver' })
    expect(dated.outputs['next-version']).toMatch(/^20\d\d\.\d{3,4}\.0$/)
    const down = { ...surroundings(commits[2]), env: { GITHUB_API_URL: 'http://127.0.0.1:1', GITHUB_REF: 'refs/heads/main' } }
    const plan = { command: 'plan', environment: 'staging', 'next-version': 'semver', 'github-token': 'the-token' }
    const alone = ended(await bed.act({ ...plan, 'build-args': `BASE=${bed.cloud.baseImage}\nVERSION=x` }, down), 'planned')
    expect(alone.outputs['next-version']).toBe('')
    expect(alone.annotations.map(({ message }) => message).join()).toContain('next-version: none')
  })
})

describe('release-notes', () => {
  it('rejected by GitHub cause a warning that names the permission', async () => {
    await both()
    const run = await release('v1.0.1', { 'github-token': 'read-only', env: 'ANOTHER=yes', 'allow-rolled-back': 'true' })
    expect(['deployed', 'unchanged']).toContain(run.outputs['outcome'])
    expect(run.annotations.map(({ message }) => message).join()).toContain('contents: write')
  })
})
