import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { inventory } from '../../local/inventory.ts'
import { stretched, until } from '../../local/machine/patience.ts'
import { comment, dispatch, pullRequest, push, tagPush } from '../../local/workflow/event.ts'
import type { WorkflowRun } from '../../local/workflow/workflow.ts'
import type { JobRun } from '../../local/workflow/job.ts'
import { visit } from './support/test-bed.ts'
import { invite } from './support/guest.ts'
import { onGitHub, REPOSITORY } from './support/on-github.ts'
import type { OnGitHub } from './support/on-github.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { short } from '../fakes/short-commit.ts'

let project: OnGitHub
/** The newest commit. */
let sha: string
/** Where production answers. */
let url: string
/** A release before the one that serves in production is there to go back to. */
let past: boolean

const empty = given(async () => {
  project = await onGitHub()
  past = false
  sha = await project.commit('First')
})
const served = given(async () => {
  await empty()
  url = job(await project.run('deploy.yml', push(sha)), 'deploy').url ?? ''
})
beforeEach(async () => {
  await empty()
  project.reviewer = () => 'approved'
})

/** The job of a run that ended as expected; shows the log of one that did not. */
function job(run: WorkflowRun, id: string, expected = 'success'): JobRun {
  const found = run.jobs[id]
  if (found?.conclusion !== expected) {
    const logs = Object.entries(run.jobs).map(([name, { conclusion, log }]) => `${name}: ${conclusion}\n${log.slice(-6000)}`)
    throw new Error(`${id} was expected to end with ${expected}\n${logs.join('\n')}`)
  }
  return found
}

const outputsOf = (ran: JobRun): Readonly<Record<string, string>> => ran.steps.at(-1)?.outputs ?? {}
/** Without the roles that a workflow takes. */
const resources = async () => (await inventory(project.bed.cloud)).filter((name) => !project.hasRole(name.replace('role ', '')))
const operate = async (inputs: Record<string, string>, expected = 'success') =>
  job(await project.run('operate.yml', dispatch(sha, inputs)), 'operate', expected)

async function deployNext(title: string): Promise<void> {
  sha = await project.commit(title)
  expect(outputsOf(await operate({ command: 'deploy' }))['outcome']).toBe('deployed')
  expect(await visit(url)).toBe(short(sha))
  past = true
}

describe('deploy.yml', () => {
  it('waits for the approval', async () => {
    project.reviewer = () => 'rejected'
    expect((await project.run('deploy.yml', push(sha))).conclusion).toBe('failure')
    expect(await resources()).toEqual([])
  })

  it('deploys the pushed commit', async () => {
    await served()
    expect(await visit(url)).toBe(short(sha))
  })

  it('creates one deployment on GitHub, which job and action share', async () => {
    await served()
    const [first, ...others] = project.deployments.filter(({ sha: of }) => of === sha)
    expect(others).toEqual([])
    expect(first?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'in_progress', 'in_progress', 'success', 'success'])
  })

  it('does nothing for another branch', async () => {
    expect((await project.run('deploy.yml', push(sha, 'feature'))).conclusion).toBe('not started')
  })
})

describe('operate.yml', () => {
  beforeEach(served)

  it('deploys and rolls back', async () => {
    const first = sha
    await deployNext('Second')
    expect(outputsOf(await operate({ command: 'rollback' }))['outcome']).toBe('rolled-back')
    expect(await visit(url)).toBe(short(first))
  })

  it('shows the status, even if the form still has a release', async () => {
    const looked = await operate({ command: 'status', release: '01234567-01234567' })
    expect(outputsOf(looked)['outcome']).toBe('reported')
    expect(looked).toMatchObject({ url, summary: expect.stringContaining(url) })
  })
})

