/** script/demo: the action's main job on the local cloud, each claim checked; ends with 1 if one does not hold. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { type Authority, startAuthority } from './acme/authority.ts'
import { type Cloud, startCloud } from './cloud.ts'
import { createHostedZone, type HostedZone } from './hosted-zones.ts'
import { must } from './machine/exec.ts'
import { inventory } from './inventory.ts'
import { startLoad } from './load/load.ts'
import { type Way, visit } from './load/way.ts'
import { type ActionRun, runAction } from './runner/runner.ts'
import { claimed, progressLine, shownLine, shownSummary } from './terminal.ts'

const EXAMPLES = join(import.meta.dirname, '..', 'examples')

const started = Date.now()
const interrupted = new AbortController()
const failures: string[] = []

function say(text: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

function check(claim: string, holds: boolean): void {
  say(claimed(claim, holds))
  if (!holds) failures.push(claim)
}

/** A step of the workflow: `uses: ./`, with its live log and its summary at the end. */
async function act(title: string, stage: Stage, inputs: Record<string, string> = {}): Promise<ActionRun> {
  interrupted.signal.throwIfAborted()
  console.log()
  say(`\u2500\u2500 ${title}`)
  const { cloud, workspace } = stage
  const sha = await must('git', '-C', workspace, 'rev-parse', 'HEAD')
  const progress = progressLine(title)
  const ran = await runAction({
    inputs: 'command' in inputs ? inputs : { 'build-args': `BASE=${cloud.baseImage}\nVERSION=${sha.slice(0, 7)}`, ...inputs },
    nameserver: cloud.nameserver,
    env: { ...cloud.env, GITHUB_REPOSITORY: 'octo-org/hello', GITHUB_SHA: sha },
    cwd: workspace,
    cancel: interrupted.signal,
    onOutput(text) {
      progress.clear()
      show(text)
    },
  }).finally(progress.end)
  console.log(shownSummary(ran.summary))
  say(`the step took ${ran.seconds.toFixed(1)} s and ended with ${ran.code}: ${ran.outputs['outcome']}`)
  interrupted.signal.throwIfAborted()
  return ran
}

function show(text: string): void {
  for (const line of text.split('\n').map(shownLine)) if (line !== '') console.log(line)
}

