import type { Fault } from '../../../../../local/aws/faults.ts'
import { BAKE } from './kinds.ts'
import type { Moment, Row, Strike } from '../row.ts'

const LOGIN = { service: 'ecr', operation: 'GetAuthorizationToken' }
const PULL = { service: 'registry', operation: 'pull' }
const PUSH = { service: 'registry', operation: 'push' }
const RECORD = { service: 'ssm', operation: 'PutParameter', match: { Name: '/docker-to-ec2/web/production/release' } }
/** Blocks everything, however slow the machine is on which the runner is killed. */
const NO_PUSH: Fault = { ...PUSH, kind: 'hold' }

const ASSETS = { 'asset-path': '/assets', 'asset-files': '/app' }

/** The program's steps; for steps that a changed variable skips, another deploy. */
const STEPS: Readonly<Record<string, { readonly at: Moment } & Pick<Row, 'serves' | 'change' | 'inputs'>>> = {
  prepare: { at: { step: 'prepare' }, serves: 'old' },
  login: { at: { step: 'prepare', asks: LOGIN }, serves: 'old', change: 'commit' },
  pull: { at: { step: 'pull', asks: PULL }, serves: 'old', change: 'commit' },
  proxy: { at: { step: 'proxy' }, serves: 'old' },
  start: { at: { step: 'start' }, serves: 'old' },
  'start, under way': { at: { step: 'start', event: 'create' }, serves: 'old' },
  health: { at: { step: 'health' }, serves: 'old' },
  assets: { at: { step: 'assets' }, serves: 'old', inputs: ASSETS },
  'cut-over': { at: { step: 'cut-over' }, serves: 'old' },
  verify: { at: { step: 'verify' }, serves: 'new' },
  bake: { at: { step: 'bake' }, serves: 'new', inputs: BAKE },
  drain: { at: { step: 'drain' }, serves: 'new' },
  record: { at: { step: 'record' }, serves: 'new' },
  stop: { at: { step: 'stop' }, serves: 'new' },
  prune: { at: { step: 'prune' }, serves: 'new' },
}

const SCRIPT_KILLED: readonly Row[] = Object.entries(STEPS).map(([phase, { at, ...rest }]) => ({
  phase,
  fault: 'the program on the host is killed',
  at,
  strike: 'the program is killed',
  ends: 'failed program-failed',
  ...rest,
}))

/** The program continues without its runner, so the new release goes live. */
const RUNNER_LOST: readonly Row[] = ['login', 'pull', 'start', 'health', 'cut-over', 'bake', 'drain', 'stop', 'prune'].map(
  (phase, index) => ({
    phase,
    fault: 'the runner is lost',
    at: { step: phase },
    ...STEPS[phase],
    strike: 'the runner is lost',
    ends: '',
    serves: 'new',
    next: index % 2 === 0 ? 'same' : 'other',
  }),
)

const lostAt = (phase: string, at: Moment, more: Partial<Row> = {}): Row => ({
  phase,
  fault: 'the runner is lost',
  at,
  strike: 'the runner is lost',
  ends: '',
  serves: 'old',
  ...more,
})

const RUNNER_LOST_BEFORE: readonly Row[] = [
  lostAt('observe', { asks: { service: 'ec2', operation: 'DescribeInstances' } }),
  lostAt('build', { says: /│ #\d+ / }, { change: 'commit', faults: [NO_PUSH] }),
  lostAt('push', { asks: PUSH }, { change: 'commit' }),
  lostAt(
    'agent wait',
    { says: /Waiting for the SSM agent/ },
    { faults: [{ service: 'ssm', operation: 'agent', kind: 'offline' }], next: 'other' },
  ),
  lostAt('record', { asks: RECORD }, { serves: 'new', next: 'other' }),
]

const ended = (phase: string, fault: string, { strike, ends, serves }: { strike: Strike } & Pick<Row, 'ends' | 'serves'>): Row => ({
  phase,
  fault,
  at: { step: phase },
  strike,
  ends,
  serves,
})

const CANCELLED: readonly Row[] = [
  ended('health', 'the run is cancelled', { strike: 'the run is cancelled', ends: 'cancelled cancelled', serves: 'old' }),
  ended('drain', 'the run is cancelled', { strike: 'the run is cancelled', ends: 'cancelled cancelled', serves: 'new' }),
  ended('health', 'the runner kills the action; `post` cancels the command', {
    strike: 'the action is killed, and `post` runs',
    ends: '',
    serves: 'old',
  }),
  ended('stop', 'the runner kills the action; `post` cancels the command', {
    strike: 'the action is killed, and `post` runs',
    ends: '',
    serves: 'new',
  }),
]

export const KILLS: readonly Row[] = [...RUNNER_LOST_BEFORE, ...RUNNER_LOST, ...SCRIPT_KILLED, ...CANCELLED]
