/** Faults of the machine below Docker: its power, its clock, its programs and its memory. */
import { freeMemory, ownClock, rightClock, stepClock } from '../../../../../local/world.ts'
import { SERVICE } from '../../on-host.ts'
import { BAKE, BOOT, does, found, onHost, struck } from './kinds.ts'
import type { Disk, Row } from '../row.ts'
import type { Fixture } from '../fixture.ts'

const HOUR = 3600
const MB = 1 << 20
const RIGHT_CLOCK: Partial<Row> = { after: ({ host }) => rightClock(host) }

const powerLoss = (phase: string, disk: Disk, more: Partial<Row> = {}): Row =>
  struck(phase, `the host loses its power (${disk})`, 'the host loses its power', {
    disk,
    ends: 'failed program-failed',
    serves: 'old',
    lost: BOOT,
    ...more,
  })

const POWER: readonly Row[] = [
  powerLoss('pull', 'ext4', { change: 'commit' }),
  powerLoss('health', 'xfs'),
  powerLoss('verify', 'xfs', { serves: 'new' }),
  powerLoss('record', 'ext4', { serves: 'new' }),
  powerLoss('prune', 'xfs', { serves: 'new' }),
  ...(['xfs', 'ext4'] as const).map((disk) =>
    found(`the host lost its power right after a deploy (${disk})`, ({ host }) => host.losePower(), { disk, lost: BOOT }),
  ),
]

/** The host's clock is this machine's until the fault strikes, and again after the run. */
const clockSteps = (phase: string, seconds: number, more: Partial<Row> = {}): Row =>
  struck(
    phase,
    `the host's clock steps ${seconds > 0 ? 'ahead' : 'back'} by an hour`,
    does(({ host }) => stepClock(host, seconds)),
    {
      before: ({ host }) => ownClock(host),
      ...RIGHT_CLOCK,
      ...more,
    },
  )

const clockWrong = (fault: string, seconds: number, more: Partial<Row> = {}): Row =>
  found(fault, ({ host }) => ownClock(host, seconds), { ...RIGHT_CLOCK, ...more })

const CLOCK: readonly Row[] = [
  clockSteps('health', -HOUR),
  clockSteps('bake', HOUR, { inputs: BAKE }),
  clockSteps('drain', HOUR),
  clockSteps('pull', HOUR, { change: 'commit' }),
  clockWrong("the host's clock is an hour behind", -HOUR, { change: 'commit', ends: 'failed host-unfit', serves: 'old' }),
  clockWrong("the host's clock is an hour ahead, then a rollback", HOUR, { change: 'back', ends: 'rolled-back' }),
]

/** No host has them where an agent's command finds them: the tests' own tools are elsewhere. */
const NO_TOOLS = `! PATH=\${PATH%:/opt/test/bin} sh -c 'command -v docker || command -v curl || command -v aws' || exit 1`
const hide = (path: string) => `mv ${path} ${path}.hidden`
const show = (path: string) => `mv ${path}.hidden ${path}`
const JSON_LIBRARY = '/usr/lib/python3.11/json'

const TOOLS: readonly Row[] = [
  found('the host has neither a Docker client nor curl nor the AWS CLI', onHost(NO_TOOLS), { change: 'commit' }),
  found('Python is missing', onHost(hide('/usr/bin/python3')), {
    after: onHost(show('/usr/bin/python3')),
    ends: 'failed host-unfit',
    serves: 'old',
  }),
  found("a part of Python's library is missing", onHost(hide(JSON_LIBRARY)), {
    after: onHost(show(JSON_LIBRARY)),
    ends: 'failed host-unfit',
    serves: 'old',
  }),
  struck('pull', 'Python is removed', does(onHost(hide('/usr/bin/python3'))), {
    change: 'commit',
    after: onHost(show('/usr/bin/python3')),
  }),
  struck('start', 'runc is removed', does(onHost(hide('/usr/sbin/runc'))), {
    after: onHost(show('/usr/sbin/runc')),
    ends: 'failed start-failed',
    serves: 'old',
  }),
]

/** A program takes the remaining memory step by step, until the kernel kills the deploy's program, which it prefers, or this one. */
const OUT_OF_MEMORY = `
program=$(basename "$(dirname "$(dirname "$(find /proc/[0-9]*/fd -lname /var/lib/docker-to-ec2/services/${SERVICE}/lock 2>/dev/null | head -1)")")")
echo 1000 >"/proc/$program/oom_score_adj"
runs() { [ -e "/proc/$program/exe" ]; }
while runs; do
  python3 - "/proc/$program/exe" <<'EATER' || true
import os, sys
kept = []
while os.path.exists(sys.argv[1]):
    kept.append(b"x" * (1 << 18))
EATER
done`

const noMemory = (bytes: number) => (fixture: Fixture) => freeMemory(fixture.host, bytes)
const MEMORY_AGAIN = { after: (fixture: Fixture) => freeMemory(fixture.host, undefined) }

const MEMORY: readonly Row[] = [
  found('the host has too little memory for a second copy', noMemory(30 * MB), {
    ...MEMORY_AGAIN,
    ends: 'failed host-unfit',
    serves: 'old',
  }),
  found('the new container takes all memory of the host', noMemory(200 * MB), {
    ...MEMORY_AGAIN,
    inputs: { env: 'BEHAVIOUR=oom' },
    ends: 'failed out-of-memory',
    serves: 'old',
    next: 'other',
  }),
  struck(
    'health',
    'the program is killed, as the host has no memory left',
    does(async (fixture) => {
      await noMemory(64 * MB)(fixture)
      await fixture.onHost(OUT_OF_MEMORY)
    }),
    { ...MEMORY_AGAIN, ends: 'failed program-failed', serves: 'old' },
  ),
]

export const MACHINE: readonly Row[] = [...POWER, ...CLOCK, ...TOOLS, ...MEMORY]
