import { DeleteParameterCommand, DescribeParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { describe, expect, it } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterLease, parameterQueue } from '../../src/adapters/aws/ssm/lease.ts'
import { parameterSteering } from '../../src/adapters/aws/ssm/steering.ts'
import { parameterRecords } from '../../src/adapters/aws/ssm/records.ts'
import { destroy } from '../../src/commands/destroy.ts'
import { status } from '../../src/commands/read/status.ts'
import { fingerprintOf } from '../../src/domain/release/fingerprint.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { awsError } from '../fakes/aws-error.ts'
import { answerAsParameterStore, CLIENT, standingTexts } from '../fakes/parameter-store.ts'
import type { Parameters } from '../fakes/parameter-store.ts'
import { aHost, anAttempt, aRecord, aSpec, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'

describe('destroy', () => {
  it('lists all that it removed', async () => {
    const world = aWorld({ command: 'destroy', 'destroy-repository': 'true' })
    world.hosts.push(aHost())
    const report = await destroy(world.ctx)
    expect(report.removed).toEqual([
      'instance i-0123456789abcdef0',
      'address 203.0.113.9',
      'security group sg-own',
      'role own',
      'parameter /docker-to-ec2/web/production/release',
      'repository web/production',
    ])
    expect(world.done).toEqual(['status on i-0123456789abcdef0', 'terminate i-0123456789abcdef0', 'release addresses'])
  })

  it('leaves neither lease nor queue nor steering behind', async () => {
    const parameters: Parameters = new Map()
    const ssm = mockClient(SSMClient)
    answerAsParameterStore(ssm, parameters)
    const world = aWorld({ command: 'destroy' })
    const shared = { lease: parameterLease(CLIENT), queue: parameterQueue(CLIENT), steering: parameterSteering(CLIENT) }
    const own = { ...shared, records: parameterRecords(CLIENT) }
    await own.steering.write(world.ctx.config.service, { token: 1, release: 'r', runUrl: '', ended: true }, 0)
    expect([...parameters.keys()]).toEqual(['/docker-to-ec2/web/production/steering'])
    ssm.on(DescribeParametersCommand).resolves({ Parameters: [] })
    await destroy({ ...world.ctx, ...own })
    expect([...parameters.keys()]).toEqual([])
    const failing = { ...own, records: { ...own.records, remove: async () => Promise.reject(new Error('no')) } }
    await expect(destroy({ ...world.ctx, ...failing })).rejects.toThrow('no')
    expect(standingTexts(parameters, '/docker-to-ec2/web/production/lease').at(-1)).toContain('"free":true')
  })

  it('gives up the lease if it cannot delete it', async () => {
    const parameters: Parameters = new Map()
    const ssm = mockClient(SSMClient)
    answerAsParameterStore(ssm, parameters)
    ssm.on(DeleteParameterCommand, { Name: '/docker-to-ec2/web/production/lease' }).rejects(awsError('AccessDeniedException'))
    const world = aWorld({ command: 'destroy' })
    await destroy({ ...world.ctx, lease: parameterLease(CLIENT), queue: parameterQueue(CLIENT) })
    expect(standingTexts(parameters, '/docker-to-ec2/web/production/lease').at(-1)).toContain('"free":true')
    expect(world.log.join('\n')).toContain('The parameters lease, queue and steering stay')
  })

  it('is refused as long as the service is frozen', async () => {
    const world = aWorld({ command: 'destroy' })
    world.hosts.push(aHost())
    const freeze = { reason: 'the sale', actor: 'ada', runUrl: 'https://x', at: '2026-01-01T00:00:00.000Z' }
    world.records.push(aRecord({ freeze }))
    await expect(destroy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('by ada: the sale'),
      hint: expect.stringContaining('command: unfreeze'),
    })
    expect(world.done).toEqual([])
    world.records.splice(0, 1, aRecord({ freeze: { ...freeze, until: '2026-01-02T00:00:00.000Z' } }))
    expect((await destroy(world.ctx)).outcome).toBe('destroyed')
  })

  it('of one environment leaves the repository, and lets its image expire', async () => {
    const world = aWorld({ command: 'destroy' })
    world.images.set('live-web.production', DIGEST).set('live-web.staging', DIGEST)
    await expect(destroy(world.ctx)).resolves.toMatchObject({
      removed: expect.arrayContaining(['tag web/production:live-web.production']),
      facts: [['Kept', 'repository web/production with its images; destroy-repository: true removes it']],
    })
    expect([...world.images.keys()]).toEqual(['live-web.staging'])
  })

  it.each([
    ['that somebody else made', undefined],
    ['of another service', { name: 'api', environment: 'production' }],
    ['of another environment', { name: 'web', environment: 'staging' }],
  ])('takes only the containers from a host %s', async (_, madeFor) => {
    const world = aWorld({ command: 'destroy', 'instance-id': 'i-0123456789abcdef0' })
    world.hosts.push(aHost({ madeFor }))
    world.answer = () => ({ stdout: '{"outcome":"removed","removed":["container a"],"others":[]}' })
    const report = await destroy(world.ctx)
    expect(world.done).toEqual(['remove on i-0123456789abcdef0', 'release addresses'])
    expect(report.removed).toContain('container a')
    expect(report.removed).not.toContain('repository web/production')
  })

  it('leaves its container on a host of others the time to stop', async () => {
    const world = aWorld({ command: 'destroy', 'instance-id': 'i-0123456789abcdef0' })
    world.hosts.push(aHost({ madeFor: undefined }))
    world.records.push(aRecord({ fingerprint: fingerprintOf(aSpec({ 'stop-grace-period': 1200 }), 'live') }))
    world.answer = () => ({ stdout: '{"outcome":"removed","removed":[],"others":[]}' })
    await destroy(world.ctx)
    expect(world.sent[0]?.timeout).toBe(1500)
  })

  it.each([
    ['{"outcome":"failed","cause":"lock-held","detail":"a deploy holds the lock"}', 'lock-held', 'a deploy holds the lock'],
    [
      '{"outcome":"failed","cause":"program-missing","detail":"it was removed"}',
      'program-missing',
      'several times in a row: it was removed',
    ],
    ['Traceback', 'program-failed', 'the host program stopped early'],
  ])('says why a host of others does not remove it: %s', async (stdout, code, words) => {
    const world = aWorld({ command: 'destroy', 'instance-id': 'i-0123456789abcdef0' })
    world.hosts.push(aHost({ madeFor: undefined }))
    world.answer = () => ({ stdout, status: 'failed' })
    await expect(destroy(world.ctx)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(new RegExp(`^i-0123456789abcdef0 did not remove web \\(production\\): .*${words}`)),
    })
    expect(world.log.includes('Traceback')).toBe(stdout === 'Traceback')
  })
})

