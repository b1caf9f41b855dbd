import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { must } from '../../local/exec.ts'
import { startGitHub } from '../../local/github.ts'
import type { GitHub } from '../../local/github.ts'
import type { ActionRun } from '../../local/runner.ts'
import { ended, makeBed, visit } from './support/bed.ts'
import type { Bed } from './support/bed.ts'

let bed: Bed
let github: GitHub
const commits: string[] = []
let url = ''

/** Commits in a row, each with what the test bed puts into the repository. */
beforeAll(async () => {
  bed = await makeBed()
  const git = ['git', '-C', bed.workspace, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'] as const
  await must(...git, 'init', '--quiet', '--initial-branch=main')
  for (const message of ['First', 'Second', 'Third: $(id) | <b>bold</b>']) {
    await bed.commit()
    await must(...git, 'add', '--all')
    await must(...git, 'commit', '--quiet', '--message', message)
    commits.push((await must(...git, 'rev-parse', 'HEAD')).trim())
  }
  github = await startGitHub(bed.workspace, 'the-token')
}, 60_000)
afterAll(async () => {
  await github.stop()
  await bed.close()
}, 60_000)

/** Deploys the nth commit in a run with this id. */
function deploy(
  at: number,
  runId: number,
  inputs: Record<string, string> = {},
  options: Parameters<Bed['act']>[1] = {},
): Promise<ActionRun> {
  const sha = commits[at] ?? ''
  const usual = { 'github-token': 'the-token', 'build-args': `BASE=${bed.cloud.baseImage}\nVERSION=${sha.slice(0, 8)}` }
  return bed.act({ ...usual, ...inputs }, { ...options, sha, env: { GITHUB_API_URL: github.url, GITHUB_RUN_ID: String(runId) } })
}

describe('the order of releases', () => {
  it('a newer commit is deployed, and the summary lists what is in it', async () => {
    ended(await deploy(0, 1), 'deployed')
    const run = ended(await deploy(2, 2), 'deployed')
    url = run.outputs['url'] ?? ''
    expect(run.summary).toContain('Second')
    expect(run.summary).toContain('Third: $&#40;id&#41; &#124; &lt;b&gt;bold&lt;/b&gt;')
  })

  it('a run that comes too late is refused with the reason, and changes nothing', async () => {
    const run = ended(await deploy(1, 1), 'refused', 'refused')
    expect(run.annotations.at(0)?.message).toContain(
      `commit ${commits[1]?.slice(0, 8)} is older than ${commits[2]?.slice(0, 8)}, which serves`,
    )
    expect(await visit(url)).toBe(commits[2]?.slice(0, 8))
  })

  it('unless that is what is wanted', async () => {
    const run = ended(await deploy(1, 1, { 'allow-downgrade': 'true' }), 'deployed')
    expect(await visit(run.outputs['url'] ?? '')).toBe(commits[1]?.slice(0, 8))
  })
})

describe('two runs at once', () => {
  it('the second waits and says for whom, and an older one gives way to a newer one that waits', async () => {
    const slow = deploy(2, 10, { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=8000' })
    await until(() => leaseHolder('10/1'))
    const older = deploy(1, 11, { 'allow-downgrade': 'true', env: 'OLDER=yes' })
    const newer = deploy(2, 12, { env: 'LAST=yes' })
    const [first, second, third] = await Promise.all([slow, older, newer])
    ended(first, 'deployed')
    ended(second, 'refused', 'superseded')
    ended(third, 'deployed')
    expect(second.annotations.at(0)?.message).toContain('run 12 of ada')
    expect(third.stdout).toContain('Waiting for run 10 of ada')
    expect(third.outputs['previous-release']).toBe(first.outputs['release'])
    expect(await visit(third.outputs['url'] ?? '', '/env?name=LAST')).toBe('yes')
  })

  it('a run that was killed with its post phase leaves a lease that the next one does not wait out', async () => {
    const killed = new AbortController()
    const run = deploy(2, 20, { env: 'BEHAVIOUR=slow-boot\nBOOT_MS=15000' }, { cancel: killed.signal, grace: [0, 0] })
    await until(() => leaseHolder('20/1'))
    killed.abort()
    await run
    const next = await deploy(2, 21, { env: 'NEXT=yes' })
    ended(next, 'deployed')
    expect(next.stdout).not.toContain('Waiting for run 20')
  })
})

async function leaseHolder(owner: string): Promise<boolean> {
  const found = await bed.cloud.observe('ssm', 'GetParameter', { Name: '/docker-to-ec2/web/production/lease' }).catch(() => ({}))
  return JSON.stringify(found).includes(owner)
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await reached()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('not reached in 30 s')
}
