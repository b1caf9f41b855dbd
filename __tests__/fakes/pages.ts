/** Pages as runs end, each made as the run makes it: for the tests, and for scripts/pages.ts, which shows them as GitHub does. */
import { planDeploy } from '../../src/domain/plan/deploy-plan.ts'
import { fingerprintOf } from '../../src/domain/release/fingerprint.ts'
import type { CanarySpec } from '../../src/domain/canary/judge.ts'
import { changedFiles } from '../../src/domain/commits.ts'
import type { Comparison } from '../../src/domain/commits.ts'
import type { ContainerLog } from '../../src/domain/rollout/host-logs.ts'
import type { Verified } from '../../src/domain/release/wanted.ts'
import { Cancelled, DeployError } from '../../src/errors.ts'
import type { StepTime } from '../../src/ports/github/progress.ts'
import { ofService, reportOfError } from '../../src/report/explain.ts'
import { failed, ok, unknown, warning } from '../../src/domain/checkup/check.ts'
import { checkupReport } from '../../src/report/pages/checkup.ts'
import { deployReport } from '../../src/report/pages/deploy.ts'
import { logsReport } from '../../src/report/logs/page.ts'
import { metricsReport } from '../../src/report/pages/metrics.ts'
import { planReport } from '../../src/report/pages/plan.ts'
import { promotionReport } from '../../src/report/pages/promotion.ts'
import { statusReport } from '../../src/report/pages/status.ts'
import type { Report } from '../../src/report/parts/report.ts'
import { readJob } from './read-config.ts'
import { aWatchedCanary } from './watched-canary.ts'
import { BARE, costOfHost, LIVE, LIVE_COMMIT, hosts, planFacts } from './plan-facts.ts'
import { FEW, HOSTILE as HOSTILE_METRICS, METRICS } from './sample-metrics.ts'
import {
  aCanarySpec,
  aHost,
  aHostResult,
  aHostSpec,
  anAttempt,
  aRecord,
  aRelease,
  aServiceStatus,
  aSpec,
  COMMIT,
  DIGEST,
  SERVICE,
} from './samples.ts'

export interface Page {
  readonly report: Report
  readonly steps: readonly StepTime[]
}