describe('status', () => {
  const seen = {
    service: 'web.production',
    release: 'c0ffee00-12345678',
    serving: DIGEST,
    running: true,
    healthy: true,
    startedAt: '',
    releases: [{ release: 'a', container: true, image: true, active: false }],
  }

  it('tells what is recorded and what is served, and changes nothing', async () => {
    const world = aWorld({ command: 'status' })
    world.hosts.push(aHost())
    world.records.push(aRecord())
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'status', services: [seen], docker: '25', diskFreeBytes: 1 }) })
    const report = await status(world.ctx)
    expect(report).toMatchObject({
      outcome: 'reported',
      outputs: { url: 'http://203.0.113.7', 'serving-digest': DIGEST, release: 'c0ffee00-12345678' },
    })
    expect(world.done).toEqual(['status on i-0123456789abcdef0'])
  })

  it.each([
    ['unhealthy', 'fails'],
    ['starting', 'has no result yet'],
  ])("tells that the image's HEALTHCHECK is %s", async (healthcheck, words) => {
    const world = aWorld({ command: 'status' })
    world.hosts.push(aHost())
    world.records.push(aRecord({ attempt: anAttempt({ note: 'it was killed: see stop-grace-period' }) }))
    const services = [{ ...seen, healthy: false, healthcheck }]
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'status', services, docker: '25', diskFreeBytes: 1 }) })
    const report = await status(world.ctx)
    expect(report.facts).toContainEqual(['Serving', `c0ffee00-12345678, running, not healthy (the image's HEALTHCHECK ${words})`])
    expect(renderSummary(report, [])).toContain('| deployed &#40;it was killed: see stop-grace-period&#41; |')
  })

  it('names drift', async () => {
    const world = aWorld({ command: 'status' })
    world.hosts.push(aHost())
    world.records.push(aRecord({ digest: 'sha256:other' }))
    world.answer = () => ({ stdout: JSON.stringify({ outcome: 'status', services: [seen], docker: '25', diskFreeBytes: 1 }) })
    expect((await status(world.ctx)).facts.map(([name]) => name)).toContain('Drift')
  })

  it.each([
    ['nothing at all', [], 'web (production): not deployed'],
    ['a stopped host', [aHost({ state: 'stopped' })], 'web (production): the host is stopped'],
  ])('answers for %s', async (_, hosts, headline) => {
    const world = aWorld({ command: 'status' })
    world.hosts.push(...hosts)
    expect((await status(world.ctx)).headline).toBe(headline)
  })
})
