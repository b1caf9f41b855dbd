import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import { githubComments } from '../../src/adapters/github/issues/comments.ts'
import { githubConversation } from '../../src/adapters/github/issues/conversation.ts'
import { comment } from '../../src/commands/comment.ts'
import { DeployError } from '../../src/errors.ts'
import { reportOfError } from '../../src/report/explain.ts'
import type { Report } from '../../src/report/parts/report.ts'
import { COMMENT_ID, commentEnv, WRITTEN } from '../fakes/comment.ts'
import type { Written } from '../fakes/comment.ts'
import { aWorld } from '../fakes/world.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'
import { short } from '../fakes/short-commit.ts'
import { patientLimit } from '../fakes/patient-limit.ts'

const folder = temporaryFolder('comments')
const HEAD = 'a'.repeat(40)
const OTHER = 'e'.repeat(40)
const BEFORE = '2026-11-27T11:59:00Z'
const AFTER = '2026-11-27T12:00:01Z'
let github: GitHub

beforeAll(async () => {
  github = await startGitHub(folder, 'the-token')
})
afterAll(() => github.stop())

/** A pull request of ben, whose branch was pushed before the comment. ada may write, grace may administrate; ben can only read. */
beforeEach(() => {
  const { people, comments, pullRequests, requests } = github
  for (const list of [people.pushes, people.reviews, people.reactions, comments, requests]) list.length = 0
  people.members.clear()
  people.members
    .set('ada', { role: 'write' })
    .set('mia', { role: 'maintain' })
    .set('grace', { role: 'admin' })
    .set('tom', { role: 'triage' })
  pullRequests.clear()
  pullRequests.set(12, { state: 'open', author: 'ben', commit: HEAD })
  people.pushes.push({ repository: 'acme/web', branch: 'feature', commit: HEAD, at: BEFORE, by: 'ben' })
  github.trouble = () => undefined
})

/** The comment is there as it was written, unless `now` says otherwise. */
async function run(written: Written = {}, inputs: Readonly<Record<string, string>> = {}, now: object = {}, attempt = '1'): Promise<Report> {
  const { body = '.deploy', login = 'ada', type = 'User' } = written
  if (!github.comments.some(({ id }) => id === COMMENT_ID))
    github.comments.push({ id: COMMENT_ID, issue: 12, body, login, type, association: 'MEMBER', at: WRITTEN, ...now })
  const { ctx } = aWorld(
    { command: 'comment', port: '', 'comment-environments': 'production, staging', ...inputs },
    { ...commentEnv(written), GITHUB_RUN_ATTEMPT: attempt },
  )
  const spec = { token: 'the-token', repository: 'acme/web', apiUrl: github.url, limit: patientLimit }
  const ports = { comments: githubComments(spec), conversation: githubConversation(spec) }
  return comment({ ...ctx, ...ports }).catch((error: unknown) => {
    if (!(error instanceof DeployError)) throw error
    return reportOfError(error)
  })
}

const answers = (): readonly string[] => github.comments.filter(({ id }) => id !== COMMENT_ID).map(({ body }) => body)
const reactions = (): readonly string[] => github.people.reactions.map(({ content }) => content)
/** Nothing that a later job could act on. */
function expectNothing({ outputs }: Report): void {
  expect(Object.keys(outputs).filter((name) => name.startsWith('comment-'))).toEqual([])
}

describe('a command that is accepted', () => {
  it('gives the next job what to do, and the commit that its author saw', async () => {
    const { outcome, outputs } = await run({ body: '.deploy staging' })
    expect(outcome).toBe('accepted')
    expect(outputs).toEqual({
      'comment-command': 'deploy',
      'comment-environment': 'staging',
      'comment-sha': HEAD,
      'comment-release': '',
      'comment-version': '',
      'comment-reason': '',
    })
    expect(reactions()).toEqual(['eyes'])
    expect(answers()).toEqual([expect.stringContaining(`<!-- docker-to-ec2 comment ${COMMENT_ID} -->`)])
    expect(answers()[0]).toContain(short(HEAD))
  })

  it('on an issue takes the commit of the event, which is that of the default branch', async () => {
    const { outputs } = await run({ body: '.deploy', onIssue: true })
    expect(outputs).toMatchObject({ 'comment-environment': 'production', 'comment-sha': aWorld().ctx.config.job.commit })
    expect(github.requests.join('\n')).not.toContain('/pulls/')
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['.rollback staging v1.4.0', { 'comment-command': 'rollback', 'comment-environment': 'staging', 'comment-version': '1.4.0' }],
    ['.rollback 3f2a9c1d-b04e77aa', { 'comment-command': 'rollback', 'comment-release': '3f2a9c1d-b04e77aa' }],
    ['.freeze production the sale', { 'comment-command': 'freeze', 'comment-reason': 'the sale' }],
    ['.unfreeze', { 'comment-command': 'unfreeze', 'comment-environment': 'production' }],
  ])('%s takes no code, so that it needs no pull request', async (body, outputs) => {
    github.pullRequests.set(12, { state: 'closed', from: 'ben/web', commit: HEAD })
    const report = await run({ body })
    expect(report).toMatchObject({ outcome: 'accepted', outputs: { ...outputs, 'comment-sha': '' } })
  })

  it.each([
    ['ada', 'write'],
    ['mia', 'maintain'],
    ['grace', 'admin'],
    ['grace', 'write'],
  ])('%s has the permission %s', async (login, permission) => {
    expect((await run({ login }, { 'comment-permission': permission })).outcome).toBe('accepted')
  })

  it('.help answers, and makes no job run', async () => {
    const report = await run({ body: '.help' })
    expect(report.outcome).toBe('answered')
    expectNothing(report)
    expect(answers()[0]).toContain('.rollback &#91;environment&#93;')
  })
})

