import { describe, expect, it } from '@jest/globals'
import { annotationOf } from '../../src/report/write-report.ts'
import { deploy } from '../../src/commands/deploy.ts'
import { destroy } from '../../src/commands/destroy.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { status } from '../../src/commands/read/status.ts'
import type { Host } from '../../src/domain/host/host.ts'
import type { Hosts } from '../../src/ports/hosts/hosts.ts'
import type { RemoteAnswer } from '../../src/ports/hosts/remote.ts'
import { field, releaseIn } from '../fakes/orders.ts'
import { aHost, aRecord, DIGEST } from '../fakes/samples.ts'
import { overUsual } from '../fakes/usual.ts'
import { aWorld, deployedAnswer } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const IDS = ['i-1', 'i-2', 'i-3']
const OLD = 'b'.repeat(40)

/** Three hosts that serve the release `old`. */
function fleet(inputs: Readonly<Record<string, string>> = {}, hosts: readonly Partial<Host>[] = IDS.map((id) => ({ id }))): World {
  const world = aWorld(overUsual({ instances: '3' }, inputs) as Record<string, string>)
  world.hosts.push(...hosts.map(aHost))
  world.records.push(aRecord({ commit: OLD, release: 'old', digest: 'sha256:old', hostId: 'i-1', hostIds: IDS }))
  return world
}

const said = (result: object): Partial<RemoteAnswer> => ({ stdout: JSON.stringify(result) })

/** Each host answers in its own way to a deploy; to a rollback it does as it is told. */
function answering(world: World, answers: Readonly<Record<string, Partial<RemoteAnswer>>>): void {
  world.answer = (command, hostId) => {
    if (command.order.verb === 'deploy') return answers[hostId] ?? deployedAnswer(command)
    return said({ outcome: 'rolled-back', serving: 'sha256:old', servingRelease: releaseIn(command) })
  }
}

const NOT_STARTED = { status: 'not-started' } as const
const FAILED = { outcome: 'failed', cause: 'exited', exitCode: 3, serving: 'sha256:old', servingRelease: 'old' }
const EXITED = said(FAILED)

