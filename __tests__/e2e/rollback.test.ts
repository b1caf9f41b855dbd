import { afterAll, describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { filesOf, lastResult, onHost, slots, STRAY, STRAY_NAME } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { short } from '../fakes/short-commit.ts'

const TOKEN = '/docker-to-ec2/web/production/token'
const secrets = { secrets: `TOKEN=ssm:${TOKEN}` }
const times: string[] = []

let bed: Bed
let host: HostHandle
let a: ActionRun
let b: ActionRun
let c: ActionRun

const release = (run: ActionRun): string => run.outputs['release'] ?? ''
const page = (path?: string): Promise<string> => visit(a.outputs['url'] ?? '', path)

async function rollback(inputs: Record<string, string> = {}): Promise<ActionRun> {
  const run = await bed.act({ command: 'rollback', port: undefined, ...inputs })
  const { outcome, servedAfterMs, steps } = await lastResult(host)
  times.push(
    `${outcome} to ${run.outputs['release']}: served after ${servedAfterMs} ms (${steps.map(({ name, ms }) => `${name} ${ms}`).join(', ')})`,
  )
  return run
}

/** A rollback that the user asked for is green, and every report says what serves. */
function expectReturn(run: ActionRun, to: ActionRun, from: ActionRun): void {
  ended(run, 'rolled-back')
  expect(run.code).toBe(0)
  expect(run.outputs).toMatchObject({
    release: release(to),
    digest: to.outputs['digest'],
    'serving-digest': to.outputs['digest'],
    'previous-release': release(from),
    url: a.outputs['url'],
  })
  expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([])
  expect(run.summary).toContain(release(to))
  expect(run.stdout).toContain(`release ${release(to)} serves again`)
}

const setToken = (Value: string): Promise<unknown> =>
  bed.cloud.observe('ssm', 'PutParameter', { Name: TOKEN, Value, Type: 'SecureString', Overwrite: true })

/** Three releases one after the other, of which the last serves. */
const released = given(async () => {
  bed = await openBed()
  await setToken('one')
  a = ended(await bed.act({ ...secrets, env: 'COLOR=red' }), 'deployed')
  host = await bed.hostOf(a)
  await bed.commit()
  b = ended(await bed.act({ ...secrets, env: 'COLOR=green' }), 'deployed')
  await setToken('two')
  await bed.commit()
  c = ended(await bed.act({ ...secrets, env: 'COLOR=blue' }), 'deployed')
})
beforeEach(released)
afterAll(() => console.info(times.join('\n')))

/** This one of them serves. */
async function serves(wanted: ActionRun): Promise<void> {
  if ((await page()) !== short(release(wanted))) ended(await rollback({ release: release(wanted) }), 'rolled-back')
}

describe('a rollback', () => {
  it('without an argument returns to the previous release and its configuration, with current secrets, and loses no request', async () => {
    const report = await underLoad({ url: a.outputs['url'] ?? '' }, async () => expectReturn(await rollback(), b, c))
    expect(report).toMatchObject({ failed: 0 })
    expect(await page()).toBe(short(release(b)))
    expect(await bed.liveDigest()).toBe(b.outputs['digest'])
    expect(await page('/env?name=COLOR')).toBe('green')
    expect(await page('/env?name=TOKEN')).toBe('two')
    expect(await slots(host)).toEqual(
      [`web.production.${release(a)} exited`, `web.production.${release(b)} running`, `web.production.${release(c)} exited`].toSorted(),
    )
  })

  it('again goes further back, never forward', async () => {
    await serves(b)
    expectReturn(await rollback(), a, b)
    expect(await page('/env?name=COLOR')).toBe('red')
  })

  it('beyond the oldest is refused, with a list of the retained releases', async () => {
    await serves(a)
    const run = await rollback()
    expect(run.code).toBe(1)
    ended(run, 'failed', 'release-not-found')
    for (const known of [a, b, c]) expect(errorOf(run)).toContain(release(known))
    expect(run.outputs['serving-digest']).toBe(a.outputs['digest'])
    expect(await page()).toBe(short(release(a)))
  })

  it('to a named release deploys that release', async () => {
    await serves(a)
    expectReturn(await rollback({ release: release(c) }), c, a)
    expect(await page('/env?name=COLOR')).toBe('blue')
  })

  it('to the live release changes nothing', async () => {
    await serves(c)
    const before = await onHost(host, 'docker ps -q --no-trunc')
    ended(await rollback({ release: release(c) }), 'unchanged')
    expect(await onHost(host, 'docker ps -q --no-trunc')).toBe(before)
  })

  it('to an unknown release is refused', async () => {
    await serves(c)
    ended(await rollback({ release: '00000000-00000000' }), 'failed', 'release-not-found')
    expect(await page('/env?name=COLOR')).toBe('blue')
  })

  it('recreates a container that was removed by hand, with current secrets', async () => {
    await serves(c)
    await onHost(host, `docker rm -f web.production.${release(b)}`)
    expectReturn(await rollback({ release: release(b) }), b, c)
    expect(await page('/env?name=COLOR')).toBe('green')
    expect(await page('/env?name=TOKEN')).toBe('two')
  })

  it('pulls an image that was removed by hand', async () => {
    await serves(b)
    await onHost(
      host,
      `docker rm -f web.production.${release(a)}; docker rmi $(docker images --digests --format '{{.Repository}}@{{.Digest}}' | grep ${a.outputs['digest']})`,
    )
    expectReturn(await rollback({ release: release(a) }), a, b)
    expect(await page('/env?name=COLOR')).toBe('red')
  })

  it('restores a release from the registry if the host has no container, image or document of it', async () => {
    await serves(b)
    const names = `docker images --digests --format '{{.Repository}}@{{.Digest}}' | grep ${a.outputs['digest']}`
    await onHost(
      host,
      `docker rm -f web.production.${release(a)}; docker rmi $(${names}); rm ${filesOf('web.production').release(release(a))}`,
    )
    expectReturn(await rollback({ release: release(a) }), a, b)
    expect(await page('/env?name=COLOR')).toBe('red')
    expect(await page('/env?name=TOKEN')).toBe('two')
    expectReturn(await rollback({ release: release(b) }), b, a)
    expectReturn(await rollback(), a, b)
  })

  it('recreates a retained container that no longer starts', async () => {
    await serves(a)
    await onHost(host, `docker cp /etc/hostname web.production.${release(b)}:/app/server.js`)
    expectReturn(await rollback({ release: release(b) }), b, a)
    expect(await page('/env?name=COLOR')).toBe('green')
  })
})

describe('after a rollback', () => {
  it('the commit that was rolled back is refused without allow-rolled-back', async () => {
    await serves(b)
    expectReturn(await rollback({ release: release(c) }), c, b)
    expectReturn(await rollback(), b, c)
    const refused = await bed.act({ ...secrets, env: 'COLOR=blue' })
    ended(refused, 'refused', 'refused')
    expect(refused.code).toBe(1)
    expect(errorOf(refused)).toContain('was rolled back')
    expect(await page('/env?name=COLOR')).toBe('green')
    const forced = ended(await bed.act({ ...secrets, env: 'COLOR=blue', 'allow-rolled-back': 'true' }), 'deployed')
    expect(forced.outputs).toMatchObject({ release: release(c), 'previous-release': release(b) })
  })

  it('failed deploys are not rollback targets', async () => {
    await serves(c)
    for (const env of ['BEHAVIOUR=crash', 'BEHAVIOUR=unhealthy']) {
      await bed.commit()
      const run = await bed.act({ env, 'health-timeout': await stretched(4) })
      expect(run.outputs).toMatchObject({ outcome: 'failed', 'serving-digest': c.outputs['digest'] })
    }
    expectReturn(await rollback(), b, c)
  })

  it('status shows the rollback targets, and no drift', async () => {
    const run = await bed.act({ command: 'status', port: undefined })
    ended(run, 'reported')
    expect(run.summary).toContain(release(c))
    expect(run.summary).not.toContain('Drift')
  })

  it('status names changes by hand', async () => {
    await onHost(host, `docker stop -t 0 docker-to-ec2-proxy; ${STRAY}`)
    const run = await bed.act({ command: 'status', port: undefined })
    for (const words of ['proxy-stopped', `leftover ${STRAY_NAME}`]) expect(run.summary).toContain(words)
    ended(await bed.act({ ...secrets, env: 'COLOR=green', 'allow-rolled-back': 'true' }), 'deployed')
    const after = await bed.act({ command: 'status', port: undefined })
    expect(after.summary).not.toContain('Drift')
  })
})