describe('a comment that is not for the action causes no request', () => {
  it.each<[string, Written]>([
    ['by a bot', { type: 'Bot', login: 'renovate[bot]' }],
    ['by an app in the name of a person', { byApp: true }],
    ['edited', { action: 'edited' }],
    ['deleted', { action: 'deleted' }],
    ['with a command later in its text', { body: 'Shall we?\n.deploy production' }],
    ['with a command in a quote', { body: '> .deploy production' }],
    ['with a command in a code block', { body: '```\n.deploy production\n```' }],
    ['with a longer word', { body: '.deployment failed' }],
  ])('%s', async (_, written) => {
    const report = await run(written)
    expect(report).toMatchObject({ outcome: 'ignored', outputs: {} })
    expect(github.requests).toEqual([])
  })
})

interface Attack {
  readonly what: string
  readonly written?: Written
  readonly inputs?: Readonly<Record<string, string>>
  readonly prepare?: () => void
  readonly now?: object
  readonly reason: string
}

const review = (by: string, state: 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED' = 'APPROVED', commit = HEAD) =>
  github.people.reviews.push({ pull: 12, by, state, commit })
const REVIEW = { 'comment-review': 'true' }
const FORKS = { 'comment-forks': 'true' }
const fromFork = () => {
  github.pullRequests.set(12, { state: 'open', author: 'ben', commit: HEAD, from: 'ben/web' })
  github.people.pushes.push({ repository: 'ben/web', branch: 'feature', commit: HEAD, at: BEFORE, by: 'ben' })
}
const push = (commit: string, at: string) => {
  github.pullRequests.set(12, { state: 'open', author: 'ben', commit })
  github.people.pushes.push({ repository: 'acme/web', branch: 'feature', commit, at, by: 'ben' })
}

/** The author has the permission to write, or the attack is about that. */
const ATTACKS: readonly Attack[] = [
  { what: 'less than the required permission', inputs: { 'comment-permission': 'maintain' }, reason: 'it needs maintain' },
  {
    what: 'maintain where admin is required',
    written: { login: 'mia' },
    inputs: { 'comment-permission': 'admin' },
    reason: 'it needs admin',
  },
  { what: 'an unknown environment', written: { body: '.deploy prod' }, reason: 'the environment "prod" is unknown' },
  { what: 'two commands in one comment', written: { body: '.plan\n.deploy' }, reason: 'more than one line' },
  { what: 'a commit that was pushed after the comment', prepare: () => push(OTHER, AFTER), reason: 'pushed after the comment' },
  { what: 'a commit that was pushed in the same second', prepare: () => push(OTHER, WRITTEN), reason: 'pushed after the comment' },
  {
    what: 'a push after the comment that was taken back',
    prepare: () => {
      push(OTHER, AFTER)
      push(HEAD, AFTER)
    },
    reason: 'pushed after the comment',
  },
  {
    what: 'a branch that moves while it is looked at',
    prepare: () => github.pullRequests.set(12, { state: 'open', author: 'ben', commit: OTHER }),
    reason: 'is changing right now',
  },
  { what: 'a push at no time', prepare: () => push(OTHER, '2026-11-27T12:00:01+00'), reason: 'does not match its documentation' },
  { what: 'a branch without known pushes', prepare: () => void (github.people.pushes.length = 0), reason: 'does not say when' },
  { what: 'a fork', prepare: fromFork, reason: 'comes from a fork' },
  { what: 'a fork without a review', inputs: FORKS, prepare: fromFork, reason: 'nobody with the permission write has approved' },
  {
    what: 'a fork whose review is of an earlier commit',
    inputs: FORKS,
    prepare: () => (fromFork(), review('grace', 'APPROVED', OTHER)),
    reason: 'has approved',
  },
  { what: 'the plan of a fork', written: { body: '.plan' }, prepare: fromFork, reason: 'comes from a fork' },
  { what: 'a closed pull request', prepare: () => github.pullRequests.set(12, { state: 'closed', commit: HEAD }), reason: 'is closed' },
  { what: 'a draft', prepare: () => github.pullRequests.set(12, { state: 'open', isDraft: true, commit: HEAD }), reason: 'is a draft' },
  { what: 'no review', inputs: REVIEW, reason: 'has approved' },
  {
    what: 'an approval by its own author',
    inputs: REVIEW,
    prepare: () => (github.people.members.set('ben', { role: 'write' }), review('ben')),
    reason: 'has approved',
  },
  {
    what: 'an approval by whoever pushed the commit',
    inputs: REVIEW,
    prepare: () => {
      github.people.pushes.push({ repository: 'acme/web', branch: 'feature', commit: HEAD, at: BEFORE, by: 'grace' })
      review('grace')
    },
    reason: 'has approved',
  },
  { what: 'an approval by somebody who can only read', inputs: REVIEW, prepare: () => review('eve'), reason: 'has approved' },
  {
    what: 'an approval by somebody whose login is that of another account by now',
    inputs: REVIEW,
    prepare: () => (github.people.members.set('grace', { role: 'admin', id: 666 }), review('grace')),
    reason: 'has approved',
  },
  {
    what: 'an approval that was withdrawn',
    inputs: REVIEW,
    prepare: () => (review('grace'), review('grace', 'CHANGES_REQUESTED')),
    reason: 'has approved',
  },
  { what: 'an approval that was dismissed', inputs: REVIEW, prepare: () => review('grace', 'DISMISSED'), reason: 'has approved' },
  { what: 'a comment that was edited by now', now: { body: '.deploy staging' }, reason: 'was edited' },
  { what: 'a comment that was edited and restored', now: { editedAt: AFTER }, reason: 'was edited' },
  { what: 'a comment that somebody else wrote by now', now: { login: 'grace' }, reason: 'was edited' },
  { what: 'a comment that was deleted by now', now: { id: 1, body: 'x' }, reason: 'was deleted' },
  { what: 'a pull request that does not exist', written: { number: 13 }, reason: 'GitHub did not answer' },
]

describe('refused, with an answer, is', () => {
  it.each(ATTACKS.map((attack) => [attack.what, attack] as const))('%s', async (_, { written, inputs, prepare, now, reason }) => {
    prepare?.()
    const report = await run(written, inputs, now)
    expect(report).toMatchObject({ outcome: 'refused', failure: { sentence: expect.stringContaining(reason) } })
    expectNothing(report)
    expect(reactions()).toEqual(['-1'])
    expect(answers().some((body) => body.includes('Nothing was done'))).toBe(true)
  })
})

describe('refused, with nothing but a reaction, is', () => {
  it.each<[string, string, object]>([
    ['somebody who can only read', 'eve', {}],
    ['a member of the organization without write', 'tom', {}],
    ['another account that got the login', 'ada', { role: 'admin', id: 666 }],
  ])('%s', async (_, login, member) => {
    github.people.members.set(login, { role: 'triage', ...member })
    const report = await run({ login, body: '.deploy nonsense' })
    expect(report).toMatchObject({ outcome: 'refused', failure: { sentence: expect.stringContaining('has no permission') } })
    expectNothing(report)
    expect(answers()).toEqual([])
    expect(reactions()).toEqual(['-1'])
  })
})

describe('a run that somebody starts again', () => {
  it.each(['.deploy', '.unfreeze production', '.rollback 1.4.0', '.help', '.deploy nonsense'])(
    'gives %s to no job, and leaves its answer',
    async (body) => {
      await run({ body })
      github.requests.length = 0
      const report = await run({ body }, {}, {}, '2')
      expect(report).toMatchObject({
        outcome: 'refused',
        failure: { sentence: expect.stringContaining('a comment counts once'), hint: expect.stringContaining('new comment') },
      })
      expectNothing(report)
      expect(github.requests).toEqual([])
    },
  )

  it('is not what to do after GitHub failed', async () => {
    github.trouble = (line) => (line.endsWith('/permission') ? { status: 500, message: 'no' } : undefined)
    expect((await run()).failure?.hint).toMatch(/write the command in a new comment\.$/)
  })
})

describe('approved is', () => {
  it.each<[string, Readonly<Record<string, string>>, () => void]>([
    ['a pull request with the review of somebody else', REVIEW, () => void review('grace')],
    [
      'one that a later comment does not change',
      REVIEW,
      () => void (review('grace'), github.people.reviews.push({ pull: 12, by: 'grace', state: 'COMMENTED', commit: HEAD })),
    ],
    ['a fork with such a review, where forks are allowed', FORKS, () => void (fromFork(), review('grace'))],
  ])('%s', async (_, inputs, prepare) => {
    prepare()
    expect(await run({}, inputs)).toMatchObject({ outcome: 'accepted', outputs: { 'comment-sha': HEAD } })
  })

  it('a plan without a review, which changes nothing', async () => {
    expect((await run({ body: '.plan' }, REVIEW)).outcome).toBe('accepted')
  })
})

describe('a GitHub that fails refuses, at whichever request', () => {
  const everything = async () => {
    review('grace')
    return run({}, REVIEW)
  }

  it('which are all of them', async () => {
    expect((await everything()).outcome).toBe('accepted')
    expect(new Set(github.requests)).toEqual(new Set(REQUESTS))
  })

  const REQUESTS = [
    'GET /repos/acme/web/collaborators/ada/permission',
    'GET /repos/acme/web/collaborators/grace/permission',
    'GET /repos/acme/web/pulls/12',
    'GET /repos/acme/web/activity',
    'GET /repos/acme/web/pulls/12/reviews',
    `GET /repos/acme/web/issues/comments/${COMMENT_ID}`,
    'GET /repos/acme/web/issues/12/comments',
    'POST /repos/acme/web/issues/12/comments',
    `POST /repos/acme/web/issues/comments/${COMMENT_ID}/reactions`,
  ]
  it.each(REQUESTS.flatMap((request) => [500, 403, 429].map((status) => [request, status] as const)))('%s: %d', async (request, status) => {
    github.trouble = (line) => (line === request ? { status, message: 'no' } : undefined)
    const report = await everything()
    expect(report.outcome).toBe('refused')
    expectNothing(report)
  })

  it('and so does an answer of another form', async () => {
    github.trouble = (line) => (line.endsWith('/permission') ? { status: 200, message: 'admin' } : undefined)
    expectNothing(await run())
  })
})

describe('the end', () => {
  const jobs = (operate: object, outputs: object = { 'comment-command': 'deploy', 'comment-environment': 'staging' }) => ({
    'comment-result': JSON.stringify({ read: { result: 'success', outputs }, plan: { result: 'skipped', outputs: {} }, operate }),
  })

  it.each([
    ['success', 'It succeeded.', 'rocket'],
    ['failure', 'It failed', 'confused'],
    ['cancelled', 'It was cancelled.', 'confused'],
    ['skipped', 'No job of the workflow ran it.', 'confused'],
  ])('%s replaces the answer', async (result, words, reaction) => {
    await run({ body: '.deploy staging' })
    const report = await run(
      { body: '.deploy staging' },
      jobs({ result, outputs: { summary: result === 'success' ? '## 🚀 web/production: served' : '' } }),
    )
    expect(report).toMatchObject({ outcome: 'answered', outputs: {} })
    expect(answers()).toEqual([expect.stringContaining(words)])
    expect(answers()[0]).toContain('<code>.deploy staging</code> by ada')
    expect(answers()[0]?.includes('### 🚀 web/production: served')).toBe(result === 'success')
    expect(reactions()).toEqual(['eyes', reaction])
  })

  it('is written by a run that somebody starts again because GitHub failed', async () => {
    const end = jobs({ result: 'success', outputs: {} })
    github.trouble = (line) => (line.startsWith('POST') ? { status: 500, message: 'no' } : undefined)
    expect((await run({}, end)).failure?.hint).toMatch(/run the job again\.$/)
    github.trouble = () => undefined
    expect((await run({}, end, {}, '2')).outcome).toBe('answered')
    expect(answers()).toEqual([expect.stringContaining('It succeeded.')])
  })

  it('is not changed by a rerun, in which no job can act', async () => {
    await run({}, jobs({ result: 'failure', outputs: {} }))
    const [before] = answers()
    expect((await run({}, jobs({ result: 'skipped' }), {}, '2')).outcome).toBe('ignored')
    expect(answers()).toEqual([before])
  })

  it('of a comment that no job accepted writes nothing', async () => {
    const report = await run({}, jobs({ result: 'success', outputs: {} }, {}))
    expect(report.outcome).toBe('ignored')
    expect(github.requests).toEqual([])
  })

  it.each(['', 'x', '[]', '{"read": {"result": "won"}}'])('is not read from %j', (text) => {
    expect(() => aWorld({ command: 'comment', port: '', 'comment-result': text || ' {' }, commentEnv())).toThrow('comment-result')
  })
})

describe('a run for anything but a comment', () => {
  it.each(['pull_request', 'push', 'discussion_comment', 'pull_request_review_comment'])('%s is refused', (event) => {
    expect(() => aWorld({ command: 'comment', port: '' }, commentEnv({ event }))).toThrow('on: issue_comment')
  })
})
