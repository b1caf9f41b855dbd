/** Kills and power losses in the steps that kills.ts and machine.ts do not strike, and in every verb: `fault-rows.test.ts`. */
import { makeAuthority } from '../../../../fakes/certificates.ts'
import { BAKE, BOOT } from './kinds.ts'
import type { Disk, Moment, Row } from '../row.ts'
import type { Fixture } from '../fixture.ts'

type Case = Partial<Row> & Pick<Row, 'serves'>

const SECRET = 'docker-to-ec2/web/production/token'
const TLS = 'docker-to-ec2/fresh/production/tls'
const NAME = 'fresh.example.com'

const put =
  (Name: string, text: () => Promise<string>) =>
  async ({ bed: { cloud } }: Fixture) =>
    cloud.observe('secretsmanager', 'CreateSecret', { Name, SecretString: await text() })
const taken =
  (SecretId: string) =>
  ({ bed: { cloud } }: Fixture) =>
    cloud.observe('secretsmanager', 'DeleteSecret', { SecretId, ForceDeleteWithoutRecovery: true })

const WITH_SECRET: Case = {
  serves: 'old',
  inputs: { secrets: `TOKEN=secretsmanager:${SECRET}` },
  before: put(SECRET, async () => 'a value'),
  after: taken(SECRET),
}
const WITH_CERTIFICATE: Case = {
  serves: 'old',
  change: 'guest',
  inputs: { domains: NAME, tls: `secretsmanager:${TLS}`, 'http-port': '80', 'hosted-zone-id': 'none' },
  before: put(TLS, async () => JSON.stringify(await (await makeAuthority()).issue(NAME))),
  after: taken(TLS),
}
/** Created by the first canary of a service, and kept for the next one. */
const forgetSteering = ({ bed: { cloud } }: Fixture) =>
  cloud.observe('ssm', 'DeleteParameter', { Name: '/docker-to-ec2/web/production/steering' })
const ASSETS = { 'asset-path': '/assets', 'asset-files': '/app' }
/** It ends by the fault, so it has time enough. */
const CANARY = { 'canary-steps': '50%:10m', 'canary-dry-run': 'true' }

const ALONE: Case = { serves: 'old', change: 'worker' }
const WITH_COMMAND: Case = { serves: 'old', inputs: { 'release-command': 'node\n-e\n0' } }

/** Steps that no other row kills the program in. */
const KILLED: Readonly<Record<string, Case>> = {
  compare: { serves: 'old' },
  secrets: WITH_SECRET,
  platform: { serves: 'old' },
  evidence: { serves: 'old', inputs: { env: 'BEHAVIOUR=crash\nCRASH_MS=0' } },
  certificate: WITH_CERTIFICATE,
  certificates: WITH_CERTIFICATE,
  seed: { serves: 'old', change: 'preview' },
}

const WITHOUT_POWER: Readonly<Record<string, Case>> = {
  ...KILLED,
  prepare: { serves: 'old' },
  proxy: { serves: 'old' },
  start: { serves: 'old' },
  assets: { serves: 'old', inputs: ASSETS },
  'cut-over': { serves: 'old' },
  bake: { serves: 'new', inputs: BAKE },
  drain: { serves: 'new' },
  stop: { serves: 'new' },
  'release-command': WITH_COMMAND,
  'stop-first': ALONE,
}

/** The command ends only by the fault. */
const UNDER_WAY: Case & Pick<Row, 'phase'> = {
  phase: 'release-command, under way',
  serves: 'old',
  at: { step: 'release-command', event: 'start' },
  inputs: { 'release-command': 'node\n-e\nsetInterval(() => 0, 1000)', 'stop-grace-period': '1s' },
}

/** By verb, in its own steps, and in one that all of them have. */
const VERBS: readonly (Case & Pick<Row, 'phase'>)[] = [
  { phase: 'rollback, compare', change: 'back', serves: 'old' },
  { phase: 'rollback, wake', change: 'back', serves: 'old' },
  { phase: 'rollback, record', change: 'back', serves: 'new' },
  { phase: 'restart, cut-over', change: 'restart', serves: 'old' },
  { phase: 'restart, stop', change: 'restart', serves: 'new' },
  { phase: 'canary', serves: 'old', inputs: CANARY, ends: 'rolled-back program-failed', after: forgetSteering },
  { phase: 'removal', change: 'remove', serves: 'old', at: { stops: 'a container' } },
]

const disks: readonly Disk[] = ['xfs', 'ext4']

function struckIn(phase: string, row: Case, power: Disk | undefined): Row {
  const at: Moment = row.at ?? { step: phase.replace(/^\w+, /, '') }
  const fault = power === undefined ? 'the program on the host is killed' : `the host loses its power (${power})`
  const strike = power === undefined ? 'the program is killed' : 'the host loses its power'
  return {
    ...{ phase, fault, at, strike, ends: 'failed program-failed' },
    ...(power !== undefined && { disk: power, lost: BOOT }),
    ...row,
  }
}

const disk = (index: number): Disk => disks[index % disks.length] ?? 'xfs'

export const STEPS: readonly Row[] = [
  ...Object.entries({ ...KILLED, 'release-command': WITH_COMMAND, 'stop-first': ALONE }).map(([step, row]) =>
    struckIn(step, row, undefined),
  ),
  ...Object.entries(WITHOUT_POWER).map(([step, row], index) => struckIn(step, row, disk(index))),
  ...[...VERBS, UNDER_WAY].flatMap(({ phase, ...row }, index) => [struckIn(phase, row, undefined), struckIn(phase, row, disk(index))]),
]
