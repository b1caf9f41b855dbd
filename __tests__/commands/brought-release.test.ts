import { describe, expect, it } from '@jest/globals'
import { rollback } from '../../src/commands/rollback.ts'
import { releaseArtifact } from '../../src/domain/release/release-artifact.ts'
import { releaseName } from '../../src/domain/release/release.ts'
import type { Release } from '../../src/domain/release/release.ts'
import { DeployError } from '../../src/errors.ts'
import type { RemoteCommand } from '../../src/ports/hosts/remote.ts'
import { field } from '../fakes/orders.ts'
import { aHost, anAttempt, aRecord, aRelease, aSpec, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const KEPT = `sha256:${'a'.repeat(64)}`
const VPC = ['10.0.0.0/16', 'fd00:1::/56']

function pruned(changes: Partial<Release> = {}): Release {
  const made = aRelease({ spec: aSpec({ env: { A: '1' }, secrets: { B: 'ssm:/b' } }), ...changes })
  return { ...made, name: releaseName(made.commit, made.digest, made.spec) }
}

const PRUNED = pruned()

/** Its host serves `old`, and keeps nothing else; what was live before lies in the registry. */
function aService(inputs: Record<string, string> = {}, release = PRUNED, hosts = ['i-1']): World {
  const world = aWorld({ command: 'rollback', ...inputs })
  world.hosts.push(...hosts.map((id) => aHost({ id })))
  world.records.push(aRecord({ release: 'old', commit: 'b'.repeat(40), digest: 'sha256:old', hostId: 'i-1', hostIds: hosts }))
  world.records.push(aRecord({ release: release.name, artifact: `registry.example/web/production@${KEPT}` }))
  world.artifacts.set(KEPT, releaseArtifact(release).text)
  world.answer = (command, hostId) => ({ stdout: JSON.stringify(said(command, hostId)) })
  return world
}

/** The first host knows what it is brought, and nothing else; the others know all. */
function said({ order, ...command }: RemoteCommand, hostId: string): object {
  if (order.verb === 'status') return statusOf(hostId)
  const document = field({ order, ...command }, 'document') as object | null
  const knows = hostId !== 'i-1' || document !== null
  if (!knows) return { outcome: 'failed', cause: 'release-not-found', serving: 'sha256:old', servingRelease: 'old' }
  return { outcome: 'rolled-back', previous: 'old', serving: DIGEST, servingRelease: PRUNED.name, document: told(document ?? PRUNED) }
}

/** What a host tells of a release: its place, and nothing of its configuration. */
function told(document: object): object {
  return { ...document, route: { 'http-port': 80, domains: [], 'path-prefix': '/' }, migration: false }
}

function statusOf(hostId: string): object {
  const releases = ['old', ...(hostId === 'i-1' ? [] : [PRUNED.name])].map((release) => ({ release, active: release === 'old' }))
  return { outcome: 'status', docker: '28', services: [{ service: 'web.production', release: 'old', serving: 'sha256:old', releases }] }
}

const documents = (world: World): unknown[] =>
  world.sent.filter(({ order }) => order.verb === 'rollback').map((command) => field(command, 'document'))

describe('a release that its host does not keep any more', () => {
  it('is read from the registry, with its whole specification, when the host reports that it is missing', async () => {
    const world = aService({ release: PRUNED.name })
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back', outputs: { release: PRUNED.name } })
    expect(documents(world)).toEqual([
      null,
      expect.objectContaining({
        ...{ name: PRUNED.name, digest: DIGEST, image: PRUNED.image, login: 'registry.example', commit: COMMIT },
        service: { name: 'web', environment: 'production' },
        spec: expect.objectContaining({ env: { A: '1' }, secrets: { B: 'ssm:/b' } }),
      }),
    ])
    expect(world.records[0]).toMatchObject({
      release: PRUNED.name,
      artifact: `registry.example/web/production@${KEPT}`,
      image: PRUNED.image,
    })
  })

  it('is the one recorded before the live release, if the host knows no earlier one', async () => {
    const world = aService()
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'rolled-back', outputs: { release: PRUNED.name } })
    expect(world.sent.map((command) => field(command, 'release'))).toEqual(['', PRUNED.name])
  })

  it('is sent to all hosts with one order if one of them does not know it', async () => {
    const world = aService({}, PRUNED, ['i-1', 'i-2'])
    await expect(rollback({ ...world.ctx })).resolves.toMatchObject({ outcome: 'rolled-back' })
    expect(documents(world)).toEqual([expect.objectContaining({ name: PRUNED.name })])
  })

  it('trusts the proxies of the VPC in its current state', async () => {
    const release = pruned({ spec: aSpec({ 'trusted-proxies': ['vpc'] }) })
    const world = aService({ release: release.name }, release)
    await rollback(world.ctx)
    expect(documents(world)[1]).toMatchObject({ trusted: VPC })
    const blind = aService({ release: release.name }, release)
    const vpcs = { ...blind.ctx.vpcs, addresses: async () => ({ own: [], reachable: [] }) }
    await expect(rollback({ ...blind.ctx, vpcs })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('CIDRs') })
  })

  it.each<[string, (world: World) => void, string]>([
    ['no record tells of it', (world) => void world.records.splice(1), `The record does not have ${PRUNED.name}, either`],
    ['its specification is gone', (world) => world.artifacts.clear(), 'is gone'],
    ['its specification is another', (world) => void world.artifacts.set(KEPT, '{}'), 'is unreadable'],
    [
      'its record points to another registry',
      ({ records }) => void records.splice(1, 1, aRecord({ release: PRUNED.name, artifact: `evil.example/web@${KEPT}` })),
      'is elsewhere',
    ],
  ])('is not brought if %s', async (_, change, words) => {
    const world = aService({ release: PRUNED.name })
    change(world)
    await expect(rollback(world.ctx)).resolves.toMatchObject({ outcome: 'failed', failure: { cause: 'release-not-found' } })
    expect(world.log.join()).toContain(words)
    expect(documents(world)).toEqual([null])
  })

  it('is not a release that was rolled back, unless it is named', async () => {
    const world = aService()
    world.records.splice(0, 1, aRecord({ release: 'old', attempt: anAttempt({ outcome: 'rolled-back' }) }))
    world.records.push(aRecord({ release: 'old' }))
    await expect(rollback(world.ctx)).resolves.toMatchObject({ failure: { cause: 'release-not-found' } })
  })
})

describe('a rollback that could not be recorded, because the history cannot be read', () => {
  it('changes no host', async () => {
    const world = aService({ release: PRUNED.name })
    const denied = new DeployError('not-allowed', 'AWS refused ssm:GetParameterHistory')
    const records = { ...world.ctx.records, history: () => Promise.reject(denied) }
    await expect(rollback({ ...world.ctx, records })).rejects.toBe(denied)
    expect(world.sent).toEqual([])
  })
})