describe('a deploy to several hosts', () => {
  it('launches all, spread over the subnets, each with an address, and releases to them with one command', async () => {
    const world = aWorld({ instances: '3', 'max-concurrency': '50%' })
    const report = await deploy(world.ctx)
    const ids = ['i-new0', 'i-new1', 'i-new2']
    expect(report).toMatchObject({
      outcome: 'deployed',
      headline: expect.stringContaining('is live on 3 hosts'),
    })
    expect(world.done.filter((line) => line.startsWith('launch'))).toEqual([
      'launch t3.small in subnet-a of ami-x86_64',
      'launch t3.small in subnet-b of ami-x86_64',
      'launch t3.small in subnet-a of ami-x86_64',
    ])
    expect(world.done.filter((line) => line.startsWith('address'))).toEqual(ids.map((id) => `address ${id}`))
    expect(world.done.filter((line) => line.startsWith('open'))).toHaveLength(2)
    expect(world.sent).toMatchObject([{ hostIds: ids, order: { verb: 'deploy', hosts: 3 }, concurrency: '50%' }])
    expect(world.records[0]).toMatchObject({ hostId: 'i-new0', hostIds: ids })
    expect(JSON.parse(report.outputs['hosts'] ?? '')).toEqual(
      ids.map((id, at) => ({
        id,
        ip: `203.0.113.${9 + at}`,
        url: `http://203.0.113.${9 + at}`,
        release: report.outputs['release'],
        digest: DIGEST,
        outcome: 'deployed',
      })),
    )
    expect(report.hosts).toHaveLength(3)
  })

  it('launches only the one that is missing, and records it', async () => {
    const world = fleet({}, [
      { id: 'i-1', subnetId: 'subnet-a' },
      { id: 'i-2', subnetId: 'subnet-b' },
    ])
    world.records.splice(0, 1, aRecord({ commit: OLD, release: 'old', hostId: 'i-2', hostIds: ['i-2', 'i-1'] }))
    await deploy(world.ctx)
    expect(world.done.filter((line) => /^(launch|address)/.test(line))).toEqual([
      'launch t3.small in subnet-a of ami-x86_64',
      'address i-new2',
    ])
    expect(world.sent[0]?.hostIds).toEqual(['i-2', 'i-1', 'i-new2'])
    expect(world.records[0]?.hostIds).toEqual(['i-2', 'i-1', 'i-new2'])
  })

  it('continues with the hosts that an earlier run launched before it ran out of capacity', async () => {
    const world = aWorld({ instances: '2' })
    const able = { ...world.ctx.hosts }
    let asked = 0
    Object.assign(world.ctx.hosts, {
      launch: (...given: Parameters<Hosts['launch']>) => {
        asked += 1
        return asked % 2 === 1 ? { kind: 'no-capacity', reason: 'full' } : able.launch(...given)
      },
    })
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'no-capacity' })
    expect(world.hosts.map(({ id }) => id)).toEqual(['i-new0'])
    Object.assign(world.ctx.hosts, able)
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.sent).toMatchObject([{ hostIds: ['i-new0', 'i-new1'] }])
  })

  it('waits until SSM reaches all, and names those that it waits for', async () => {
    const world = fleet()
    const looks = [
      ['offline', 'online', 'unknown'],
      ['online', 'online', 'unknown'],
      ['online', 'online', 'online'],
    ] as const
    let look = 0
    world.ctx.remote.agents = async () =>
      (looks[look++] ?? []).map((kind) => (kind === 'offline' ? { kind, lastSeen: undefined } : { kind }))
    await deploy(world.ctx)
    expect(world.log.filter((line) => line.includes('SSM agent'))).toEqual([
      'waiting for the SSM agent of i-1, i-3 to come online',
      'waiting for the SSM agent of i-3 to come online',
    ])
    expect(world.log.filter((line) => line.endsWith('the log'))).toEqual(IDS.map((id) => `${id}: the log`))
  })

  it('runs the release command on the first host alone, before any of them gets the release', async () => {
    const world = fleet({ 'release-command': 'migrate' })
    const report = await deploy(world.ctx)
    expect(report.outcome).toBe('deployed')
    const asked = world.sent.map((command) => [command.hostIds.join(), field(command, 'releaseCommand')])
    expect(asked).toEqual([
      ['i-1', 'only'],
      ['i-1,i-2,i-3', 'skip'],
    ])
    expect(new Set(world.sent.map((command) => field(command, 'id'))).size).toBe(2)
    expect(world.log).toContain('i-1 runs the release command, before any host gets the release')
  })

  it('runs it once, also if the order is repeated because hosts serve what the run had not seen', async () => {
    const world = fleet({ 'release-command': 'migrate' })
    const left: Record<string, string> = { 'i-1': 'r2', 'i-2': 'r3', 'i-3': 'old' }
    world.answer = (command, hostId) => {
      const live = left[hostId] ?? ''
      if (!(field(command, 'base') as string[]).includes(live)) {
        return said({ outcome: 'failed', cause: 'concurrent-release', detail: `${live} ${'d'.repeat(40)}` })
      }
      return field(command, 'releaseCommand') === 'only' ? said({ outcome: 'unchanged', serving: 'sha256:old' }) : deployedAnswer(command)
    }
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    const asked = world.sent.map((command) => [command.hostIds.length, field(command, 'releaseCommand'), field(command, 'base')])
    expect(asked).toEqual([
      [1, 'only', ['old']],
      [1, 'only', ['old', 'r2']],
      [3, 'skip', ['old', 'r2']],
      [3, 'skip', ['old', 'r2', 'r3']],
    ])
  })

  it('runs it before any host has a canary', async () => {
    const world = fleet({ 'release-command': 'migrate', 'canary-steps': '10%:3s' })
    answering(world, { 'i-1': said({ ...FAILED, cause: 'release-command-failed' }) })
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'failed', outputs: { cause: 'release-command-failed' } })
    expect(world.sent).toMatchObject([{ hostIds: ['i-1'], order: { verb: 'deploy', releaseCommand: 'only' } }])
  })

  it('gives no host the release if its command fails on the first one', async () => {
    const world = fleet({ 'release-command': 'migrate' })
    answering(world, { 'i-1': said({ ...FAILED, cause: 'release-command-failed' }) })
    const report = await deploy(world.ctx)
    expect(report).toMatchObject({ outcome: 'failed', outputs: { cause: 'release-command-failed' } })
    expect(world.sent.map(({ hostIds }) => hostIds)).toEqual([['i-1']])
    expect(report.failure?.others).toEqual(['i-2, i-3 were not touched.'])
  })

  it('reads a record that knows one host only', async () => {
    const world = aWorld({ instances: '2' })
    world.hosts.push(aHost({ id: 'i-a' }), aHost({ id: 'i-b' }))
    world.records.push(aRecord({ commit: OLD, release: 'old', hostId: 'i-b' }))
    await deploy(world.ctx)
    expect(world.sent[0]?.hostIds).toEqual(['i-b', 'i-a'])
    expect(world.done).toContain('address i-a')
    expect(world.done).not.toContain('address i-b')
  })

  it('refuses more hosts than there are to be', async () => {
    const world = fleet({ instances: '2' })
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', hint: expect.stringContaining('instances: 3') })
    expect(world.done).toEqual([])
  })

  it('reverts the changed hosts when it fails on one, and reports what serves where', async () => {
    const world = fleet()
    answering(world, { 'i-2': EXITED, 'i-3': NOT_STARTED })
    world.images.set('c0ffee00'.repeat(5), DIGEST)
    const report = await deploy(world.ctx)
    expect(world.sent.map(({ order, hostIds }) => [order.verb, ...hostIds])).toEqual([
      ['deploy', ...IDS],
      ['rollback', 'i-1'],
    ])
    const [deployed, back] = world.sent
    expect([releaseIn(back), field(back, 'base'), back?.continueOnError]).toEqual(['before', [releaseIn(deployed)], true])
    expect(report).toMatchObject({
      outcome: 'rolled-back',
      outputs: { cause: 'exited', 'instance-id': 'i-1', 'serving-digest': 'sha256:old' },
    })
    expect(annotationOf(report).message.split('\n')[0]).toMatch(
      /failed on i-2: .*exit code 3\. old still serves\. i-1 returned to before\. i-3 was not touched\.$/,
    )
    expect(report.hosts?.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'failed', 'not-started'])
    expect(world.records[0]).toMatchObject({ release: 'old', hostIds: IDS, attempt: { outcome: 'rolled-back', cause: 'exited' } })
  })

  it('returns a host that a killed run gave the same release to what is recorded', async () => {
    const world = fleet()
    answering(world, { 'i-1': said({ outcome: 'unchanged', serving: DIGEST }), 'i-2': EXITED, 'i-3': NOT_STARTED })
    await deploy(world.ctx)
    expect(world.sent.slice(1).map((command) => [...command.hostIds, releaseIn(command)])).toEqual([['i-1', 'old']])
  })

  it('a first release that fails on one reverts nothing', async () => {
    const world = aWorld({ instances: '2' })
    world.hosts.push(aHost({ id: 'i-1' }), aHost({ id: 'i-2' }))
    answering(world, {
      'i-1': said({ outcome: 'deployed', serving: DIGEST, servingRelease: 'new' }),
      'i-2': said({ ...FAILED, serving: '', servingRelease: '', looked: true }),
    })
    const report = await deploy(world.ctx)
    expect(world.sent).toHaveLength(1)
    expect(report).toMatchObject({
      outcome: 'failed',
      failure: { state: 'Nothing is served.', others: ['i-1 serves new.'] },
    })
  })

  it('heals hosts that a run killed between two waves left with different releases', async () => {
    const world = fleet()
    const left: Record<string, string> = { 'i-1': 'r2', 'i-2': 'r3', 'i-3': 'old' }
    world.answer = (command, hostId) => {
      const live = left[hostId] ?? ''
      if (live === releaseIn(command)) return said({ outcome: 'unchanged', serving: DIGEST, servingRelease: live })
      if (!(field(command, 'base') as string[]).includes(live)) {
        return said({ outcome: 'failed', cause: 'concurrent-release', detail: `${live} ${'d'.repeat(40)}` })
      }
      left[hostId] = releaseIn(command)
      return deployedAnswer(command)
    }
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.sent.map((command) => field(command, 'base'))).toEqual([['old'], ['old', 'r2', 'r3']])
  })

  it('is refused when one of them serves something newer, and takes back what it changed before it knew', async () => {
    const world = fleet()
    answering(world, {
      'i-2': said({ outcome: 'failed', cause: 'concurrent-release', detail: `newer ${'d'.repeat(40)}` }),
      'i-3': NOT_STARTED,
    })
    world.ctx.commits.compare = async (base) => ({ relation: base === OLD ? 'ahead' : 'behind', commits: [] })
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('is older than dddddddd') })
    expect(world.sent.slice(1).map((command) => [command.order.verb, ...command.hostIds, releaseIn(command)])).toEqual([
      ['rollback', 'i-1', 'before'],
    ])
    expect(world.records).toHaveLength(1)
  })

  it('changes nothing, and takes no lease, when all have it', async () => {
    const world = fleet()
    await deploy(world.ctx)
    world.answer = () => said({ outcome: 'unchanged', serving: DIGEST })
    world.done.length = 0
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'unchanged' })
    expect(world.done).toEqual(['deploy on i-1 i-2 i-3'])
  })

  it('replaces each host by one of the new type, moves their addresses one after the other, and then lets go of them', async () => {
    const world = fleet({ instances: '2', 'instance-type': 't3.large', 'allow-replacement': 'true' }, [{ id: 'i-1' }, { id: 'i-2' }])
    await expect(deploy(world.ctx)).resolves.toMatchObject({ outcome: 'deployed' })
    expect(world.done.filter((line) => /^(deploy|address|terminate)/.test(line))).toEqual([
      'deploy on i-new2 i-new3',
      'address i-new2',
      'address i-new3',
      'terminate i-1',
      'terminate i-2',
    ])
  })
})

