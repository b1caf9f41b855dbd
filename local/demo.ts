/** script/demo: the action's main job on the local cloud, each claim checked; ends with 1 if one does not hold. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { parse, stringify } from 'yaml'
import { type Authority, startAuthority } from './acme/authority.ts'
import { type Cloud, startCloud } from './cloud.ts'
import { createHostedZone, type HostedZone } from './hosted-zones.ts'
import { must } from './machine/exec.ts'
import { type GitHub, startGitHub } from './github/server.ts'
import { inventory } from './inventory.ts'
import { hostPolicy } from '../src/domain/host/host-policy.ts'
import { roleName } from '../src/domain/host/role-name.ts'
import { startLoad } from './load/load.ts'
import { type Way, visit } from './load/way.ts'
import { type ActionRun, runAction } from './runner/runner.ts'
import { DRAWN_ONLINE, escaped, summaryPage } from './browser/summary-page.ts'
import { claimed, dockerFold, progressLine, shownLine, shownSummary } from './terminal.ts'

const REPOSITORY = 'octo-org/hello'
const TOKEN = 'the-token'
const EXAMPLES = join(import.meta.dirname, '..', 'examples')
/** The summaries of the runs as pages. */
const PAGES = join(import.meta.dirname, '..', 'build', 'demo')

const started = Date.now()
const interrupted = new AbortController()
const failures: string[] = []
const titles: string[] = []