interface Stage {
  readonly cloud: Cloud
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

const page = async (url: string | undefined): Promise<string> => (await fetch(url ?? '')).text()

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

async function releaseUnderLoad(stage: Stage, url: string): Promise<string> {
  const script = join(stage.workspace, 'server.js')
  await writeFile(script, (await readFile(script, 'utf8')).replace('Hello from', 'Good day from'))
  const version = await commit(stage.workspace, 'Say good day')
  const load = startLoad({ url, path: '/', slow: 0, webSocket: false })
  const ran = await act('Second release, under load: POSTs over keep-alive that nobody retries', stage).catch(async (error) => {
    await load.stop()
    throw error
  })
  await load.answers(100)
  const report = await load.stop()
  say(`load: ${report.sent} requests in ${report.seconds.toFixed(1)} s, ${report.failed} failed, the slowest took ${report.slowest} ms`)
  check('no request failed', report.sent > 100 && report.failed === 0)
  check(
    `the outcome is \`deployed\`, and ${url} serves version ${version}`,
    ran.outputs['outcome'] === 'deployed' && (await page(url)).includes(version),
  )
  return version
}

/** A release that starts well and then fails one of twenty requests; the claim is what the load saw. */
async function badCanary(stage: Stage, url: string, serving: string): Promise<void> {
  const script = join(stage.workspace, 'server.js')
  const before = await readFile(script, 'utf8')
  await writeFile(
    script,
    before.replace(
      'response.setHeader(',
      "if (request.method === 'POST' && Math.random() < 0.05) response.statusCode = 503\n  response.setHeader(",
    ),
  )
  const version = await commit(stage.workspace, 'Fail one of twenty')
  const load = startLoad({ url, path: '/', slow: 0, webSocket: false })
  const ran = await act('A release that fails one of twenty requests, as a canary under load', stage, {
    'canary-steps': '10%:30s, 50%:30s',
  }).catch(async (error) => {
    await load.stop()
    throw error
  })
  const { sent, failed, outcomes } = await load.stop()
  await writeFile(script, before)
  say(`load: ${failed} of ${sent} requests failed: ${JSON.stringify(outcomes)}`)
  say(/The canary got .*5xx\./.exec(ran.summary)?.[0] ?? 'the summary tells nothing of the canary')
  check('the canary was taken back for its errors', ran.outputs['outcome'] === 'rolled-back' && ran.outputs['cause'] === 'canary-errors')
  check(
    'fewer than 1 of 100 requests failed, all of them answered by the canary',
    failed > 0 && failed * 100 < sent && outcomes['POST 503'] === failed,
  )
  check(`${url} serves version ${serving}, and not ${version}`, (await page(url)).includes(serving))
}

async function brokenRelease(stage: Stage, url: string, serving: string): Promise<void> {
  const script = join(stage.workspace, 'server.js')
  await writeFile(
    script,
    (await readFile(script, 'utf8')).replace('response.setHeader(', 'response.statusCode = 500\n  response.setHeader('),
  )
  await commit(stage.workspace, 'Break the service')
  const ran = await act('A broken release: it answers 500', stage, { 'health-timeout': '5s' })
  check('the step is red, and names its cause', ran.code === 1 && ran.annotations.some(({ level }) => level === 'error'))
  check(`${url} still serves version ${serving}`, (await page(url)).includes(serving))
}

const NAME = 'hello.example.com'

/** A visitor who uses the name, and trusts the cloud's authority. */
async function byName(stage: Stage, address: string): Promise<void> {
  const { authority, workspace } = stage
  const script = join(workspace, 'server.js')
  await writeFile(script, (await readFile(script, 'utf8')).replace('Good day from', 'Good evening from'))
  const version = await commit(workspace, 'Say good evening')
  const way: Way = { address, authority: authority.issuers }
  const inputs = { domains: NAME, tls: 'acme', 'acme-directory': authority.directory }
  const ran = await act('The release by a name, over HTTPS: a record, a certificate, and then the traffic', stage, inputs)
  check(`the outcome is \`deployed\` at https://${NAME}`, ran.outputs['outcome'] === 'deployed' && ran.outputs['url'] === `https://${NAME}`)
  const seen = await visit(`https://${NAME}`, way)
  check(`https://${NAME} serves version ${version}, with a certificate that its visitors trust`, seen.body.includes(version))
  const led = await visit(`http://${NAME}`, way)
  check('who asks by HTTP is led there', led.status === 308 && led.headers.location === `https://${NAME}/`)
}

/** The mended release gets a version on staging, and production takes that version: nothing is built. */
async function promotedVersion(stage: Stage, url: string): Promise<void> {
  const { workspace } = stage
  const script = join(workspace, 'server.js')
  await writeFile(script, (await readFile(script, 'utf8')).replace('response.statusCode = 500\n  ', ''))
  const sha = await commit(workspace, 'Mend the service')
  const staged = await act('The mended release as version 1.0.0 on staging, a host of its own', stage, {
    environment: 'staging',
    version: '1.0.0',
  })
  check('the outcome is `deployed`', staged.outputs['outcome'] === 'deployed')
  const promoted = await act('promote: production takes version 1.0.0 from staging', stage, { command: 'promote', version: '1.0.0' })
  check('production serves the digest that staging verified', promoted.outputs['serving-digest'] === staged.outputs['digest'])
  check(`${url} serves version ${sha}`, (await page(url)).includes(sha))
}

async function demo(stage: Stage): Promise<void> {
  const { url = '', 'instance-id': host = '', 'public-ip': address = '' } = (await firstDeploy(stage)).outputs
  const second = await releaseUnderLoad(stage, url)
  await badCanary(stage, url, second)
  await brokenRelease(stage, url, second)
  await promotedVersion(stage, url)
  await stage.authority.trustOn(await stage.cloud.host(host))
  await byName(stage, address)
  const status = await act('status: what is deployed where', stage, { command: 'status' })
  check('it names the digest that serves', status.code === 0 && Boolean(status.outputs['serving-digest']?.startsWith('sha256:')))
  const metrics = await act('metrics: how often, how fast, how many failed, how fast it recovered', stage, { command: 'metrics' })
  check('it tells that 2 of 6 releases failed', Number(metrics.outputs['change-failure-rate']).toFixed(2) === '0.33')
  const destroy = { command: 'destroy', 'destroy-repository': 'true' }
  const staging = await act('destroy: staging', stage, { ...destroy, environment: 'staging' })
  const production = await act('destroy: everything that was created, the repository too', stage, destroy)
  const left = [...(await inventory(stage.cloud)), ...(await stage.zone.records())]
  check(`nothing is left${left.length > 0 ? `: ${left.join(', ')}` : ''}`, staging.code === 0 && production.code === 0 && left.length === 0)
}

process.on('SIGINT', () => interrupted.abort(new Error('interrupted')))
process.on('SIGTERM', () => interrupted.abort(new Error('interrupted')))
say('starting the local cloud: AWS, registry, metadata service')
const cloud = await startCloud()
const authority = await startAuthority(cloud)
const workspace = await mkdtemp(join(tmpdir(), 'docker-to-ec2-demo-'))
try {
  await demo({ cloud, authority, zone: await createHostedZone(cloud, 'example.com'), workspace })
} catch (error) {
  failures.push(interrupted.signal.aborted ? 'interrupted' : String(error instanceof Error ? error.stack : error))
} finally {
  say('removing the local cloud')
  await authority.stop()
  await cloud.stop()
  await rm(workspace, { recursive: true, force: true })
}
say(failures.length === 0 ? 'all of it holds' : `FAILED: ${failures.join('; ')}`)
process.exitCode = interrupted.signal.aborted ? 130 : failures.length > 0 ? 1 : 0
