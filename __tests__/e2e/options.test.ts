import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched, until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit, readSummary } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost, running, slots, tell } from './support/on-host.ts'
import { struckAt } from './support/pause.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'

/** As the test application can be run with. */
const OPTIONS = {
  ...{ 'stop-grace-period': '40s', 'stop-signal': 'TERM', 'shm-size': '32m', ulimits: 'nofile=1024:2048', hostname: 'web-1' },
  ...{ 'cap-add': 'NET_ADMIN', 'cap-drop': 'MKNOD', 'read-only': 'true', tmpfs: '/tmp:size=8m', 'extra-hosts': 'db=10.9.8.7' },
  ...{ labels: 'team=core', 'working-dir': '/app', entrypoint: 'node\nserver.js', devices: '/dev/zero:/dev/nothing:r' },
  ...{ 'log-max-size': '1m', 'log-max-file': '2' },
}
const SEEN = {
  Config: {
    ...{ StopTimeout: 40, StopSignal: 'SIGTERM', Hostname: 'web-1', WorkingDir: '/app', Entrypoint: ['node', 'server.js'] },
    Labels: { team: 'core', 'docker-to-ec2.service': 'web.production' },
  },
  HostConfig: {
    ...{ Init: true, ShmSize: 32 * 2 ** 20, Ulimits: [{ Name: 'nofile', Soft: 1024, Hard: 2048 }], ReadonlyRootfs: true },
    ...{ Tmpfs: { '/tmp': 'size=8m' }, ExtraHosts: ['db:10.9.8.7'] },
    Devices: [{ PathOnHost: '/dev/zero', PathInContainer: '/dev/nothing', CgroupPermissions: 'r' }],
    LogConfig: { Type: 'json-file', Config: { 'max-size': '1048576', 'max-file': '2' } },
  },
}
/** Unhealthy as soon as somebody has made the file /told, or at once. */
const CHECK = `const ill = process.env.ILL || require('fs').existsSync('/told'); if (ill) console.log('the queue is full, says ' + process.env.TOKEN); process.exit(ill ? 4 : 0)`
const HEALTHCHECK = `HEALTHCHECK --interval=1s --retries=2 CMD ${JSON.stringify(['node', '-e', CHECK])}\n`
const TOKEN = 'the-token-of-the-queue'

let bed: Bed
let host: HostHandle
let url: string
let dockerfile: string

const served = given(async () => {
  bed = await openBed()
  dockerfile = await readFile(join(bed.workspace, 'Dockerfile'), 'utf8')
  await bed.cloud.observe('ssm', 'PutParameter', { Name: '/docker-to-ec2/web/production/token', Value: TOKEN, Type: 'SecureString' })
  const first = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(first)
  url = first.outputs['url'] ?? ''
})
beforeEach(async () => {
  await served()
  await bed.commit()
  await writeFile(join(bed.workspace, 'Dockerfile'), dockerfile)
})

/** Deploys a new commit whose image has these lines besides. */
async function deploy(inputs: Readonly<Record<string, string>> = {}, lines = ''): Promise<ActionRun> {
  await writeFile(join(bed.workspace, 'Dockerfile'), `${dockerfile}${lines}`)
  return bed.act(inputs)
}

const alone = (command: string): Promise<ActionRun> => bed.act({ command, port: undefined })
const slotOf = ({ outputs }: ActionRun): string => `web.production.${outputs['release']}`

async function inspected(run: ActionRun): Promise<{ readonly Id: string }> {
  const [container] = JSON.parse(await onHost(host, `docker inspect ${slotOf(run)}`)) as { readonly Id: string }[]
  if (container === undefined) throw new Error('there is no container')
  return container
}

/** Where Docker says so of a slot. */
async function untilHealth(slot: string, wanted: string): Promise<void> {
  await until(
    `${slot} to be ${wanted}`,
    async () => (await onHost(host, `docker inspect --format '{{.State.Health.Status}}' ${slot}`)) === wanted,
  )
}