function say(text: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

function check(claim: string, holds: boolean): void {
  say(claimed(claim, holds))
  if (!holds) failures.push(claim)
}

/** A step of the workflow: `uses: ./`, with its live log and its summary at the end. */
async function act(title: string, stage: Stage, inputs: Record<string, string> = {}, env: Record<string, string> = {}): Promise<ActionRun> {
  interrupted.signal.throwIfAborted()
  console.log()
  say(`\u2500\u2500 ${title}`)
  const { cloud, workspace } = stage
  const sha = await must('git', '-C', workspace, 'rev-parse', 'HEAD')
  const progress = progressLine(title)
  const fold = dockerFold(titles.length > 0)
  const ran = await runAction({
    inputs:
      'command' in inputs && inputs['command'] !== 'preview'
        ? inputs
        : { 'build-args': `BASE=${cloud.baseImage}\nVERSION=${sha.slice(0, 7)}`, ...inputs },
    nameserver: cloud.nameserver,
    env: { ...cloud.env, ...onGitHub(stage), GITHUB_SHA: sha, ...env },
    token: TOKEN,
    cwd: workspace,
    cancel: interrupted.signal,
    onOutput(text) {
      progress.clear()
      show(text, fold)
    },
  }).finally(progress.end)
  console.log(shownSummary(ran.summary))
  await writePage(title, ran.summary)
  say(`the step took ${ran.seconds.toFixed(1)} s; exit code ${ran.code}, outcome ${ran.outputs['outcome']}`)
  interrupted.signal.throwIfAborted()
  return ran
}

function show(text: string, fold: ReturnType<typeof dockerFold>): void {
  for (const line of text.split('\n').flatMap(fold).map(shownLine)) if (line !== '') console.log(line)
}

/** What the runner tells every step: its repository, its run, and where GitHub's API is. */
function onGitHub({ github }: Stage): Record<string, string> {
  return { GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: String(1000 + titles.length), GITHUB_API_URL: github.url }
}

/** The summary as a page, and the page with links to all of them. */
async function writePage(title: string, summary: string): Promise<void> {
  titles.push(title)
  await mkdir(PAGES, { recursive: true })
  await writeFile(join(PAGES, pageName(titles.length)), summaryPage(summary, DRAWN_ONLINE))
  const links = titles.map((name, at) => `<li><a href="${pageName(at + 1)}">${escaped(name)}</a>`)
  await writeFile(
    join(PAGES, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Demo</title><h1>The runs of the demo</h1><ol>${links.join('')}</ol>`,
  )
}

const pageName = (at: number): string => `${String(at).padStart(2, '0')}.html`

interface Stage {
  readonly cloud: Cloud
  readonly github: GitHub
  readonly authority: Authority
  readonly zone: HostedZone
  readonly workspace: string
}

async function commit(workspace: string, message: string): Promise<string> {
  const git = ['git', '-C', workspace, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
  await must(...git, 'add', '--all')
  await must(...git, 'commit', '--quiet', '--message', message)
  return (await must(...git, 'rev-parse', 'HEAD')).slice(0, 7)
}

/** What a visitor of the address gets. */
const page = async (url = '', way?: Way): Promise<string> => (await visit(url, way)).body

/** Replaces a text of the application, and commits. Returns the commit as releases name it. */
async function change({ workspace }: Stage, from: string, to: string, message: string): Promise<string> {
  const script = join(workspace, 'server.js')
  const before = await readFile(script, 'utf8')
  if (!before.includes(from)) throw new Error(`server.js has no ${from}`)
  await writeFile(script, before.replace(from, to))
  return commit(workspace, message)
}

/** As in the README: a folder with a Dockerfile, the example's configuration file with name, port and region, and the first deploy. */
async function firstDeploy(stage: Stage): Promise<ActionRun> {
  const { cloud, workspace } = stage
  const began = Date.now()
  await cp(join(EXAMPLES, 'hello'), workspace, { recursive: true })
  await must('git', '-C', workspace, 'init', '--quiet')
  const file = parse(await readFile(join(EXAMPLES, 'docker-to-ec2.yml'), 'utf8')) as object
  const settings = { ...file, service: 'hello', port: 8080, 'aws-region': 'us-east-1', 'proxy-image': cloud.proxyImage }
  await mkdir(join(workspace, '.github'))
  await writeFile(join(workspace, '.github', 'docker-to-ec2.yml'), stringify(settings))
  const version = await commit(workspace, 'Say hello')
  const ran = await act('First deploy: an empty account, a repository with a Dockerfile', stage)
  const { outcome, url = '', digest } = ran.outputs
  check('the outcome is `deployed`', ran.code === 0 && outcome === 'deployed')
  check(`${url} serves version ${version}`, (await page(url)).includes(version))
  say(`from nothing to a page that answers: ${((Date.now() - began) / 1000).toFixed(1)} s`)
  check('what the proxy serves is the digest that was asked for', Boolean(digest) && ran.outputs['serving-digest'] === digest)
  return ran
}

const NAME = 'hello.example.com'
const URL_OF_NAME = `https://${NAME}`

/** From here on, production has its name. */
async function byName(stage: Stage, way: Way): Promise<void> {
  const { authority, workspace } = stage
  const file = join(workspace, '.github', 'docker-to-ec2.yml')
  const settings = parse(await readFile(file, 'utf8')) as { environments: { production: object } }
  const name = { domains: [NAME], tls: 'acme', 'acme-directory': authority.directory }
  const environments = { ...settings.environments, production: { ...settings.environments.production, ...name } }
  // The default is longer; here nobody waits for what only bakes.
  await writeFile(file, stringify({ ...settings, 'bake-time': '3s', environments }))
  const version = await change(stage, 'Hello from', 'Good day from', 'Say good day')
  const ran = await act('A domain over HTTPS: the run creates its record, gets a certificate, and then switches the traffic', stage)
  check(`the outcome is \`deployed\` at ${URL_OF_NAME}`, ran.outputs['outcome'] === 'deployed' && ran.outputs['url'] === URL_OF_NAME)
  check(
    `${URL_OF_NAME} serves version ${version}, with a certificate that its visitors trust`,
    (await page(URL_OF_NAME, way)).includes(version),
  )
  const led = await visit(`http://${NAME}`, way)
  check('HTTP redirects to HTTPS', led.status === 308 && led.headers.location === `${URL_OF_NAME}/`)
}

async function releaseUnderLoad(stage: Stage, way: Way): Promise<string> {
  const version = await change(stage, 'Good day from', 'Good evening from', 'Say good evening')
  const load = startLoad({ url: URL_OF_NAME, way, path: '/', slow: 0, webSocket: false })
  const ran = await act('A release under load: POST requests, none of which is sent twice', stage).catch(async (error) => {
    await load.stop()
    throw error
  })
  await load.answers(100)
  const report = await load.stop()
  say(`load: ${report.sent} requests in ${report.seconds.toFixed(1)} s, ${report.failed} failed, the slowest took ${report.slowest} ms`)
  check('no request failed', report.sent > 100 && report.failed === 0)
  const serves = (await page(URL_OF_NAME, way)).includes(version)
  check(`the outcome is \`deployed\`, and ${URL_OF_NAME} serves version ${version}`, ran.outputs['outcome'] === 'deployed' && serves)
  return version
}

const BROKEN = 'response.statusCode = 500\n  response.setHeader('

async function brokenRelease(stage: Stage, way: Way, serving: string): Promise<void> {
  await change(stage, 'response.setHeader(', BROKEN, 'Break the service')
  const ran = await act('A broken release: it answers 500', stage, { 'health-timeout': '5s' })
  check('the step fails, and names its cause', ran.code === 1 && ran.annotations.some(({ level }) => level === 'error'))
  check(`${URL_OF_NAME} still serves version ${serving}`, (await page(URL_OF_NAME, way)).includes(serving))
}

const FAILING = "if (request.method === 'POST' && Math.random() < 0.05) response.statusCode = 503\n  response.setHeader("

/** A release that starts well and then fails one of twenty requests; the claim is what the load saw. */
async function badCanary(stage: Stage, way: Way, serving: string): Promise<void> {
  const version = await change(stage, BROKEN, FAILING, 'Fail one of twenty')
  const load = startLoad({ url: URL_OF_NAME, way, path: '/', slow: 0, webSocket: false })
  const canary = { 'canary-steps': '10%:30s, 50%:30s' }
  const ran = await act('A release that fails one of twenty requests, as a canary under load', stage, canary).catch(async (error) => {
    await load.stop()
    throw error
  })
  const { sent, failed, outcomes } = await load.stop()
  say(`load: ${failed} of ${sent} requests failed: ${JSON.stringify(outcomes)}`)
  say(/The canary got .*5xx\./.exec(ran.summary)?.[0] ?? 'the summary does not mention the canary')
  check('the canary was rolled back for its errors', ran.outputs['outcome'] === 'rolled-back' && ran.outputs['cause'] === 'canary-errors')
  check(
    'fewer than 1% of all requests failed, all of them in the canary',
    failed > 0 && failed * 100 < sent && outcomes['POST 503'] === failed,
  )
  check(`${URL_OF_NAME} serves version ${serving}, and not ${version}`, (await page(URL_OF_NAME, way)).includes(serving))
}

/** The fixed release gets a version on staging, a host of its own. */
async function staged(stage: Stage): Promise<ActionRun> {
  await change(stage, FAILING, 'response.setHeader(', 'Fix the service')
  const ran = await act('The fixed release, as version 1.0.0, on staging, which has its own host', stage, {
    environment: 'staging',
    version: '1.0.0',
  })
  check('the outcome is `deployed`', ran.outputs['outcome'] === 'deployed')
  return ran
}

const PULL_REQUEST = 12
/** Whoever owns the account. */
const OBSERVER = { accessKeyId: 'AKIALOCALOBSERVER000', secretAccessKey: 'x' }

/** What GitHub tells a run for the pull request. */
async function eventOf(stage: Stage, action: 'opened' | 'closed'): Promise<Record<string, string>> {
  const sha = await must('git', '-C', stage.workspace, 'rev-parse', 'HEAD')
  stage.github.pullRequests.set(PULL_REQUEST, { state: action === 'closed' ? 'closed' : 'open', commit: sha.trim(), from: REPOSITORY })
  const of = { sha: sha.trim(), repo: { full_name: REPOSITORY } }
  const path = join(stage.cloud.dir, `${action}.json`)
  await writeFile(path, JSON.stringify({ action, pull_request: { number: PULL_REQUEST, title: 'Say good night', head: of, base: of } }))
  return {
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path, GITHUB_REF: `refs/pull/${PULL_REQUEST}/merge` },
  }
}

/** Staging's host takes previews as guests: docs/guides/previews.md. */
async function preview(stage: Stage, host: string, address: string): Promise<void> {
  const { cloud, github, workspace } = stage
  const guest = {
    service: { name: 'hello', environment: 'pr-*' },
    region: 'us-east-1',
    accountId: '123456789012',
    repositories: ['hello/pr-*'],
  }
  const policy = { PolicyName: 'previews', PolicyDocument: JSON.stringify(hostPolicy(guest)) }
  const role = roleName({ name: 'hello', environment: 'staging' }, 'us-east-1')
  const iam = new IAMClient({ region: 'us-east-1', endpoint: cloud.env['AWS_ENDPOINT_URL'] ?? '', credentials: OBSERVER })
  await iam.send(new PutRolePolicyCommand({ RoleName: role, ...policy }))
  const main = (await must('git', '-C', workspace, 'rev-parse', 'HEAD')).trim()
  await must('git', '-C', workspace, 'checkout', '--quiet', '-b', 'night')
  const version = await change(stage, 'Good evening from', 'Good night from', 'Say good night')
  const inputs = { command: 'preview', 'instance-id': host, 'preview-domain': 'preview.example.com' }
  const ran = await act(
    `Pull request ${PULL_REQUEST} is opened: it gets a preview with its own address, here on the host of staging`,
    stage,
    inputs,
    await eventOf(stage, 'opened'),
  )
  const url = `http://pr-${PULL_REQUEST}.preview.example.com`
  check(`the outcome is \`deployed\` at ${url}`, ran.outputs['outcome'] === 'deployed' && ran.outputs['url'] === url)
  check(`${url} serves version ${version}`, (await page(url, { address })).includes(version))
  check(
    'a comment on the pull request has the address',
    github.comments.some(({ body }) => body.includes(url)),
  )
  const closed = await act(`Pull request ${PULL_REQUEST} is closed: its preview is removed`, stage, inputs, await eventOf(stage, 'closed'))
  check(
    'the outcome is `destroyed`, and the address serves nothing',
    closed.outputs['outcome'] === 'destroyed' && !(await page(url, { address })).includes(version),
  )
  await must('git', '-C', workspace, 'checkout', '--quiet', '--detach', main)
}

/** Production takes that version: nothing is built. */
async function promotedVersion(stage: Stage, way: Way, digest = ''): Promise<void> {
  const promoted = await act('promote: production takes version 1.0.0 from staging', stage, { command: 'promote', version: '1.0.0' })
  check('production serves the digest that staging verified', promoted.outputs['serving-digest'] === digest)
  const sha = (await must('git', '-C', stage.workspace, 'rev-parse', 'HEAD')).slice(0, 7)
  check(`${URL_OF_NAME} serves version ${sha}`, (await page(URL_OF_NAME, way)).includes(sha))
}

const FIGURES = ['deployment-frequency', 'lead-time', 'change-failure-rate', 'recovery-time'] as const

async function figures(stage: Stage): Promise<void> {
  const { code, outputs, summary } = await act(
    'metrics: how often and how fast releases go live, how many fail, how fast the service recovers',
    stage,
    {
      command: 'metrics',
    },
  )
  const words = ['Deployment frequency', 'Lead time', 'Change failure rate', 'Time to recovery']
  check('it shows all four metrics', code === 0 && words.every((word) => summary.includes(word)))
  const told = JSON.parse(outputs['metrics'] ?? '') as {
    environments: { environment: string; figures: Record<string, { samples: number }> }[]
  }
  const samples = told.environments.find(({ environment }) => environment === 'production')?.figures ?? {}
  say(FIGURES.map((name) => `${name}: ${outputs[name] || `too few (${samples[name]?.samples})`}`).join(', '))
  check('it shows that 2 of 6 releases failed', Number(outputs['change-failure-rate']).toFixed(2) === '0.33')
}

async function demo(stage: Stage): Promise<void> {
  const { 'instance-id': host = '', 'public-ip': address = '' } = (await firstDeploy(stage)).outputs
  await stage.authority.trustOn(await stage.cloud.host(host))
  const way: Way = { address, authority: stage.authority.issuers }
  await byName(stage, way)
  const serving = await releaseUnderLoad(stage, way)
  await brokenRelease(stage, way, serving)
  await badCanary(stage, way, serving)
  const { outputs: first } = await staged(stage)
  await preview(stage, first['instance-id'] ?? '', first['public-ip'] ?? '')
  await promotedVersion(stage, way, first['digest'])
  const status = await act('status: what is live', stage, { command: 'status' })
  check('it shows the digest that is live', status.code === 0 && Boolean(status.outputs['serving-digest']?.startsWith('sha256:')))
  await figures(stage)
  await destroyAll(stage)
}

async function destroyAll(stage: Stage): Promise<void> {
  const destroy = { command: 'destroy', 'destroy-repository': 'true' }
  const staging = await act('destroy: staging', stage, { ...destroy, environment: 'staging' })
  const production = await act('destroy: everything that was created, also the repository of the images', stage, destroy)
  const left = [...(await inventory(stage.cloud)), ...(await stage.zone.records())]
  check(`nothing is left${left.length > 0 ? `: ${left.join(', ')}` : ''}`, staging.code === 0 && production.code === 0 && left.length === 0)
}

process.on('SIGINT', () => interrupted.abort(new Error('interrupted')))
process.on('SIGTERM', () => interrupted.abort(new Error('interrupted')))
await rm(PAGES, { recursive: true, force: true })
say('starting the local cloud: AWS, registry, metadata service')
const cloud = await startCloud()
const authority = await startAuthority(cloud)
const workspace = await mkdtemp(join(tmpdir(), 'docker-to-ec2-demo-'))
const github = await startGitHub(workspace, TOKEN)
try {
  await demo({ cloud, github, authority, zone: await createHostedZone(cloud, 'example.com'), workspace })
} catch (error) {
  failures.push(interrupted.signal.aborted ? 'interrupted' : String(error instanceof Error ? error.stack : error))
} finally {
  say('removing the local cloud')
  await github.stop()
  await authority.stop()
  await cloud.stop()
  await rm(workspace, { recursive: true, force: true })
}
if (titles.length > 0) say(`the summaries of all runs, as pages: ${join(PAGES, 'index.html')}`)
say(failures.length === 0 ? 'every check passed' : `FAILED: ${failures.join('; ')}`)
process.exitCode = interrupted.signal.aborted ? 130 : failures.length > 0 ? 1 : 0
