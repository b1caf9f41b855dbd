import { daemonSettings, fillDisk, freeMemory, installDocker, moveDataRoot, ownClock, restartDocker } from '../../../../local/world.ts'
import type { Clock } from '../../../../local/world.ts'
import type { Moment, Row, Strike } from './row.ts'
import { SERVICE } from './stage.ts'
import type { Stage } from './stage.ts'

const HOUR = 3600
const MB = 1 << 20
const OWN = `/var/lib/docker-to-ec2/services/${SERVICE}`

const BOOT = 'the only host boots'
const STOPPED = 'the only copies of proxy and service start again'
const BAKE = { 'bake-time': '2s' }

const onHost = (script: string) => (stage: Stage) => stage.onHost(script)
const does = (act: (stage: Stage) => Promise<unknown>): Strike => ({ does: act })
const liveRestore = (on: boolean) => (stage: Stage) => daemonSettings(stage.host, { 'live-restore': on })
const RESTART = does(({ host }) => restartDocker(host))

const struck = (phase: string, fault: string, strike: Strike | readonly Strike[], more: Partial<Row> = {}): Row => ({
  phase,
  fault,
  at: { step: phase },
  strike,
  ends: 'deployed',
  serves: 'new',
  ...more,
})

const found = (fault: string, before: (stage: Stage) => Promise<unknown>, more: Partial<Row> = {}): Row => ({
  phase: 'between deploys',
  fault,
  before,
  ends: 'deployed',
  serves: 'new',
  ...more,
})

const powerLoss = (phase: string, disk: 'xfs' | 'ext4', more: Partial<Row> = {}): Row =>
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

/** The clock of the host is that of this machine until the strike, and again when the run has ended. */
function clockSteps(phase: string, seconds: number, more: Partial<Row> = {}): Row {
  const clocks = new Map<Stage, Clock>()
  const way = seconds > 0 ? 'ahead' : 'back'
  const strike = does((stage) => clocks.get(stage)?.step(seconds) ?? Promise.reject(new Error('no clock')))
  return struck(phase, `the host's clock steps ${way} by an hour`, strike, {
    before: async (stage) => clocks.set(stage, await ownClock(stage.host)),
    after: async (stage) => clocks.get(stage)?.end(),
    ...more,
  })
}

/** The clock is wrong before the run begins, and set right after it. */
function clockWrong(fault: string, seconds: number, more: Partial<Row> = {}): Row {
  const clocks = new Map<Stage, Clock>()
  return found(
    fault,
    async (stage) => {
      const clock = await ownClock(stage.host)
      await clock.step(seconds)
      clocks.set(stage, clock)
    },
    { after: async (stage) => clocks.get(stage)?.end(), ...more },
  )
}

const CLOCK: readonly Row[] = [
  clockSteps('health', -HOUR),
  clockSteps('bake', HOUR, { inputs: BAKE }),
  clockSteps('drain', HOUR),
  clockSteps('pull', HOUR, { change: 'commit' }),
  clockWrong("the host's clock is an hour behind", -HOUR, { change: 'commit', ends: 'failed host-unfit', serves: 'old' }),
  clockWrong("the host's clock is an hour ahead, then a rollback", HOUR, { change: 'back', ends: 'rolled-back' }),
]

/** No host has them where an agent's command finds them: what tests use lies apart. */
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

const WITHOUT: Partial<Row> = { before: liveRestore(false), after: liveRestore(true), lost: STOPPED }

const DOCKER_RESTARTS: readonly Row[] = [
  struck('start', 'the Docker daemon restarts', RESTART),
  struck('drain', 'the Docker daemon restarts', RESTART),
  struck('start', 'the Docker daemon restarts without live-restore', RESTART, WITHOUT),
  struck('bake', 'the Docker daemon restarts without live-restore', RESTART, {
    ...WITHOUT,
    inputs: BAKE,
    ends: 'rolled-back exited',
    serves: 'old',
  }),
  struck('drain', 'the Docker daemon restarts without live-restore', RESTART, { ...WITHOUT, ends: 'rolled-back exited', serves: 'old' }),
]

const PRUNE = 'docker system prune --all --force --volumes'
const pruned = (at: Moment, fault: string): Row => ({
  phase: 'start',
  fault,
  at,
  strike: does(onHost(PRUNE)),
  change: 'commit',
  ends: 'deployed',
  serves: 'new',
})

const PRUNED: readonly Row[] = [
  pruned({ step: 'start' }, '`docker system prune -af --volumes` between pull and create'),
  pruned({ step: 'start', creates: true }, '`docker system prune -af --volumes` between create and start'),
  found('`docker system prune -af --volumes`, then a rollback', onHost(PRUNE), { change: 'back', ends: 'rolled-back' }),
]

