import { expect, it } from '@jest/globals'
import { changedFiles } from '../../../src/domain/commits.ts'
import { planDeploy } from '../../../src/domain/plan/deploy-plan.ts'
import type { Surroundings } from '../../../src/domain/plan/infrastructure.ts'
import type { RiskEvidence } from '../../../src/domain/plan/evidence.ts'
import type { PlanFacts } from '../../../src/domain/plan/facts.ts'
import { evidenceRows } from '../../../src/report/plan/evidence.ts'
import { aCanarySpec, aServiceStatus, anAttempt } from '../../fakes/samples.ts'
import { BARE, planFacts } from '../../fakes/plan-facts.ts'

const CANARY = aCanarySpec({
  steps: [
    { share: 10, time: 90 },
    { share: 50, time: 5 },
  ],
  inconclusive: 'hold',
})
const NOTHING: RiskEvidence = { history: [], canary: undefined }
const file = (filename: string) => ({ filename, additions: 3, deletions: 1 })
const { release } = planFacts()

function rows(evidence: RiskEvidence | undefined, changes: Partial<PlanFacts> = {}, around: Partial<Surroundings> = {}) {
  return Object.fromEntries(evidenceRows(planDeploy(planFacts(changes), { ...BARE, ...around, ...(evidence && { evidence }) })))
}

/** Hosts whose live releases have answered so many requests in so many seconds. */
function busy(...traffic: readonly ({ readonly requests: number; readonly seconds: number } | null)[]): Partial<Surroundings> {
  const hosts = traffic.map((seen, at) => ({ hostId: `i-${at}`, others: [], status: aServiceStatus({ traffic: seen }) }))
  return { hosts: { kind: 'asked', hosts } }
}

it('tells whether a canary goes first', () => {
  expect(rows({ ...NOTHING, canary: CANARY })).toEqual({ Traffic: 'a canary gets 10% for 90 s, then 50% for 5 s' })
  expect(rows(NOTHING)).toEqual({ Traffic: 'all at once, without a canary' })
})

it.each([
  [
    [{ requests: 36_000, seconds: 3600 }],
    'a canary gets 10% for 90 s (about 90 requests, enough to notice an error rate of 5.6%), then 50% for 5 s (about 25 requests, too few to judge); about 10 requests a second now',
  ],
  [
    [
      { requests: 60, seconds: 120 },
      { requests: 30, seconds: 600 },
    ],
    'a canary gets 10% for 90 s (about 5 requests, too few to judge), then 50% for 5 s (about 2 requests, too few to judge); about 33 requests a minute now',
  ],
  [
    [{ requests: 0, seconds: 600 }],
    'a canary gets 10% for 90 s (about 0 requests, too few to judge), then 50% for 5 s (about 0 requests, too few to judge); nearly no requests now',
  ],
  [[{ requests: 600, seconds: 60 }, null], 'a canary gets 10% for 90 s, then 50% for 5 s'],
])('tells what the traffic of %j lets a canary see', (traffic, words) => {
  expect(rows({ ...NOTHING, canary: CANARY }, {}, busy(...traffic))['Traffic']).toBe(words)
})

it('tells how many visitors a release without a canary reaches, and that a dark start needs none', () => {
  const around = busy({ requests: 7200, seconds: 3600 })
  expect(rows(NOTHING, {}, around)['Traffic']).toBe('all at once, without a canary; about 2 requests a second now')
  const dark = { ...CANARY, steps: [{ share: 0, time: 60 }] }
  expect(rows({ ...NOTHING, canary: dark }, {}, around)['Traffic']).toBe('a canary gets 0% for 60 s; about 2 requests a second now')
})

it('shows nothing without a record or evidence', () => {
  expect(rows(NOTHING, { record: undefined })).toEqual({})
  expect(rows(undefined)).toEqual({})
})

it.each([
  [[anAttempt({ actor: 'ada' })], 'the last one: deployed at 2026-11-23 12:00 UTC by ada'],
  [
    [anAttempt({ outcome: 'failed', cause: 'exited' }), anAttempt(), anAttempt({ outcome: 'rolled-back' })],
    '2 of the last 3 succeeded; the last one: failed (exited) at 2026-11-23 12:00 UTC by ada',
  ],
])('tells how the last runs went: %#', (history, words) => {
  expect(rows({ ...NOTHING, history })['Last runs']).toBe(words)
})

it.each([
  [['a.ts'], '1 file, 3 lines added, 1 removed; none looks like a migration'],
  [['db/migrate/1_x.rb', 'b.ts'], '2 files, 6 lines added, 2 removed; 1 looks like a migration: db/migrate/1_x.rb'],
  [
    ['1.sql', 'app/migrations/0002_y.py', 'prisma/migrations/3/migration.sql', 'alembic/versions/4.py'],
    '4 files, 12 lines added, 4 removed; 4 look like migrations: 1.sql, app/migrations/0002_y.py, prisma/migrations/3/migration.sql and 1 more',
  ],
  [Array.from({ length: 300 }, (_, at) => `${at}.ts`), '300 or more files, 900 lines added, 300 removed; none looks like a migration'],
])('tells what the commits change: %j', (names, words) => {
  const files = changedFiles(names.map(file))
  expect(rows(NOTHING, { release: { ...release, files } })['Changes']).toBe(words)
})

it.each(['src/migrations.ts', 'docs/migrate.md', 'lib/sql.ts', 'immigration/a.ts'])('%s is not a migration', (name) => {
  expect(changedFiles([file(name)]).migrations).toEqual([])
})
