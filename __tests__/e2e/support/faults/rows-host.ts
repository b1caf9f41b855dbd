import type { Row } from './row.ts'
import { SERVICE } from './stage.ts'
import type { Stage } from './stage.ts'

const STATE = '/var/lib/docker-to-ec2'
const OWN = `${STATE}/services/${SERVICE}`
const LIVE = `${STATE}/proxy/state/${SERVICE}.live`
const live = `$(docker ps -q --filter label=docker-to-ec2.service=${SERVICE})`

const onHost = (script: string) => (stage: Stage) => stage.onHost(script)
/** The daemon ends, and is started again after a second. */
const RESTART_DOCKER = `old=$(cat /var/run/docker.pid); kill $old
  until [ "$(cat /var/run/docker.pid 2>/dev/null)" != "$old" ] && docker info >/dev/null 2>&1; do sleep 0.1; done`
const STOP_DOCKER = `mv /usr/sbin/dockerd /usr/sbin/dockerd.hidden; kill $(cat /var/run/docker.pid)
  while [ -e /var/run/docker.pid ]; do sleep 0.02; done`
const START_DOCKER = 'mv /usr/sbin/dockerd.hidden /usr/sbin/dockerd; until docker info >/dev/null 2>&1; do sleep 0.1; done'

const BOOT = 'the only host boots'
const NO_PROXY = 'nobody listens until the next deploy'
const NO_ADDRESS = 'the proxy waits 5 s for an address'

const reboots = (phase: string, serves: 'old' | 'new'): Row => ({
  phase,
  fault: 'the host reboots',
  at: { step: phase },
  strike: 'the host reboots',
  ends: 'failed program-failed',
  serves,
  lost: BOOT,
})

const strikes = (phase: string, fault: string, script: string, more: Partial<Row> = {}): Row => ({
  phase,
  fault,
  at: { step: phase },
  strike: { does: onHost(script) },
  ends: 'deployed',
  serves: 'new',
  ...more,
})

/** Found spoiled by a deploy, which has to put it right. */
const found = (fault: string, script: string, more: Partial<Row> = {}): Row => ({
  phase: 'between deploys',
  fault,
  before: onHost(script),
  ends: 'deployed',
  serves: 'new',
  ...more,
})

const RECORD = { Name: '/docker-to-ec2/web/production/release' }
const put = (change: (record: Record<string, unknown>) => unknown) => async (stage: Stage) => {
  const { cloud } = stage.bed
  const { Parameter } = (await cloud.observe('ssm', 'GetParameter', RECORD)) as { Parameter: { Value: string } }
  const Value = JSON.stringify(change(JSON.parse(Parameter.Value) as Record<string, unknown>))
  await cloud.observe('ssm', 'PutParameter', { ...RECORD, Value, Type: 'String', Overwrite: true })
}

const MACHINE: readonly Row[] = [
  reboots('pull', 'old'),
  reboots('health', 'old'),
  reboots('verify', 'new'),
  reboots('stop', 'new'),
  strikes('pull', 'the Docker daemon restarts', RESTART_DOCKER),
  strikes('health', 'the Docker daemon restarts', RESTART_DOCKER),
  strikes('stop', 'the Docker daemon restarts', RESTART_DOCKER),
  strikes('start', 'the Docker daemon is down', STOP_DOCKER, {
    after: onHost(START_DOCKER),
    ends: 'failed start-failed',
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
      ends: 'failed out-of-disk',
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
  found('the proxy was removed by hand', 'docker rm -f docker-to-ec2-proxy', { lost: NO_PROXY }),
  found('the proxy was stopped by hand', 'docker stop -t 1 docker-to-ec2-proxy', { lost: NO_PROXY, change: 'none', ends: 'unchanged' }),
  found('the state file of the proxy is missing', `rm ${LIVE}`, { lost: NO_ADDRESS }),
  found('the state file of the proxy is empty', `: >${LIVE}`, { lost: NO_ADDRESS }),
  found('the state file of the proxy is garbage', `printf '172.' >${LIVE}.new && mv ${LIVE}.new ${LIVE}`, { lost: NO_ADDRESS }),
  found('caddy.json is cut short', `truncate -s 20 ${STATE}/proxy/caddy.json`),
  found('the server of the service is empty', `: >${STATE}/proxy/servers/${SERVICE}.json`),
  found('the name of the active release is missing', `rm ${OWN}/active`, { change: 'none', ends: 'deployed' }),
  found(
    'manifests and results are garbage',
    `for file in ${OWN}/releases/*.json ${OWN}/results/*.json ${OWN}/visit ${STATE}/last-address; do echo '{' >$file; done`,
  ),
  found('the files on the host are from tomorrow', `find ${STATE} -type f -exec touch -d '+1 day' {} +`),
  found('the live container was killed', `docker rm -f ${live}`, { lost: 'the only copy is gone' }),
  found('the live container was stopped by hand', `docker stop -t 1 ${live}`, { lost: 'the only copy is gone', change: 'none' }),
  found('the live process died', `kill -9 $(docker inspect --format '{{.State.Pid}}' ${live})`, { lost: 'the only copy starts again' }),
  found(
    'the way back was removed by hand',
    `docker rm $(docker ps -aq --filter status=exited --filter label=docker-to-ec2.service=${SERVICE})`,
  ),
  { ...found('the record was deleted', ''), before: ({ bed }) => bed.cloud.observe('ssm', 'DeleteParameter', RECORD) },
  {
    ...found('the record was deleted, and the same release comes again', '', { change: 'none', ends: 'unchanged' }),
    before: ({ bed }) => bed.cloud.observe('ssm', 'DeleteParameter', RECORD),
  },
  { ...found('the record is garbage', ''), before: put(() => 'garbage') },
  { ...found('the record is from next year', ''), before: put((record) => ({ ...record, deployedAt: '2099-01-01T00:00:00Z' })) },
  {
    ...found('a runner whose clock is ahead left its lease', ''),
    before: ({ bed }) =>
      bed.cloud.observe('ssm', 'PutParameter', {
        Name: '/docker-to-ec2/web/production/lease',
        Value: JSON.stringify({ owner: '1/1', actor: 'ada', runUrl: 'https://example.com', expiresAt: Date.UTC(2099) }),
        Type: 'String',
      }),
  },
]

const BESIDE: readonly Row[] = [
  strikes(
    'bake',
    'the new container dies',
    `kill -9 $(docker inspect --format '{{.State.Pid}}' $(docker ps -q --filter label=docker-to-ec2.service=${SERVICE} -n 1))`,
    {
      inputs: { 'bake-time': '3s' },
      ends: 'rolled-back exited',
      serves: 'old',
      lost: 'the dead process held them',
    },
  ),
  strikes('bake', 'the Docker daemon restarts', RESTART_DOCKER, { inputs: { 'bake-time': '2s' } }),
  strikes('health', 'another deploy begins', 'true', { strike: { does: async () => undefined }, next: 'at once' }),
  strikes('health', 'the proxy is removed by hand', 'docker rm -f docker-to-ec2-proxy', {
    ends: 'rolled-back not-serving',
    serves: 'nothing',
    lost: NO_PROXY,
  }),
]

export const HOST: readonly Row[] = [...MACHINE, ...FOUND, ...BESIDE]