describe('approve.yml', () => {
  beforeEach(served)

  it('deploys the plan that the approver has read', async () => {
    const served = await visit(url)
    sha = await project.commit('Planned')
    let seen = ''
    project.reviewer = ({ summaries }) => {
      seen = summaries['plan'] ?? ''
      return 'approved'
    }
    const run = await project.run('approve.yml', push(sha))
    expect(seen).toContain(`release commit ${short(sha)} over ${served}-`)
    expect(outputsOf(job(run, 'deploy'))['outcome']).toBe('deployed')
    expect(await visit(url)).toBe(short(sha))
    past = true
  })

  it('asks nobody when there is nothing to do', async () => {
    project.reviewer = () => {
      throw new Error('asked')
    }
    job(await project.run('approve.yml', push(sha)), 'deploy', 'skipped')
  })

  it('refuses an approved plan if another release is live by then', async () => {
    if (!past) await deployNext('Before')
    const next = await project.commit('Planned, too')
    project.reviewer = async (): Promise<'approved'> => {
      project.reviewer = () => 'approved'
      await operate({ command: 'rollback' })
      return 'approved'
    }
    const run = await project.run('approve.yml', push(next))
    expect(outputsOf(job(run, 'deploy', 'failure'))).toMatchObject({ outcome: 'refused', cause: 'plan-changed' })
    expect(await visit(url)).not.toBe(short(next))
  })
})