const KNOWN = ['r3', 'old', 'r1'].map((release) => ({ release, container: true, image: true, active: false }))

/** A host's answer to `status`. */
function statusOf(release: string, releases: readonly object[] = KNOWN, more: object = {}): Partial<RemoteAnswer> {
  const seen = {
    service: 'web.production',
    release,
    serving: `sha256:${release}`,
    running: true,
    healthy: true,
    startedAt: '',
    releases,
    ...more,
  }
  return said({ outcome: 'status', services: [seen] })
}

describe('a rollback of several hosts', () => {
  const document = {
    name: 'r1',
    digest: 'sha256:r1',
    image: 'r/web@sha256:r1',
    login: '',
    commit: 'a'.repeat(40),
    route: { 'http-port': 80, domains: [], 'path-prefix': '/' },
  }
  const returned = {
    stdout: JSON.stringify({
      outcome: 'rolled-back',
      previous: 'old',
      serving: 'sha256:r1',
      servingRelease: 'r1',
      document,
    }),
  }

  it('agrees on one release first, and then goes to all in waves', async () => {
    const world = fleet({ command: 'rollback', 'max-concurrency': '2' })
    world.answer = ({ order }) => (order.verb === 'status' ? statusOf('old') : returned)
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back', outputs: { release: 'r1' } })
    expect(world.deployments).toEqual([expect.stringMatching(/^rollback r1 a{40} sha256:/)])
    expect(world.sent).toMatchObject([
      { order: { verb: 'status' }, hostIds: IDS, continueOnError: true },
      { order: { verb: 'rollback' }, hostIds: IDS, concurrency: '2' },
    ])
    expect([releaseIn(world.sent[1]), field(world.sent[1], 'base')]).toEqual(['r1', ['old']])
    expect(world.records[0]).toMatchObject({ release: 'r1', hostIds: IDS, previousRelease: 'old', blocked: [OLD] })
  })

  it('is refused before anything is changed when one host does not know the release', async () => {
    const world = fleet({ command: 'rollback' })
    world.answer = (_, hostId) => statusOf('old', hostId === 'i-3' ? KNOWN.slice(0, 2) : KNOWN)
    await expect(rollback(world.ctx)).rejects.toMatchObject({ code: 'refused', message: 'i-3 never served r1, and cannot return to it' })
    expect(world.sent.map(({ order }) => order.verb)).toEqual(['status'])
  })

  it('that fails on one leaves all with what they served', async () => {
    const world = fleet({ command: 'rollback' })
    world.answer = (command, hostId) => {
      if (command.order.verb === 'status') return statusOf('old')
      if (releaseIn(command) === 'old') return said({ outcome: 'rolled-back', serving: 'sha256:old', servingRelease: 'old' })
      if (hostId === 'i-2') return EXITED
      return hostId === 'i-3' ? { status: 'not-started' } : returned
    }
    await expect(rollback(world.ctx)).resolves.toMatchObject({
      outcome: 'failed',
      headline: 'web (production): the rollback failed on i-2',
      failure: { cause: 'exited', others: ['i-1 returned to old.', 'i-3 was not touched.'] },
    })
    expect(world.sent.slice(2).map((command) => [...command.hostIds, releaseIn(command)])).toEqual([['i-1', 'old']])
  })
})

