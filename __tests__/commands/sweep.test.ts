import { describe, expect, it } from '@jest/globals'
import { sweep } from '../../src/commands/sweep.ts'
import type { ReleaseRecord } from '../../src/domain/release/record.ts'
import { Cancelled, DeployError } from '../../src/errors.ts'
import { HEAD } from '../fakes/pull-request.ts'
import { aHost, aRecord } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'
import { HOUR } from '../../src/domain/duration.ts'

const HOST = 'i-0123456789abcdef0'

/** Previews on a host of another service, and what that host says of itself. */
function aHostOfPreviews(
  records: readonly ReleaseRecord[],
  onHost: readonly string[] = [],
  inputs: Readonly<Record<string, string>> = {},
): World {
  const world = aWorld({ command: 'sweep', 'instance-id': HOST, 'preview-ttl': '48h', ...inputs }, { GITHUB_REPOSITORY_ID: '4711' })
  world.hosts.push(aHost({ madeFor: { name: 'web', environment: 'preview-host' } }))
  world.records.push(...records)
  world.answer = ({ order }) => ({
    stdout: JSON.stringify(
      order.verb === 'status'
        ? { outcome: 'status', services: [], others: onHost, docker: '28.0', diskFreeBytes: 1 }
        : { outcome: 'removed', removed: [`container of ${order.service}`], others: [] },
    ),
  })
  return world
}

function ofRequest(number: number, hoursAgo = 1, changed: Partial<ReleaseRecord> = {}): ReleaseRecord {
  const deployedAt = new Date(aWorld().clock.now() - hoursAgo * HOUR).toISOString()
  return aRecord({ environment: `pr-${number}`, preview: { number, repository: 'acme/web', repositoryId: '4711' }, deployedAt, ...changed })
}

const removedFrom = ({ sent }: World): readonly string[] => sent.flatMap(({ order }) => (order.verb === 'remove' ? [order.service] : []))
const closed = (...numbers: readonly number[]) => new Map(numbers.map((number) => [number, { state: 'closed' as const }]))