describe('the options of a container', () => {
  it('reach Docker, take effect, and return with a rollback to their release', async () => {
    const run = ended(await deploy(OPTIONS), 'deployed')
    const first = await inspected(run)
    expect(first).toMatchObject(SEEN)
    expect(await visit(url)).toBe(commitOf(run))
    expect((await bed.act(OPTIONS)).outputs['outcome']).toBe('unchanged')

    const other = ended(await bed.act({ ...OPTIONS, hostname: 'web-2' }), 'deployed')
    expect(other.outputs['release']).not.toBe(run.outputs['release'])
    ended(await alone('rollback'), 'rolled-back')
    ended(await alone('restart'), 'restarted')
    const again = await inspected(run)
    expect(again.Id).not.toBe(first.Id)
    expect(again).toMatchObject(SEEN)
  })

  it.each<[string, Record<string, string>, string]>([
    ['a device that the host has not', { devices: '/dev/fuse\n/dev/no-such-thing' }, 'the host has no device /dev/no-such-thing'],
    ['GPUs where there are none', { gpus: 'all' }, 'cannot give GPUs to a container'],
    ['more open files than its kernel allows', { ulimits: 'nofile=-1' }, "above the host's fs.nr_open"],
  ])('are refused by the host before any change: %s', async (_, inputs, words) => {
    const before = await slots(host)
    const run = ended(await deploy(inputs), 'failed', 'host-unfit')
    expect(errorOf(run)).toContain(words)
    expect(await slots(host)).toEqual(before)
  })
})

it('a container that exceeds its stop timeout is killed, and log, summary and history name the setting that helps', async () => {
  const deaf = ended(await deploy({ env: 'BEHAVIOUR=ignore-term', 'stop-grace-period': '1s' }), 'deployed')
  await bed.commit()
  const run = ended(await deploy(), 'deployed')
  const words = `${slotOf(deaf)} did not stop within 1 s, and was killed`
  expect(run.stdout).toContain(`${words}. Raise stop-grace-period`)
  expect(readSummary(run)).toContain('did not stop within 1 s, and was killed. Raise stop-grace-period')
  const status = await alone('status')
  expect(readSummary(status)).toContain('did not stop within 1 s, and was killed: see stop-grace-period')
  await bed.commit()
  const next = ended(await deploy(), 'deployed')
  expect(next.summary).not.toContain('was killed')
})

describe('the HEALTHCHECK of an image', () => {
  const secrets = 'TOKEN=ssm:/docker-to-ec2/web/production/token'

  it('is awaited, and a release that fails it gets no traffic, with its output as evidence', async () => {
    const good = ended(await deploy({ secrets }, HEALTHCHECK), 'deployed')
    await untilHealth(slotOf(good), 'healthy')
    await bed.commit()
    const run = ended(await deploy({ secrets, env: 'ILL=1' }, HEALTHCHECK), 'failed', 'healthcheck-failed')
    expect(errorOf(run)).toContain("the image's HEALTHCHECK fails: it exits with code 4")
    expect(run.summary).toContain('the queue is full, says ***')
    expect(run.stdout + run.summary).not.toContain(TOKEN)
    expect(await visit(url)).toBe(commitOf(good))
  })

  it('is shown by status, and a deploy of the same commit recreates an unhealthy container', async () => {
    const good = ended(await deploy({ secrets }, HEALTHCHECK), 'deployed')
    await tell(host, slotOf(good))
    await untilHealth(slotOf(good), 'unhealthy')
    expect((await alone('status')).summary).toContain("running, not healthy &#40;the image's HEALTHCHECK fails&#41;")
    const healed = ended(await bed.act({ secrets }), 'deployed')
    expect(healed.outputs['release']).toBe(good.outputs['release'])
    expect((await alone('status')).summary).not.toContain('not healthy')
  })

  it('that fails during the bake rolls the release back', async () => {
    const good = ended(await deploy({}, HEALTHCHECK), 'deployed')
    await bed.commit()
    const inputs = { 'bake-time': await stretched(60), 'deploy-timeout': '8h' }
    const run = await struckAt(
      host,
      { step: 'bake' },
      {
        deploy: () => deploy(inputs, HEALTHCHECK),
        strike: async () => {
          const [slot = ''] = (await running(host)).map((line) => line.replace(/ .*/, '')).filter((name) => name !== slotOf(good))
          await tell(host, slot)
        },
      },
    )
    ended(run, 'rolled-back', 'healthcheck-failed')
    expect(await visit(url)).toBe(commitOf(good))
  })

  it('that runs too late is refused before its container is created, with both settings that help', async () => {
    const before = await slots(host)
    const run = ended(await deploy({ 'health-timeout': '20s' }, 'HEALTHCHECK CMD ["node", "-e", "0"]\n'), 'failed', 'healthcheck-slow')
    expect(errorOf(run)).toContain('Docker first runs it 30 s after the start, and health-timeout is 20 s')
    expect(readSummary(run)).toMatch(/Raise health-timeout, or .*HEALTHCHECK --interval/)
    expect(await slots(host)).toEqual(before)
  })
})
