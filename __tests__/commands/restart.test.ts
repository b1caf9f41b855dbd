import { describe, expect, it } from '@jest/globals'
import { annotationOf } from '../../src/report/write-report.ts'
import { restart } from '../../src/commands/restart.ts'
import type { RemoteAnswer } from '../../src/ports/hosts/remote.ts'
import { field } from '../fakes/orders.ts'
import { aHost, aRecord, anAttempt, DIGEST } from '../fakes/samples.ts'
import { GRACE } from '../fakes/lease.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const LIVE = aRecord({ release: 'live', previousRelease: 'before', attempt: anAttempt({ release: 'live' }) })
const served = {
  name: 'live',
  digest: DIGEST,
  image: LIVE.image,
  login: LIVE.login,
  commit: LIVE.commit,
  route: { 'http-port': 80, domains: [], 'path-prefix': '/' },
  migration: false,
}

const said = (result: object): Partial<RemoteAnswer> => ({ stdout: JSON.stringify(result) })
const restarted = (document: object = served): Partial<RemoteAnswer> =>
  said({ outcome: 'restarted', previous: 'live', serving: DIGEST, servingRelease: 'live', document, secrets: { TOKEN: '2' } })
const EXITED = said({ outcome: 'failed', cause: 'exited', exitCode: 3, serving: DIGEST, servingRelease: 'live' })

/** Hosts that serve `live`. */
function serving(ids: readonly string[], inputs: Readonly<Record<string, string>> = {}): World {
  const world = aWorld({ command: 'restart', port: '', ...inputs })
  world.hosts.push(...ids.map((id) => aHost({ id })))
  world.records.push({ ...LIVE, hostId: ids[0] ?? '', hostIds: ids })
  world.answer = () => restarted()
  return world
}

describe('restart', () => {
  it('recreates the live release, builds nothing, and records who did it', async () => {
    const world = serving(['i-1'])
    const report = await restart(world.ctx)
    expect(report).toMatchObject({
      outcome: 'restarted',
      headline: 'web (production): release live was restarted at http://203.0.113.7',
      outputs: { release: 'live', digest: DIGEST, 'serving-digest': DIGEST },
    })
    expect(world.done).toEqual(['restart on i-1', 'record live'])
    expect(new Set(world.deployments)).toEqual(new Set([`restart live ${world.records[0]?.commit} ${DIGEST}`]))
    expect(world.sent[0]?.order).toMatchObject({ verb: 'restart', service: 'web.production', base: ['live'], keep: 3 })
    const { attempt, ...kept } = world.records[0]!
    expect(attempt).toMatchObject({ outcome: 'restarted', release: 'live', actor: 'ada' })
    expect(kept).toMatchObject({ secrets: { TOKEN: '2' }, deployedAt: LIVE.deployedAt, previousRelease: 'before', blocked: [] })
    expect(world.holders).toEqual([])
  })

  it('runs on several hosts in waves', async () => {
    const world = serving(['i-1', 'i-2', 'i-3'], { 'max-concurrency': '2' })
    const report = await restart(world.ctx)
    expect(report.headline).toContain('was restarted on 3 hosts')
    expect(world.sent).toMatchObject([{ hostIds: ['i-1', 'i-2', 'i-3'], concurrency: '2' }])
  })

  it('that fails on one host fails the run, stops there, and reports the state of the others', async () => {
    const world = serving(['i-1', 'i-2', 'i-3'])
    const answers = [restarted(), EXITED, { status: 'not-started' } as const]
    world.answer = (_, hostId) => answers[Number(hostId.slice(2)) - 1] ?? {}
    const report = await restart(world.ctx)
    expect(report).toMatchObject({ outcome: 'failed', outputs: { cause: 'exited' } })
    expect(annotationOf(report).message.split('\n')[0]).toBe(
      'web (production): the restart failed on i-2: the container exited: exit code 3. live still serves. i-1 was restarted. i-3 was not touched.',
    )
    expect(world.sent).toHaveLength(1)
    expect(world.records[0]).toMatchObject({ release: 'live', attempt: { outcome: 'failed', cause: 'exited', release: 'live' } })
  })

  it('fails if another digest serves afterwards', async () => {
    const world = serving(['i-1'])
    world.answer = () => said({ outcome: 'restarted', serving: 'sha256:other', servingRelease: 'live', document: served })
    await expect(restart(world.ctx)).resolves.toMatchObject({ outcome: 'failed', failure: { cause: 'not-serving' } })
  })

  it('fails if the host reports another image of the release than is recorded', async () => {
    const world = serving(['i-1'])
    world.answer = () => said({ outcome: 'restarted', serving: 'sha256:e', document: { ...served, digest: 'sha256:e' } })
    await expect(restart(world.ctx)).resolves.toMatchObject({ outcome: 'failed' })
    expect(world.records[0]).toMatchObject({ digest: DIGEST, attempt: { outcome: 'failed' } })
  })

  it('uses the state of a single host if a killed run left the record outdated', async () => {
    const world = serving(['i-1'])
    const unrecorded = { ...served, name: 'unrecorded', commit: 'e'.repeat(40) }
    const answers = [said({ outcome: 'failed', cause: 'concurrent-release', detail: 'unrecorded abc' }), restarted(unrecorded)]
    world.answer = () => answers.shift() ?? {}
    await expect(restart(world.ctx)).resolves.toMatchObject({ outcome: 'restarted', outputs: { release: 'unrecorded' } })
    expect(world.sent.map((command) => field(command, 'base'))).toEqual([['live'], ['unrecorded']])
    expect(world.records[0]).toMatchObject({ release: 'unrecorded', commit: 'e'.repeat(40), previousRelease: 'live' })
  })

  it('works without a record, too: the host knows what it serves', async () => {
    const world = serving(['i-1'])
    world.records.length = 0
    await expect(restart(world.ctx)).resolves.toMatchObject({ outcome: 'restarted' })
    expect(field(world.sent[0], 'base')).toEqual(['*'])
    expect(world.records[0]).toMatchObject({ release: 'live' })
  })

  it('is refused if nothing is deployed, and waits for a deploy in progress', async () => {
    await expect(restart(aWorld({ command: 'restart' }).ctx)).rejects.toMatchObject({
      code: 'refused',
      message: 'nothing is deployed here',
    })
    const world = serving(['i-1'], { 'lock-timeout': '1s' })
    world.holders.push({ ...GRACE, until: Number.MAX_SAFE_INTEGER })
    await expect(restart(world.ctx)).rejects.toMatchObject({ code: 'lock-held' })
    expect(world.sent).toEqual([])
  })
})