const docker =
  (age: 'own' | 'newer') =>
  async ({ host }: Stage) => {
    await installDocker(host, age)
    await restartDocker(host)
  }
const UPGRADED = { after: docker('own') }

const UPGRADE: readonly Row[] = [
  found('Docker was upgraded from 20.10 to 26', docker('newer'), { ...UPGRADED, change: 'commit' }),
  found('Docker was upgraded from 20.10 to 26, then a rollback', docker('newer'), { ...UPGRADED, change: 'back', ends: 'rolled-back' }),
  struck('health', 'Docker is upgraded from 20.10 to 26', does(docker('newer')), UPGRADED),
]

const dataRoot =
  (folder: string, more: object) =>
  async ({ host }: Stage) => {
    await daemonSettings(host, { 'data-root': folder, ...more })
    await restartDocker(host)
  }

const DATA_ROOT: readonly Row[] = [
  found("Docker's data-root is moved, without what is in it", dataRoot('/disk/empty', { 'live-restore': false }), {
    lost: 'nobody listens until the next deploy',
  }),
  found(
    "Docker's data-root is moved back, where earlier releases begin to run again",
    async (stage) => {
      const root = await stage.onHost('docker info --format {{.DockerRootDir}}')
      await dataRoot('/disk/detour', { 'live-restore': false })(stage)
      stage.serving = await stage.want('variable')
      await stage.deploy(stage.serving)
      await dataRoot(root, { 'live-restore': false })(stage)
    },
    { lost: STOPPED },
  ),
  found(
    "Docker's data-root is moved under what runs, which Docker then knows nothing of",
    dataRoot('/disk/forgetful', { 'live-restore': true }),
    {
      after: ({ host }) => host.reboot(),
      serves: 'nothing',
      lost: 'nobody listens from the reboot until the next deploy',
    },
  ),
  found("Docker's data-root is moved with all that is in it", ({ host }) => moveDataRoot(host, '/disk/whole'), { lost: STOPPED }),
]

/** A program that the kernel spares takes the memory that is left, bit by bit, until the deploy's program is killed for it. */
const OUT_OF_MEMORY = `
program=$(basename "$(dirname "$(dirname "$(find /proc/[0-9]*/fd -lname ${OWN}/lock 2>/dev/null | head -1)")")")
echo 1000 >"/proc/$program/oom_score_adj"
python3 - "$program" <<'EATER'
import os, sys
open("/proc/self/oom_score_adj", "w").write("-1000")
kept = []
while os.path.exists("/proc/" + sys.argv[1]) and "Z" not in open("/proc/%s/stat" % sys.argv[1]).read().rpartition(")")[2]:
    kept.append(b"x" * (1 << 20))
EATER`

const noMemory = (bytes: number) => (stage: Stage) => freeMemory(stage.host, bytes)
const MEMORY_AGAIN = { after: (stage: Stage) => freeMemory(stage.host, undefined) }

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
    'the script on the host is killed, as the host has no memory left',
    does(async (stage) => {
      await noMemory(64 * MB)(stage)
      await stage.onHost(OUT_OF_MEMORY)
    }),
    { ...MEMORY_AGAIN, ends: 'failed program-failed', serves: 'old' },
  ),
]

const REGISTRY_DOWN = [{ service: 'registry', operation: 'pull', kind: '500', status: 503 } as const]

const PAIRS: readonly Row[] = [
  struck('health', 'the runner is lost, then the host reboots', ['the runner is lost', 'the host reboots'], {
    ends: '',
    serves: 'old',
    lost: BOOT,
  }),
  struck('stop', 'the runner is lost, then the power', ['the runner is lost', 'the host loses its power'], {
    ends: '',
    lost: BOOT,
    next: 'other',
  }),
  struck(
    'start',
    'the disk is full, then the power is lost',
    does(({ host }) => fillDisk(host)),
    {
      after: ({ host }) => host.losePower(),
      ends: 'failed out-of-disk',
      serves: 'old',
      lost: BOOT,
    },
  ),
  struck('health', 'the script is killed, then the Docker daemon restarts without live-restore', ['the script is killed', RESTART], {
    ...WITHOUT,
    ends: 'failed program-failed',
    serves: 'old',
  }),
  found('all unused images were removed, and the registry is down for a rollback', onHost(PRUNE), {
    change: 'back',
    faults: REGISTRY_DOWN,
    ends: 'failed pull-failed',
    serves: 'old',
  }),
]

export const WORLD: readonly Row[] = [
  ...POWER,
  ...CLOCK,
  ...TOOLS,
  ...DOCKER_RESTARTS,
  ...PRUNED,
  ...UPGRADE,
  ...DATA_ROOT,
  ...MEMORY,
  ...PAIRS,
]