describe('comment.yml', () => {
  let number = 100
  /** The newest commit of main. */
  let main: string

  /** A pull request with a commit that was pushed a minute before any comment. */
  async function propose(title: string): Promise<string> {
    main = sha
    sha = await project.commit(title)
    number += 1
    project.pullRequests.set(number, { state: 'open', author: 'ben', commit: sha, from: REPOSITORY, branch: `topic-${number}` })
    project.people.pushes.push({ repository: REPOSITORY, branch: `topic-${number}`, commit: sha, at: '2026-11-27T11:59:00Z', by: 'ben' })
    project.people.members.set('ada', { role: 'write' })
    return sha
  }

  async function write(body: string, { by = 'ada', on = number }: { readonly by?: string; readonly on?: number } = {}) {
    const id = 5000 + project.comments.length
    const at = '2026-11-27T12:00:00Z'
    project.comments.push({ id, issue: on, body, login: by, type: 'User', association: 'MEMBER', at })
    const run = await project.run(
      'comment.yml',
      comment({ sha: main, number: on, id, body, by, at, onIssue: !project.pullRequests.has(on) }),
    )
    const answer = project.comments.find((one) => one.body.startsWith(`<!-- docker-to-ec2 comment ${id} -->`))?.body ?? ''
    const reactions = project.people.reactions.filter((one) => one.comment === id).map(({ content }) => content)
    return { run, answer, reactions }
  }

  beforeEach(served)

  it('deploys the commit of a pull request after the approval, says so, goes back, and freezes', async () => {
    const before = await visit(url)
    const proposed = await propose('Proposed')
    let asked = ''
    project.reviewer = ({ environment }) => {
      asked = `${environment}: ${project.comments.at(-1)?.body}`
      return 'approved'
    }
    const deployed = await write('.deploy production')
    expect(outputsOf(job(deployed.run, 'operate'))['outcome']).toBe('deployed')
    job(deployed.run, 'plan', 'skipped')
    expect(await visit(url)).toBe(short(proposed))
    expect(asked).toMatch(/^production: [^]*⏳/)
    expect(asked).toContain(short(proposed))
    expect(deployed.answer).toMatch(/✅ <code>\.deploy production<\/code> by ada[^]*### 🚀 /)
    expect(deployed.reactions).toEqual(['eyes', 'rocket'])

    const back = await write('.rollback')
    expect(outputsOf(job(back.run, 'operate'))['outcome']).toBe('rolled-back')
    expect(await visit(url)).toBe(before)

    const frozen = await write('.freeze production the sale: $(id) ${{ secrets.TOKEN }}')
    expect(outputsOf(job(frozen.run, 'operate'))['outcome']).toBe('frozen')
    const refused = await write('.deploy')
    expect(outputsOf(job(refused.run, 'operate', 'failure'))['outcome']).toBe('refused')
    expect(refused.answer).toContain('the sale: <span>$</span>&#40;id&#41;')
    expect(refused.reactions).toEqual(['eyes', 'confused'])
    expect(outputsOf(job((await write('.unfreeze')).run, 'operate'))['outcome']).toBe('unfrozen')
    past = true
  })

  it('plans the commit of a pull request without an approval, and shows the plan in the answer', async () => {
    const proposed = await propose('Planned by a comment')
    project.reviewer = () => {
      throw new Error('asked')
    }
    const { run, answer } = await write('.plan')
    job(run, 'plan')
    job(run, 'operate', 'skipped')
    expect(answer).toContain(short(proposed))
    expect(answer).toContain('📋')
  })

  it('on an issue deploys the newest commit of main', async () => {
    await propose('Not merged')
    const { run } = await write('.deploy', { on: 70 })
    expect(outputsOf(job(run, 'operate'))['release']).toContain(short(main))
    expect(await visit(url)).toBe(short(main))
  })

  it('says that nothing was deployed when the reviewer rejects it', async () => {
    await propose('Rejected')
    const serving = await visit(url)
    project.reviewer = () => 'rejected'
    const { run, answer } = await write('.deploy')
    job(run, 'operate', 'failure')
    expect(answer).toContain('❌')
    expect(await visit(url)).toBe(serving)
  })

  it('lets nobody deploy without the permission, nor what was pushed after the comment', async () => {
    await propose('Pushed too late')
    const serving = await visit(url)
    const stranger = await write('.deploy', { by: 'eve' })
    expect(stranger).toMatchObject({ answer: '', reactions: ['-1'] })
    project.people.pushes.push({ repository: REPOSITORY, branch: `topic-${number}`, commit: sha, at: '2026-11-27T12:00:01Z', by: 'ben' })
    const late = await write('.deploy')
    expect(late.answer).toContain('pushed after the comment')
    const unknown = await write('.deploy prod')
    expect(unknown.answer).toContain('Environments: production, staging.')
    for (const { run } of [stranger, late, unknown]) {
      job(run, 'read', 'failure')
      for (const id of ['plan', 'operate', 'answer']) job(run, id, 'skipped')
    }
    expect(await visit(url)).toBe(serving)
  })

  it('starts no job for other comments, and asks GitHub nothing about those that only look like commands', async () => {
    await propose('Talked about')
    const said = project.requests.length
    job((await write('Please .deploy this')).run, 'read', 'skipped')
    job((await write('> .deploy')).run, 'read', 'skipped')
    const { run } = await write('.deployment is done')
    expect(outputsOf(job(run, 'read'))['outcome']).toBe('ignored')
    job(run, 'operate', 'skipped')
    expect(project.requests.slice(said)).toEqual([])
  })
})

describe('metrics.yml', () => {
  beforeEach(served)

  it('publishes the metrics, and says which have too few deploys', async () => {
    await deployNext('Measured')
    project.issues.push({ number: 5, labels: ['incident'], openedAt: new Date().toISOString() })
    const run = await project.run('metrics.yml', dispatch(sha, {}))
    expect(job(run, 'publish').url).toBe('https://octo-org.github.example/web/')
    const page = project.pages.site?.['index.html'] ?? ''
    expect(page).toContain(`<code>${short(await visit(url))}-`)
    expect(page).toContain('too few (')
    expect(page).toContain('an issue')
    const told = JSON.parse(project.pages.site?.['metrics.json'] ?? '{}')
    const [newest] = told.environments[0].deliveries
    expect(newest).toMatchObject({ kind: 'change', cause: '', failed: true, committedAt: expect.any(String) })
    const times = ['committedAt', 'startedAt', 'reachedAt', 'servedAt', 'endedAt'].map((name) => Date.parse(newest[name]))
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(Object.keys(project.pages.site ?? {})).toContain('badges/production/lead-time.svg')
  })
})

describe('attested.yml', () => {
  beforeEach(served)

  it('deploys the image that it has built and attested, and refuses others', async () => {
    sha = await project.commit('Forged')
    const serving = await visit(url)
    project.signsAs = (signing) => ({ ...signing, workflow: signing.workflow.replace('attested.yml', 'other.yml') })
    const forged = await project.run('attested.yml', push(sha)).finally(() => (project.signsAs = (signing) => signing))
    expect(outputsOf(job(forged, 'deploy', 'failure'))).toMatchObject({ outcome: 'refused', cause: 'image-not-attested' })
    expect(await visit(url)).toBe(serving)

    sha = await project.commit('Attested')
    const run = await project.run('attested.yml', push(sha))
    expect(outputsOf(job(run, 'deploy'))).toMatchObject({ outcome: 'deployed', digest: job(run, 'build').outputs['digest'] })
    expect(await visit(url)).toBe(short(sha))
    past = true
  })
})

describe('pull-request.yml', () => {
  beforeEach(served)

  const opened = { number: 7, title: '`id` $(id) ${{ github.token }}', from: REPOSITORY, into: REPOSITORY, branch: 'feature' }
  const comments = () => project.comments.filter(({ issue }) => issue === opened.number).map(({ issue, body }) => ({ issue, body }))

  it('shows what merging would change, and changes nothing', async () => {
    sha = await project.commit('Third')
    const from = (await project.bed.cloud.calls()).length
    job(await project.run('pull-request.yml', pullRequest({ ...opened, sha })), 'plan')
    expect(comments()).toEqual([{ issue: 7, body: expect.stringContaining(short(sha)) }])
    const calls = await project.bed.calls(from)
    expect(calls.length).toBeGreaterThan(3)
    expect(calls.filter((call) => !project.plannerMay(call))).toEqual([])
  })

  it('updates the comment for the next push', async () => {
    if (comments().length === 0) job(await project.run('pull-request.yml', pullRequest({ ...opened, sha })), 'plan')
    const before = sha
    sha = await project.commit('Fourth')
    job(await project.run('pull-request.yml', pullRequest({ ...opened, action: 'synchronize', sha })), 'plan')
    expect(comments()).toEqual([{ issue: 7, body: expect.stringContaining(short(sha)) }])
    expect(comments()[0]?.body).not.toContain(`commit ${short(before)}`)
  })

  it('is skipped for a fork', async () => {
    const before = comments()
    const run = await project.run('pull-request.yml', pullRequest({ ...opened, sha, number: 8, from: 'mallory/web' }))
    expect(job(run, 'plan', 'skipped').steps).toEqual([])
    expect(comments()).toEqual(before)
  })
})

describe('preview.yml', () => {
  beforeEach(served)

  const opened = { number: 9, title: '`id` $(id)', from: REPOSITORY, into: REPOSITORY, branch: 'feature' }
  const comments = () => project.comments.filter(({ issue }) => issue === 9).map(({ body }) => body)

  it('serves a pull request, comments its URL, and removes it when it is closed', async () => {
    const base = sha
    const served = await visit(url)
    const host = outputsOf(await operate({ command: 'status' }))['instance-id'] ?? ''
    Object.assign(project.previews, { PREVIEW_HOST: host, PREVIEW_DOMAIN: 'preview.example.com' })
    await invite(project.bed.cloud, 'web', 'pr-*')
    const head = await project.commit('Proposed')
    const ran = job(await project.run('preview.yml', pullRequest({ ...opened, sha: head, base })), 'preview')
    expect(outputsOf(ran)['outcome']).toBe('deployed')
    expect(ran.url).toBe('http://pr-9.preview.example.com')
    expect(comments()).toEqual([expect.stringContaining('http://pr-9.preview.example.com')])
    expect(comments()[0]).toContain('Proposed')
    const closed = job(await project.run('preview.yml', pullRequest({ ...opened, action: 'closed', sha: head, base })), 'preview')
    expect(outputsOf(closed)['outcome']).toBe('destroyed')
    expect(comments()).toEqual([expect.stringContaining('was removed')])
    expect(await visit(url)).toBe(served)
  })

  it('is removed by the sweep if the end of its pull request was missed', async () => {
    const host = outputsOf(await operate({ command: 'status' }))['instance-id'] ?? ''
    Object.assign(project.previews, { PREVIEW_HOST: host, PREVIEW_DOMAIN: 'preview.example.com' })
    await invite(project.bed.cloud, 'web', 'pr-*')
    for (const number of [10, 11]) job(await project.run('preview.yml', pullRequest({ ...opened, number, sha, base: sha })), 'preview')
    project.pullRequests.set(10, { state: 'closed' }).set(11, { state: 'open' })
    const swept = job(await project.run('sweep.yml', dispatch(sha)), 'sweep')
    expect(swept.log).toContain('web: removed 1 preview, 1 stays')
    const ends = project.deployments.flatMap(({ environment, statuses }) =>
      /^pr-1[01]$/.test(environment) ? [[environment, statuses.at(-1)?.state]] : [],
    )
    expect(ends).toEqual([
      ['pr-10', 'inactive'],
      ['pr-11', 'success'],
    ])
    const again = job(await project.run('sweep.yml', dispatch(sha)), 'sweep')
    expect(again.log).toContain('web: removed 0 previews, 1 stays')
    expect(project.comments.find(({ issue }) => issue === 10)?.body).toContain('The pull request 10 is closed')
    job(await project.run('preview.yml', pullRequest({ ...opened, number: 11, action: 'closed', sha, base: sha })), 'preview')
  })

  it('is skipped for a fork', async () => {
    const run = await project.run('preview.yml', pullRequest({ ...opened, sha, from: 'mallory/web' }))
    expect(job(run, 'preview', 'skipped').steps).toEqual([])
  })
})

describe('staging-to-production.yml', () => {
  beforeEach(served)

  /** The newest commit is newer than what serves. */
  async function goOn(): Promise<void> {
    if ((await visit(url)) === short(sha)) sha = await project.commit('Next')
  }

  it('shows the plan to the approver, and leaves production unchanged if it is rejected', async () => {
    await goOn()
    const served = await visit(url)
    let seen = ''
    project.reviewer = ({ environment, summaries }) => {
      seen = `${environment}: ${summaries['plan']}`
      return 'rejected'
    }
    const run = await project.run('staging-to-production.yml', push(sha))
    expect(await visit(job(run, 'staging').url ?? '')).toBe(short(sha))
    expect(seen).toContain(`production: `)
    expect(seen).toContain(`promote would release ${short(sha)}-`)
    expect(seen).toContain(`of staging over ${served}-`)
    expect(job(run, 'production', 'failure').steps).toEqual([])
    expect(await visit(url)).toBe(served)
  })

  it('promotes what this run has tested if it is approved, even if staging is newer by then', async () => {
    const tested = await project.commit('Fifth')
    project.reviewer = async (): Promise<'approved'> => {
      sha = await project.commit('Sixth')
      project.reviewer = () => 'rejected'
      job(await project.run('staging-to-production.yml', push(sha)), 'staging')
      return 'approved'
    }
    const run = await project.run('staging-to-production.yml', push(tested))
    const staged = outputsOf(job(run, 'staging'))
    const promoted = outputsOf(job(run, 'production'))
    expect(promoted).toMatchObject({ outcome: 'deployed', digest: staged['digest'], 'serving-digest': staged['digest'] })
    expect(await visit(url)).toBe(short(tested))
  })

  it('takes the digest of a tag from staging to production, without a build, after the approval of its plan', async () => {
    sha = await project.commit('Tagged')
    project.reviewer = () => 'rejected'
    const staged = outputsOf(job(await project.run('staging-to-production.yml', push(sha)), 'staging'))
    await project.tag(sha, 'v3.1.0')
    let seen = ''
    project.reviewer = ({ environment, summaries }) => {
      seen = `${environment}: ${summaries['plan']}`
      return 'approved'
    }
    const run = await project.run('staging-to-production.yml', tagPush(sha, 'v3.1.0'))
    expect(seen).toContain(`promote would release ${short(sha)}-`)
    job(run, 'staging', 'skipped')
    const production = job(run, 'production')
    expect(outputsOf(production)).toMatchObject({ outcome: 'deployed', version: '3.1.0', 'serving-digest': staged['digest'] })
    expect(production.log).not.toMatch(/\bdocker build|The push refers/)
    expect(await visit(url)).toBe(short(sha))
  })

  it('asks nobody to approve a plan that would be refused', async () => {
    await goOn()
    job(await project.run('staging-to-production.yml', push(sha)), 'production')
    project.reviewer = () => {
      throw new Error('asked')
    }
    // Older than what serves: the run was started too late.
    const late = await project.run('staging-to-production.yml', push(await project.earlier(sha)))
    expect(late.conclusion).toBe('failure')
    job(late, 'production', 'skipped')
  })
})

describe('release.yml', () => {
  beforeEach(served)

  it('deploys a push to staging, proposes a version, and takes the digest of its tag to production without a build', async () => {
    sha = await project.commit('feat: something new')
    const staged = outputsOf(job(await project.run('release.yml', push(sha)), 'staging'))
    const version = staged['next-version'] ?? ''
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    // Staging has gone on when the tag comes.
    const newer = await project.commit('fix: something else')
    job(await project.run('release.yml', push(newer)), 'staging')
    await project.tag(sha, `v${version}`)
    const run = await project.run('release.yml', tagPush(sha, `v${version}`))
    job(run, 'staging', 'skipped')
    const production = job(run, 'production')
    expect(outputsOf(production)).toMatchObject({
      outcome: 'deployed',
      version,
      digest: staged['digest'],
      'serving-digest': staged['digest'],
    })
    expect(production.log).not.toMatch(/\bdocker build|The push refers/)
    expect(production.summary).toContain(version)
    expect(await visit(url)).toBe(short(sha))
    const [notes] = project.releases.filter(({ tag }) => tag === `v${version}`)
    expect(notes?.body).toContain(`#### Features`)
    expect(notes?.body).toContain('feat: something new')
    expect(notes?.body).not.toContain('something else')
    const looked = await operate({ command: 'status' })
    expect(outputsOf(looked)['version']).toBe(version)
    past = true
  })

  it('refuses a tag of a commit that staging never had', async () => {
    const serving = await visit(url)
    const untested = await project.commit('Untested')
    await project.tag(untested, 'v9.0.0')
    const run = await project.run('release.yml', tagPush(untested, 'v9.0.0'))
    expect(outputsOf(job(run, 'production', 'failure'))).toMatchObject({ outcome: 'refused', cause: 'refused' })
    expect(await visit(url)).toBe(serving)
    sha = untested
  })

  it('does nothing for another tag', async () => {
    expect((await project.run('release.yml', tagPush(sha, 'latest'))).conclusion).toBe('not started')
  })
})

describe('canary.yml', () => {
  beforeEach(served)

  it('gives a release its share of traffic, and then all of it', async () => {
    const before = await visit(url)
    sha = await project.commit('Seventh')
    project.vars['CANARY'] = `50%:${await stretched(4)}`
    let run: WorkflowRun | undefined
    const load = await underLoad({ url }, async () => {
      run = await project.run('canary.yml', push(sha))
    })
    const { log, steps } = job(run as WorkflowRun, 'deploy')
    expect(steps.at(-1)?.outputs['outcome']).toBe('deployed')
    expect(log).toMatch(/50 ?%/)
    expect(load.failed).toBe(0)
    expect(load.versions[before]).toBeGreaterThan(0)
    expect(await visit(url)).toBe(short(sha))
  })
})

describe('steer.yml', () => {
  beforeEach(served)

  it('skips the steps of a canary that canary.yml has started', async () => {
    sha = await project.commit('Steered')
    project.vars['CANARY'] = '0%:5m, 50%:5m'
    const running = project.run('canary.yml', push(sha))
    const tester = async () => (await fetch(`${url}/version`, { headers: { 'x-canary': 'always' } })).text()
    await until('the canary', async () => (await tester()) === short(sha))
    for (const reason of ['tested', '']) {
      const ran = job(await project.run('steer.yml', dispatch(sha, { steer: 'skip', reason })), 'steer')
      expect(outputsOf(ran)['outcome']).toBe('steered')
    }
    expect(outputsOf(job(await running, 'deploy'))['outcome']).toBe('deployed')
    expect(await visit(url)).toBe(short(sha))
  })
})

describe('schedule.yml', () => {
  beforeEach(served)

  it('stops staging where its schedule in the configuration file says so, and leaves production alone', async () => {
    sha = await project.commit('Scheduled')
    const staged = await operate({ command: 'deploy', environment: 'staging' })
    const file = join(project.bed.workspace, '.github/docker-to-ec2.yml')
    const before = await readFile(file, 'utf8')
    const day = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][(new Date().getUTCDay() + 3) % 7]
    await writeFile(file, before.replace('staging: {}', `staging: { schedule: ${day} 8-19 UTC }`))
    sha = await project.commit('With a schedule')
    expect(outputsOf(job(await project.run('schedule.yml', dispatch(sha)), 'schedule'))['outcome']).toBe('stopped')
    await expect(visit(staged.url ?? '')).rejects.toThrow()
    expect(await visit(url)).not.toBe('')
    await writeFile(file, before.replace('staging: {}', 'staging: { schedule: daily 0-24 UTC }'))
    sha = await project.commit('Always')
    expect(outputsOf(job(await project.run('schedule.yml', dispatch(sha)), 'schedule'))['outcome']).toBe('started')
    expect(await visit(staged.url ?? '')).toBe(short(outputsOf(staged)['release'] ?? ''))
    await writeFile(file, before)
  })
})

