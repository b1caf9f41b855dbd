import { BAKE, BOOT, RESTART, does, found, onHost, struck } from './kinds.ts'
import type { Row } from '../row.ts'
import { SERVICE } from '../fixture.ts'
import type { Fixture } from '../fixture.ts'

const STATE = '/var/lib/docker-to-ec2'
const OWN = `${STATE}/services/${SERVICE}`
const LIVE = `${STATE}/proxy/state/${SERVICE}.live`
const live = `$(docker ps -q --filter label=docker-to-ec2.service=${SERVICE})`

const STOP_DOCKER = `mv /usr/sbin/dockerd /usr/sbin/dockerd.hidden; kill $(cat /var/run/docker.pid)
  while [ -e /var/run/docker.pid ]; do sleep 0.02; done`
const START_DOCKER = 'mv /usr/sbin/dockerd.hidden /usr/sbin/dockerd; until docker info >/dev/null 2>&1; do sleep 0.1; done'

const NO_PROXY = 'nobody listens until the next deploy'
const NO_ADDRESS = 'the proxy waits 5 s for an address'

const reboots = (phase: string, serves: 'old' | 'new'): Row =>
  struck(phase, 'the host reboots', 'the host reboots', { ends: 'failed program-failed', serves, lost: BOOT })

const strikes = (phase: string, fault: string, script: string, more: Partial<Row> = {}): Row =>
  struck(phase, fault, does(onHost(script)), more)

const spoiled = (fault: string, script: string, more: Partial<Row> = {}): Row => found(fault, onHost(script), more)

const RECORD = { Name: '/docker-to-ec2/web/production/release' }
const put = (change: (record: Record<string, unknown>) => unknown) => async (fixture: Fixture) => {
  const { cloud } = fixture.bed
  const { Parameter } = (await cloud.observe('ssm', 'GetParameter', RECORD)) as { Parameter: { Value: string } }
  // Written by hand, so not over a version that was read.
  const { over: _, ...record } = JSON.parse(Parameter.Value) as Record<string, unknown>
  const Value = JSON.stringify(change(record))
  await cloud.observe('ssm', 'PutParameter', { ...RECORD, Value, Type: 'String', Overwrite: true })
}

const MACHINE: readonly Row[] = [
  reboots('pull', 'old'),
  reboots('health', 'old'),
  reboots('verify', 'new'),
  reboots('stop', 'new'),
  struck('pull', 'the Docker daemon restarts', RESTART),
  struck('health', 'the Docker daemon restarts', RESTART),
  struck('stop', 'the Docker daemon restarts', RESTART),
  strikes('start', 'the Docker daemon is down', STOP_DOCKER, {
    after: onHost(START_DOCKER),
    ends: 'failed docker-failed',
    serves: 'old',
  }),
  strikes('health', 'the SSM agent restarts', 'true', {
    strike: { does: async ({ host }) => (await host.stopAgent(), await host.startAgent()) },
  }),
  strikes(
    'health',
    'the disk of the state is read-only',
    `mount --bind ${STATE}/proxy/state ${STATE}/proxy/state && mount -o remount,ro,bind ${STATE}/proxy/state`,
    {
      after: onHost(`umount ${STATE}/proxy/state`),
      ends: 'failed disk-failed',
      serves: 'old',
    },
  ),
  {
    phase: 'pull',
    fault: 'the disk is full',
    before: onHost('mount -t tmpfs -o size=64k none /var/lib/docker/tmp'),
    after: onHost('umount /var/lib/docker/tmp'),
    change: 'commit',
    inputs: { dockerfile: 'big.Dockerfile' },
    ends: 'failed out-of-disk',
    serves: 'old',
  },
]

const FOUND: readonly Row[] = [
  spoiled('the proxy was removed by hand', 'docker rm -f docker-to-ec2-proxy', { lost: NO_PROXY }),
  spoiled('the proxy was stopped by hand', 'docker stop -t 1 docker-to-ec2-proxy', { lost: NO_PROXY, change: 'none', ends: 'unchanged' }),
  spoiled('the state file of the proxy is missing', `rm ${LIVE}`, { lost: NO_ADDRESS }),
  spoiled('the state file of the proxy is empty', `: >${LIVE}`, { lost: NO_ADDRESS }),
  spoiled('the state file of the proxy is garbage', `printf '172.' >${LIVE}.new && mv ${LIVE}.new ${LIVE}`, { lost: NO_ADDRESS }),
  spoiled('caddy.json is cut short', `truncate -s 20 ${STATE}/proxy/caddy.json`),
  spoiled('the route of the service is empty', `: >${STATE}/proxy/routes/${SERVICE}.json`),
  spoiled('the state of the service is missing', `rm ${OWN}/state.json`, { change: 'none' }),
  spoiled(
    'releases, results and state are garbage',
    `for file in ${OWN}/releases/*.json ${OWN}/results/*.json ${OWN}/state.json ${OWN}/last-address; do echo '{' >$file; done`,
  ),
  spoiled('the files on the host are from tomorrow', `find ${STATE} -type f -exec touch -d '+1 day' {} +`),
  spoiled('the live container was killed', `docker rm -f ${live}`, { lost: 'the only copy is gone' }),
  spoiled('the live container was stopped by hand', `docker stop -t 1 ${live}`, {
    lost: 'the only copy is gone',
    change: 'none',
    ends: 'unchanged',
  }),
  spoiled('the live process died', `kill -9 $(docker inspect --format '{{.State.Pid}}' ${live})`, { lost: 'the only copy starts again' }),
  spoiled(
    'the way back was removed by hand',
    `docker rm $(docker ps -aq --filter status=exited --filter label=docker-to-ec2.service=${SERVICE})`,
  ),
  { ...spoiled('the record was deleted', ''), before: ({ bed }) => bed.cloud.observe('ssm', 'DeleteParameter', RECORD) },
  {
    ...spoiled('the record was deleted, and the same release comes again', '', { change: 'none', ends: 'unchanged' }),
    before: ({ bed }) => bed.cloud.observe('ssm', 'DeleteParameter', RECORD),
  },
  { ...spoiled('the record is garbage', ''), before: put(() => 'garbage') },
  { ...spoiled('the record is from next year', ''), before: put((record) => ({ ...record, deployedAt: '2099-01-01T00:00:00Z' })) },
  {
    ...spoiled('the lease is garbage', ''),
    before: ({ bed }) =>
      bed.cloud.observe('ssm', 'PutParameter', {
        Name: '/docker-to-ec2/web/production/lease',
        Value: JSON.stringify({ owner: '1/1', expiresAt: Date.UTC(2099) }),
        Type: 'String',
        Overwrite: true,
      }),
  },
]

const BESIDE: readonly Row[] = [
  strikes(
    'bake',
    'the new container dies',
    `kill -9 $(docker inspect --format '{{.State.Pid}}' $(docker ps -q --filter label=docker-to-ec2.service=${SERVICE} -n 1))`,
    {
      inputs: BAKE,
      ends: 'rolled-back exited',
      serves: 'old',
      lost: 'the dead process held them',
    },
  ),
  struck('bake', 'the Docker daemon restarts', RESTART, { inputs: BAKE }),
  strikes('health', 'another deploy begins', 'true', { strike: { does: async () => undefined }, next: 'at once' }),
  strikes('health', 'the proxy is removed by hand', 'docker rm -f docker-to-ec2-proxy', {
    lost: 'nobody listens until the deploy sees it',
  }),
]

export const HOST: readonly Row[] = [...MACHINE, ...FOUND, ...BESIDE]