const JOB = readJob({ GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: COMMIT, GITHUB_ACTOR: 'grace', GITHUB_RUN_ID: '7' })
const CONFIG = { service: SERVICE, job: JOB }
const OLD_DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`
const NEW = 'c0ffee00-12345678'
const DEPLOYED = '2026-11-24T09:02:00.000Z'
const RECORD = aRecord({
  ...{ release: LIVE, commit: LIVE_COMMIT, digest: OLD_DIGEST, deployedAt: DEPLOYED },
  fingerprint: fingerprintOf(aSpec(), LIVE),
})

const COMPARISON: Comparison = {
  relation: 'ahead',
  commits: [
    { sha: 'a1b2c3d4'.repeat(5), title: 'Read the basket from the new table', author: 'ada' },
    { sha: 'd4c3b2a1'.repeat(5), title: 'Show prices with their currency', author: 'grace' },
    { sha: COMMIT, title: 'Ask for the delivery date before the payment (#412)', author: 'ada' },
  ],
}

/** A step of the run, in seconds since its begin. */
function step(name: string, [from, to]: readonly [number, number], more: Partial<StepTime> = {}): StepTime {
  return { name, start: from * 1000, ms: (to - from) * 1000, ok: true, ...more }
}

/** Steps of a host, one after the other, in seconds. */
function onHost(host: string, from: number, ...steps: readonly (readonly [string, number])[]): StepTime[] {
  let start = from
  return steps.map(([name, took]) => step(name, [start, (start += took)], { host }))
}

const BUILD = [
  step('Check what is live', [0.2, 1.1]),
  step('image', [1.1, 26.4]),
  step('host', [1.1, 3.2]),
  step('Prepare image and host', [1.1, 26.4]),
]
const HOST = aHost().id
const TAKEN = onHost(
  HOST,
  27,
  ['compare', 0.1],
  ['pull', 4.1],
  ['start', 0.6],
  ['health', 2.2],
  ['cut over', 0.1],
  ['bake', 5],
  ['drain', 1.4],
)
const stepsOn = (hosts: string): StepTime[] => [
  ...BUILD,
  ...TAKEN,
  step(`Release ${NEW} on ${hosts}`, [26.4, 40.9]),
  step('Record the release', [40.9, 41.3]),
]
const STEPS = stepsOn(HOST)
const failedStepsOn = (hosts: string): StepTime[] => [
  ...BUILD,
  ...onHost(HOST, 27, ['compare', 0.1], ['pull', 4.1], ['start', 0.6]),
  step('health', [31.8, 37.1], { host: HOST, ok: false }),
  step(`Release ${NEW} on ${hosts}`, [26.4, 37.4], { ok: false }),
]
const FAILED_STEPS = failedStepsOn(HOST)

/** A release that goes by its commit. */
const UNNAMED = { semver: undefined, nextVersion: '' }

function deployed(changes: Partial<Parameters<typeof deployReport>[1]> = {}): Report {
  return deployReport(CONFIG, {
    hosts: [aHost()],
    release: aRelease(),
    results: [aHostResult(HOST, { previous: LIVE })],
    watch: undefined,
    snapshot: { record: RECORD, comparison: COMPARISON, ...UNNAMED },
    ...changes,
  })
}

const LOGS = `2026-11-27T09:14:02Z listening on 0.0.0.0:8080
2026-11-27T09:14:02Z connecting to orders-db.internal:5432
2026-11-27T09:14:07Z Error: connect ECONNREFUSED 10.0.3.12:5432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)`

const EXITED = {
  outcome: 'failed',
  cause: 'exited',
  exitCode: 3,
  serving: OLD_DIGEST,
  servingRelease: LIVE,
  evidence: { logs: LOGS, health: '', host: 'disk: 11.2 GB free; memory: 812 MB free' },
} as const

function exited(): Report {
  return deployed({ results: [aHostResult(HOST, EXITED)] })
}

function abortedCanary(): Report {
  const result = aHostResult(HOST, {
    ...EXITED,
    cause: 'canary-errors',
    rolledBack: true,
    detail: '12 of 128 answers were 5xx (9.4%); baseline: 0 of 127 (0.0%)',
  })
  return deployed({ results: [result], watch: aWatchedCanary(HOST) })
}

const CANARY_STEPS = [
  ...BUILD,
  ...onHost(HOST, 27, ['pull', 4.1], ['start', 0.6], ['health', 2.2]),
  step('canary 10%', [34, 94]),
  step('canary 50%', [95, 101], { ok: false }),
  step(`Release ${NEW} on ${HOST}`, [26.4, 103], { ok: false }),
]

function fleetOf(count: number) {
  return Array.from({ length: count }, (_, at) =>
    aHost({ id: `i-${at.toString(16).padStart(17, '0')}`, publicIp: `203.0.113.${at % 256}` }),
  )
}

function good(count: number): Report {
  const all = fleetOf(count)
  return deployed({ hosts: all, results: all.map(({ id }) => aHostResult(id, { previous: LIVE })) })
}

/** The first ones failed, half of all had the release until then, and the others were not reached. */
function partlyFailed(count: number, failing: number): Report {
  const all = fleetOf(count)
  const old = { serving: OLD_DIGEST, servingRelease: LIVE }
  const results = all.map(({ id }, at) => {
    if (at < failing) return aHostResult(id, { ...EXITED })
    return aHostResult(id, at < count / 2 ? { outcome: 'rolled-back', ...old } : { outcome: 'failed', cause: 'not-started', ...old })
  })
  return deployed({ hosts: all, results })
}

const HISTORY = [
  anAttempt({ at: '2026-11-26T16:20:00.000Z', actor: 'grace', release: NEW, outcome: 'rolled-back', cause: 'canary-errors', seconds: 103 }),
  anAttempt({ at: DEPLOYED, release: LIVE, commit: LIVE_COMMIT, seconds: 41.3 }),
  anAttempt({ at: '2026-11-23T15:40:00.000Z', release: 'aaaaaaaa-00000001', seconds: 58 }),
]

function plan(): Report {
  const spec = aSpec({ env: { CHECKOUT_URL: 'x', LOG_LEVEL: 'debug' }, memory: 2 ** 29 })
  const facts = planFacts({
    configuration: spec,
    record: RECORD,
    release: {
      ...planFacts().release,
      migration: true,
      files: changedFiles([
        { filename: 'db/migrate/20261126_baskets.rb', additions: 41, deletions: 0 },
        { filename: 'app/models/basket.rb', additions: 127, deletions: 38 },
      ]),
      commits: COMPARISON.commits.map((commit) => ({ ...commit, url: `https://github.com/acme/web/commit/${commit.sha}` })),
    },
  })
  const evidence = { history: HISTORY, canary: aCanary() }
  const status = aServiceStatus({ release: LIVE, serving: OLD_DIGEST, traffic: { requests: 181_440, seconds: 6 * 3600 } })
  const serving = { kind: 'asked', hosts: [{ hostId: HOST, status, others: [] }] } as const
  return planReport(planDeploy(facts, { ...BARE, hosts: serving, addresses: ['203.0.113.7'], cost: costOfHost(), evidence }))
}