describe('deliver.yml', () => {
  beforeEach(served)

  /** Adds a line to files of the repository while `work` is at it. */
  async function withLines<T>(lines: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
    const files = Object.keys(lines).map((name) => join(project.bed.workspace, name))
    const before = await Promise.all(files.map((file) => readFile(file, 'utf8')))
    for (const [at, line] of Object.values(lines).entries()) await writeFile(files[at] ?? '', `${before[at]}${line}\n`)
    try {
      return await work()
    } finally {
      for (const [at, file] of files.entries()) await writeFile(file, before[at] ?? '')
    }
  }

  it("builds with the caller's secret, plans, asks for approval, and promotes what staging has verified", async () => {
    const secret = { '.github/docker-to-ec2.yml': 'build-secrets: { npm: env:BUILD_SECRET }' }
    const step = {
      Dockerfile: 'RUN --mount=type=secret,id=npm,required=true ["node", "-e", "console.log(fs.readFileSync(`/run/secrets/npm`).length)"]',
    }
    project.secrets['NPM_TOKEN'] = 'hunter2-of-the-registry'
    const serving = await visit(url)
    let seen = ''
    project.reviewer = ({ environment, summaries }) => {
      seen = `${environment}: ${summaries['plan']}`
      return 'approved'
    }
    const run = await withLines({ ...secret, ...step }, async () =>
      project.run('deliver.yml', push((sha = await project.commit('Delivered')))),
    )
    expect(seen).toContain(`production: `)
    expect(seen).toContain(`of staging over ${serving}-`)
    const { outputs } = job(run, 'deliver')
    const [staged, promoted] = ['staging', 'production'].map((id) => job(run, `deliver / ${id}`))
    expect(await visit(staged?.url ?? '')).toBe(short(sha))
    expect(promoted?.steps.at(-1)?.outputs).toMatchObject({ outcome: 'deployed', digest: outputs['digest'] })
    expect(outputs).toEqual({
      outcome: 'deployed',
      release: expect.stringContaining(short(sha)),
      digest: expect.stringContaining('sha256:'),
    })
    expect(await visit(url)).toBe(short(sha))
    expect(JSON.stringify(run)).not.toContain('hunter2')
    past = true
  })

  it('takes a version to production, without a build, and leaves staging alone', async () => {
    sha = await project.commit('Versioned')
    project.reviewer = () => 'rejected'
    const staging = job(await project.run('deliver.yml', push(sha)), 'deliver / staging')
    await project.tag(sha, 'v8.2.0')
    project.reviewer = () => 'approved'
    const run = await project.run('deliver.yml', tagPush(sha, 'v8.2.0'))
    job(run, 'deliver / staging', 'skipped')
    expect(job(run, 'deliver').outputs).toEqual({
      outcome: 'deployed',
      release: expect.stringContaining(short(sha)),
      digest: outputsOf(staging)['digest'],
    })
    expect(job(run, 'deliver / production').log).not.toMatch(/\bdocker build|The push refers/)
    expect(await visit(url)).toBe(short(sha))
  })

  it('leaves production unchanged if it is rejected', async () => {
    const serving = await visit(url)
    project.reviewer = () => 'rejected'
    const run = await project.run('deliver.yml', push((sha = await project.commit('Not delivered'))))
    job(run, 'deliver', 'failure')
    expect(job(run, 'deliver / production', 'failure').steps).toEqual([])
    expect(await visit(url)).toBe(serving)
  })
})

describe('operate.yml, at the end', () => {
  it('destroys only a service whose name was entered twice', async () => {
    await served()
    const hosts = async () => (await resources()).filter((name) => name.startsWith('instance '))
    if ((await hosts()).length < 2) await operate({ command: 'deploy', environment: 'staging' })
    await operate({ command: 'destroy', environment: 'staging', confirm: 'production' }, 'failure')
    expect(await hosts()).toHaveLength(2)
    for (const environment of ['staging', 'production']) {
      const ran = await operate({ command: 'destroy', environment, confirm: environment })
      expect(outputsOf(ran)['outcome']).toBe('destroyed')
    }
    expect(await resources()).toEqual(['repository web/production', 'repository web/staging'])
  })
})