describe('the status of several hosts', () => {
  it('asks all with one command, and names the host that is apart', async () => {
    const world = fleet({ command: 'status' }, [{ id: 'i-1' }, { id: 'i-2' }, { id: 'i-4', state: 'stopped' }])
    world.answer = (_, hostId) =>
      hostId === 'i-1' ? statusOf('old') : statusOf('r3', KNOWN.slice(0, 2), { healthy: false, drift: ['leftover x'] })
    const report = await status(world.ctx)
    expect(world.sent).toMatchObject([{ hostIds: ['i-1', 'i-2'], continueOnError: true }])
    expect(report.headline).toBe('web (production): old and r3 serve on 2 of 3 hosts')
    expect(report.hosts?.map(({ id, release, outcome }) => [id, release, outcome])).toEqual([
      ['i-1', 'old', 'running, healthy'],
      ['i-2', 'r3', 'running, not healthy'],
      ['i-4', '', 'the host is stopped'],
    ])
    expect(report.facts.filter(([name]) => !['Recorded', 'Cost', 'Cheaper choice'].includes(name))).toEqual([
      ['Drift', 'i-2: leftover x; command: deploy fixes it'],
      ['Drift', 'i-2 serves r3, but old is recorded; command: deploy fixes it'],
      ['Drift', 'i-3 is recorded but does not exist; command: deploy fixes it'],
      ['Can roll back to', 'r3, old'],
    ])
  })
})

describe('destroy', () => {
  it('takes all own hosts down, and refuses while one of them serves another service', async () => {
    const world = fleet({ command: 'destroy' })
    expect((await destroy(world.ctx)).removed?.slice(0, 3)).toEqual(IDS.map((id) => `instance ${id}`))
    const shared = fleet({ command: 'destroy' })
    shared.records.push(aRecord({ service: 'api', hostId: 'i-9', hostIds: ['i-9', 'i-3'] }))
    await expect(destroy(shared.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('api (production)') })
  })

  it('tells several hosts of others with one command', async () => {
    const world = fleet(
      { command: 'destroy' },
      IDS.map((id) => ({ id, madeFor: undefined })),
    )
    world.answer = (_, hostId) => said({ outcome: 'removed', removed: [`container of ${hostId}`], others: [] })
    expect((await destroy(world.ctx)).removed?.slice(0, 3)).toEqual(IDS.map((id) => `container of ${id}`))
    expect(world.sent).toMatchObject([{ order: { verb: 'remove' }, hostIds: IDS, continueOnError: true }])
  })
})