function aCanary(): CanarySpec {
  const steps = [10, 50].map((share) => ({ share, time: 60 }))
  return aCanarySpec({ steps, maxErrorShare: 0.05, inconclusive: 'hold' })
}

function firstPlan(): Report {
  const release = { ...planFacts().release, relation: undefined, commits: [], compareUrl: undefined }
  const facts = planFacts({ hostPlan: hosts({ kind: 'launch' }), spec: aHostSpec(), record: undefined, release })
  return planReport(planDeploy(facts, { ...BARE, cost: costOfHost({ kind: 'launch' }) }))
}

function status(): Report {
  const releases = [
    { release: LIVE, container: true, image: true, active: true, left: false },
    { release: 'aaaaaaaa-00000001', container: true, image: true, active: false, left: false },
  ]
  const certificates = [{ name: 'shop.example.com', issuer: 'R11', expires: 1_800_000_000 }]
  const asked = [
    { host: aHost(), status: aServiceStatus({ serving: OLD_DIGEST, release: LIVE, releases, certificates }), others: [], findings: [] },
  ]
  const history = HISTORY.map((attempt) => ({ ...RECORD, attempt }))
  const names = [{ name: 'shop.example.com', words: 'resolves to 203.0.113.7' }]
  return statusReport(
    { service: SERVICE, spec: aSpec(), schedule: undefined },
    { now: 0, asked, names, history, freeze: undefined, cost: costOfHost() },
  )
}

const refusedError = new DeployError('refused', `commit c0ffee00 is older than ${LIVE}, which is live`, {
  hint: 'Set allow-downgrade: true to deploy it anyway.',
})

/** Whatever others may write: commits, hosts, the container. */
const HOSTILE =
  '</details>```| **b** <img src=x onerror=alert(1)> [a](javascript:1) @team\n::error::x\n## h %%{init: {"theme": "dark"}}%% click x call y() ]'

