/** Faults of Docker, and then two faults at once. */
import { daemonSettings, emptyDisk, fillDisk, installDocker, moveDataRoot, restartDocker } from '../../../../../local/world.ts'
import { BAKE, BOOT, PRUNE, RESTART, STOPPED, does, found, onHost, struck } from './kinds.ts'
import type { Moment, Row } from '../row.ts'
import { until } from '../../../../../local/machine/patience.ts'
import { SERVICE } from '../../on-host.ts'
import type { Fixture } from '../fixture.ts'

const liveRestore = (on: boolean) => (fixture: Fixture) => daemonSettings(fixture.host, { 'live-restore': on })
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

/** Like many a program, it reports success when it is told to end. */
const WELL_BEHAVED = `node\n-e\nprocess.on('SIGTERM', () => process.exit(0)); console.log('ready'); setInterval(() => 0, 1000)`
const COMMAND = `${SERVICE}.release-command`
const commandRuns = (fixture: Fixture) =>
  until('the release command', async () => (await fixture.onHost(`docker logs ${COMMAND}`)) === 'ready')

/** While the release's command runs. */
const COMMAND_STOPPED: Row = struck(
  'release-command, under way',
  'the Docker daemon restarts without live-restore',
  does(async (fixture) => {
    await commandRuns(fixture)
    await restartDocker(fixture.host)
  }),
  {
    ...WITHOUT,
    at: { step: 'release-command', event: 'start' },
    inputs: { 'release-command': WELL_BEHAVED },
    ends: 'failed release-command-failed',
    serves: 'old',
  },
)

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
  pruned({ step: 'start', event: 'create' }, '`docker system prune -af --volumes` between create and start'),
  found('`docker system prune -af --volumes`, then a rollback', onHost(PRUNE), { change: 'back', ends: 'rolled-back' }),
]

const docker =
  (age: 'own' | 'newer') =>
  async ({ host }: Fixture) => {
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
  (folder: string, lives: boolean) =>
  async ({ host }: Fixture) => {
    await daemonSettings(host, { 'data-root': folder, 'live-restore': lives })
    await restartDocker(host)
  }

const DATA_ROOT: readonly Row[] = [
  found("Docker's data-root is moved, without what is in it", dataRoot('/disk/empty', false), {
    lost: 'nobody listens until the next deploy',
  }),
  found(
    "Docker's data-root is moved back, where earlier releases begin to run again",
    async (fixture) => {
      const root = await fixture.onHost('docker info --format {{.DockerRootDir}}')
      await dataRoot('/disk/detour', false)(fixture)
      fixture.serving = await fixture.want('variable')
      await fixture.deploy(fixture.serving)
      await dataRoot(root, false)(fixture)
    },
    { lost: STOPPED },
  ),
  found("Docker's data-root is moved under what runs, which Docker then knows nothing of", dataRoot('/disk/forgetful', true), {
    after: ({ host }) => host.reboot(),
    lost: BOOT,
  }),
  found("Docker's data-root is moved with all that is in it", ({ host }) => moveDataRoot(host, '/disk/whole'), { lost: STOPPED }),
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
  struck('health', 'the program is killed, then the Docker daemon restarts without live-restore', ['the program is killed', RESTART], {
    ...WITHOUT,
    ends: 'failed program-failed',
    serves: 'old',
  }),
  found('the disk is full, then a rollback', ({ host }) => fillDisk(host), {
    change: 'back',
    after: ({ host }) => emptyDisk(host),
    ends: 'rolled-back',
  }),
  found('all unused images were removed, and the registry is down for a rollback', onHost(PRUNE), {
    change: 'back',
    faults: REGISTRY_DOWN,
    ends: 'failed pull-failed',
    serves: 'old',
  }),
]

export const DOCKER: readonly Row[] = [...DOCKER_RESTARTS, COMMAND_STOPPED, ...PRUNED, ...UPGRADE, ...DATA_ROOT, ...PAIRS]