describe('command: sweep', () => {
  it('removes previews that are closed, too old or without their host, and nothing else', async () => {
    const lost = ofRequest(4, 1, { hostId: 'i-0aaaaaaaaaaaaaaa0' })
    const world = aHostOfPreviews([ofRequest(1), ofRequest(2, 49), ofRequest(3), lost, aRecord()])
    world.requests = closed(1)
    const report = await sweep(world.ctx)
    expect(report).toMatchObject({ outcome: 'destroyed', headline: 'web: removed 3 previews, 1 stays' })
    expect(report.removed).toEqual([
      'pr-1: The pull request 1 is closed',
      expect.stringMatching(/^pr-2: It was deployed at .*, longer ago than preview-ttl$/),
      'pr-4: The host of pr-4 is gone',
    ])
    expect(removedFrom(world)).toEqual(['web.pr-1', 'web.pr-2'])
    expect(world.comments.map(({ number }) => number)).toEqual([1, 2, 4])
    expect(world.deployments).toEqual(['removed web pr-1', 'removed web pr-2', 'removed web pr-4'])
  })

  it('finds the previews of a repository that was renamed since, and those of earlier records', async () => {
    const renamed = ofRequest(1, 1, { preview: { number: 1, repository: 'old/name', repositoryId: '4711' } })
    const earlier = ofRequest(2, 1, { preview: { number: 2, repository: 'acme/web' } })
    const successor = ofRequest(3, 99, { preview: { number: 3, repository: 'acme/web', repositoryId: '4710' } })
    const world = aHostOfPreviews([renamed, earlier, successor])
    world.requests = closed(1, 2, 3)
    expect(await sweep(world.ctx)).toMatchObject({ headline: 'web: removed 2 previews, 0 stay' })
    expect(removedFrom(world)).toEqual(['web.pr-1', 'web.pr-2'])
  })

  it('looks up several pull requests at a time, but not all at once', async () => {
    const world = aHostOfPreviews(Array.from({ length: 20 }, (_, at) => ofRequest(at + 1)))
    let [now, most] = [0, 0]
    const read = async () => {
      most = Math.max(most, (now += 1))
      await new Promise((resolve) => setImmediate(resolve))
      now -= 1
      return { state: 'open' as const, head: HEAD }
    }
    expect(await sweep({ ...world.ctx, pullRequests: { read } })).toMatchObject({ headline: 'web: removed 0 previews, 20 stay' })
    expect(most).toBe(8)
  })

  it('never takes an unreadable record for a missing one, removes the other previews, and fails', async () => {
    const world = aHostOfPreviews([ofRequest(2)], ['web.pr-1', 'web.pr-2'])
    world.unreadable.push({ name: 'web', environment: 'pr-1' }, { name: 'api', environment: 'pr-3' })
    world.requests = closed(1, 2, 3)
    await expect(sweep(world.ctx)).rejects.toMatchObject({ code: 'record-unreadable' })
    expect(removedFrom(world)).toEqual(['web.pr-2'])
  })

  it('continues after AWS or a bug failed one removal, and names all causes', async () => {
    const freeze = { reason: 'the demo', actor: 'ada', runUrl: 'https://x', at: '2026-01-01T00:00:00.000Z' }
    const ids = ['i-0aaaaaaaaaaaaaaa1', 'i-0aaaaaaaaaaaaaaa2'] as const
    const world = aHostOfPreviews([
      ofRequest(1, 1, { hostId: ids[0] }),
      ofRequest(2, 1, { hostId: ids[1] }),
      ofRequest(3, 1, { freeze }),
      ofRequest(4),
    ])
    world.requests = closed(1, 2, 3, 4)
    const get: typeof world.ctx.hosts.get = async (id) => {
      if (id === ids[0]) throw new DeployError('aws-unavailable', 'ec2:DescribeInstances failed')
      if (id === ids[1]) throw new TypeError('undefined is not a function')
      return world.ctx.hosts.get(id)
    }
    const error = await sweep({ ...world.ctx, hosts: { ...world.ctx.hosts, get } }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'aws-unavailable',
      message: expect.stringMatching(/^3 previews were not removed:\npr-1: ec2.*\npr-2: TypeError.*\npr-3: .*the demo/),
    })
    expect(removedFrom(world)).toEqual(['web.pr-4'])
    expect(world.log.filter((line) => line.includes('was not removed'))).toHaveLength(3)
  })

  it('ends if the run has lost its lease or was cancelled', async () => {
    for (const error of [new Cancelled(), new DeployError('lease-lost', 'another run took over')]) {
      const world = aHostOfPreviews([ofRequest(1), ofRequest(2)])
      world.requests = closed(1, 2)
      const get = async () => Promise.reject(error)
      await expect(sweep({ ...world.ctx, hosts: { ...world.ctx.hosts, get } })).rejects.toBe(error)
      expect(removedFrom(world)).toEqual([])
    }
  })

  it('has nothing to do the second time', async () => {
    const world = aHostOfPreviews([ofRequest(3)])
    world.requests = closed(1)
    expect(await sweep(world.ctx)).toMatchObject({ outcome: 'unchanged', headline: 'web: removed 0 previews, 1 stays' })
    expect(removedFrom(world)).toEqual([])
  })

  it('removes a preview that only its host knows, if the pull request is closed', async () => {
    const world = aHostOfPreviews(
      [ofRequest(3)],
      ['web.pr-3', 'web.pr-5', 'web.pr-6', 'api.pr-5', 'web.production', 'web.pr-05', 'web.preview-host'],
    )
    world.requests = closed(5)
    expect(await sweep(world.ctx)).toMatchObject({ headline: 'web: removed 1 preview, 2 stay' })
    expect(removedFrom(world)).toEqual(['web.pr-5'])
  })

  it('never touches a service that is named like a preview but not marked as one of this repository', async () => {
    const strange = [aRecord({ environment: 'pr-1' }), ofRequest(2, 99, { preview: { number: 2, repository: 'acme/api' } })]
    const others = [
      ofRequest(7, 99, { service: 'api' }),
      ofRequest(8, 99, { environment: 'production' }),
      ofRequest(9, 99, { environment: 'pr-90' }),
    ]
    const world = aHostOfPreviews([...strange, ...others], ['web.pr-1', 'web.pr-2'])
    world.requests = closed(1, 2, 7, 8, 9, 90)
    expect(await sweep(world.ctx)).toMatchObject({ outcome: 'unchanged', headline: 'web: removed 0 previews, 0 stay' })
    expect(removedFrom(world)).toEqual([])
  })

  it('decides by age alone if GitHub does not answer, and says so', async () => {
    const world = aHostOfPreviews([ofRequest(1), ofRequest(2, 49)], ['web.pr-5'])
    world.requests = new Error('503')
    await sweep(world.ctx)
    expect(removedFrom(world)).toEqual(['web.pr-2'])
    expect(world.log.join('\n')).toMatch(/warning: GitHub does not say .* only their age counts: 1 \(503\), 2 \(503\), 5 \(503\)/)
    expect(world.comments).toEqual([])
  })

  it('continues after a refused removal, and fails', async () => {
    const freeze = { reason: 'the demo', actor: 'ada', runUrl: 'https://x', at: '2026-01-01T00:00:00.000Z' }
    const world = aHostOfPreviews([ofRequest(1, 1, { freeze }), ofRequest(2)])
    world.requests = closed(1, 2)
    await expect(sweep(world.ctx)).rejects.toMatchObject({ code: 'refused' })
    expect(removedFrom(world)).toEqual(['web.pr-2'])
    expect(world.log.join('\n')).toContain('warning: pr-1 was not removed')
  })

  it.each([
    ['a preview that was old', [ofRequest(2, 49)], []],
    ['what had no record', [], ['web.pr-2']],
  ])('keeps %s, but was deployed again before its turn', async (_, before, onHost) => {
    const world = aHostOfPreviews(before, onHost)
    const read = async () => {
      world.records.splice(0, 1, ofRequest(2, 0))
      return { state: 'closed' as const, head: HEAD }
    }
    await expect(sweep({ ...world.ctx, pullRequests: { read } })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('after this run decided to remove it'),
    })
    expect(removedFrom(world)).toEqual([])
    expect(world.records).toHaveLength(1)
  })
})