function hostile(): Report {
  const evidence = { logs: HOSTILE.repeat(3), health: `${'`'.repeat(5)}\n${'w'.repeat(400)}`, host: HOSTILE }
  const result = aHostResult(HOST, {
    ...EXITED,
    cause: 'health-status',
    healthCode: 500,
    servingRelease: HOSTILE,
    detail: HOSTILE,
    evidence,
  })
  const record = aRecord({ release: HOSTILE, actor: HOSTILE, deployedAt: HOSTILE, digest: HOSTILE, commit: LIVE_COMMIT })
  const report = deployed({ results: [result] })
  const change = deployed({ snapshot: { record, comparison: hostileComparison(), ...UNNAMED } }).change
  return { ...report, ...(change && { change }), facts: [[HOSTILE, HOSTILE]], warnings: [HOSTILE] }
}

function hostileComparison(): Comparison {
  return { relation: 'ahead', commits: [{ sha: COMMIT, title: HOSTILE, author: HOSTILE }] }
}

const HOSTILE_STEPS = [
  ...['section x', 'click x', '%%{init: {"theme": "dark"}}%%', 'title', HOSTILE, 'a:b;c#d', '```', ''].flatMap((name, at) => [
    step(name, [at, at + 1]),
    step(name, [at, at + 1], { host: HOST, ok: at !== 3 }),
  ]),
]

function doctor(): Report {
  return checkupReport(CONFIG, [
    ok('Identity', 'account 111122223333, us-east-1, as web.1@7'),
    ok('Permissions', 'AWS would allow ec2:RunInstances, ec2:AllocateAddress'),
    ok('GitHub', 'the token reads the commits of the repository'),
    warning('Environment', 'every branch can deploy to production', 'Limit it to main: Settings > Environments > Deployment branches.'),
    ok('Network', 'a route leads from each of 3 subnets to the internet'),
    ok('Machine', 't3.small with ami-0123456789abcdef0, x86_64'),
    failed(
      'Quotas',
      '5 of 5 Elastic IPs are in use, and the next deploy needs 1',
      'Request more in Service Quotas, or set elastic-ip: false.',
    ),
    ok('Registry', '111122223333.dkr.ecr.us-east-1.amazonaws.com/web/production'),
    ok('Record', `${LIVE} is recorded as live`),
    unknown('DNS', 'shop.example.com: its name server did not answer in time', 'Run this again.'),
  ])
}

const LOGGED: ContainerLog = {
  ...{ track: 'live', release: LIVE, state: 'running', startedAt: '2026-11-23T11:02:00Z', finishedAt: '2026-11-23T11:01:58Z' },
  ...{ restarts: 2, exitCode: 137, outOfMemory: true, driver: 'json-file', withheld: false, problem: '', leftLines: 0, leftBytes: 0 },
  lines: [
    '2026-11-23T11:02:00.412Z listening on 8080',
    '2026-11-23T11:58:31.007Z GET /cart 500: the pool has no connection left',
    `2026-11-23T11:59:04.810Z ${'a long line '.repeat(40)}`,
  ],
}

function logs(lines = LOGGED.lines): Report {
  const containers = [
    { ...LOGGED, lines, leftLines: 12, leftBytes: 3456 },
    { ...LOGGED, track: 'canary', release: NEW, restarts: 0, lines: [] },
  ] as const
  const config = { service: SERVICE, logs: { lines: 200, since: 900, allowPublic: false } }
  return logsReport(config, [
    { host: { id: HOST }, logs: { outcome: 'logs', docker: '', state: 'live', release: LIVE, containers } },
    { host: { id: 'i-0fedcba9876543210' }, logs: 'the host is stopped' },
  ])
}

const STAGED: Verified = {
  environment: 'staging',
  release: { ...aRelease({ name: 'c0ffee00-87654321' }), login: '' },
  semver: undefined,
  differs: ['DATABASE_HOST'],
}

export const PAGES = {
  success: { report: deployed(), steps: STEPS },
  failure: { report: exited(), steps: FAILED_STEPS },
  canary: { report: abortedCanary(), steps: CANARY_STEPS },
  plan: { report: plan(), steps: [step('Check what is live', [0, 1.4])] },
  status: { report: status(), steps: [step('Check what is live', [0, 0.4]), step('Ask the host', [0.4, 1.9])] },
  logs: { report: logs(), steps: [step('Check what is live', [0, 0.4]), step('Read the logs', [0.4, 1.9])] },
  'logs-hostile': { report: logs(HOSTILE.split('\n')), steps: [step('Read the logs', [0.4, 1.9])] },
  metrics: { report: metricsReport(METRICS), steps: [step('Read the records', [0.4, 0.9]), step('Read the incidents', [0.9, 1.3])] },
  'metrics-few': { report: metricsReport(FEW), steps: [step('Read the records', [0.4, 0.9])] },
  'metrics-hostile': { report: metricsReport(HOSTILE_METRICS), steps: [step('Read the records', [0.4, 0.9])] },
  'first-deploy': { report: deployed({ snapshot: { record: undefined, comparison: undefined, ...UNNAMED } }), steps: STEPS },
  'first-plan': { report: firstPlan(), steps: [step('Check what is live', [0, 1.4])] },
  'many-hosts': { report: good(300), steps: stepsOn('300 hosts') },
  'many-hosts-failed': { report: partlyFailed(300, 2), steps: failedStepsOn('300 hosts') },
  promoted: { report: promotionReport(deployed(), STAGED), steps: STEPS },
  unchanged: {
    report: deployed({ results: [aHostResult(HOST, { outcome: 'unchanged', serving: DIGEST })] }),
    steps: [step('Check what is live', [0, 0.9]), step(`Release ${NEW} on ${HOST}`, [0.9, 2.6])],
  },
  refused: { report: ofService(reportOfError(refusedError), SERVICE), steps: [step('Check what is live', [0, 0.9], { ok: false })] },
  cancelled: { report: ofService(reportOfError(new Cancelled()), SERVICE), steps: [step('Check what is live', [0, 0.9], { ok: false })] },
  doctor: { report: doctor(), steps: [step('Check the setup', [0, 1.9])] },
  hostile: { report: hostile(), steps: HOSTILE_STEPS },
} as const satisfies Record<string, Page>
