import { expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { promote } from '../../src/commands/promote.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { releaseArtifact } from '../../src/domain/release/release-artifact.ts'
import { releaseName } from '../../src/domain/release/release.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { documentIn, field } from '../fakes/orders.ts'
import { aHost, aRecord, aRelease, aSpec, COMMIT, DIGEST } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const NONE = { port: 'none' } as const

/** The service has a security group of its own. */
function withGroup(world: World): World {
  const networks = { ...world.ctx.networks, own: async () => ({ addresses: [], securityGroup: { id: 'sg-own', open: false } }) }
  return Object.assign(world, { ctx: { ...world.ctx, networks } })
}

it('a worker opens no port, and has no address on any page', async () => {
  const world = aWorld({ port: 'none' })
  const report = await deploy(world.ctx)
  expect(report).toMatchObject({ outcome: 'deployed', outputs: { url: '' } })
  expect(report.headline).toMatch(/ is live \(no port: a worker\)$/)
  expect(JSON.parse(report.outputs['hosts'] ?? '')).toMatchObject([{ url: '' }])
  expect(world.done.filter((line) => line.startsWith('open'))).toEqual(
    world.done.flatMap((line) => (line.startsWith('open  in') ? [line] : [])),
  )
  expect(world.records[0]).toMatchObject({ route: NONE })
  expect(field(world.sent[0], 'release')).toMatchObject({ spec: { port: 'none', 'settle-time': 5, 'stop-first': false } })
})

it('a worker has no canary, although the configuration file that it shares with web services has one', async () => {
  const world = aWorld({ port: 'none' })
  const { canary } = aWorld({ 'canary-steps': '10%:1m' }).ctx.config
  expect(canary).toBeDefined()
  const report = await deploy({ ...world.ctx, config: { ...world.ctx.config, canary } })
  expect(report).toMatchObject({ outcome: 'deployed' })
  expect(field(world.sent[0], 'canary')).toBeNull()
})

it('a table of several hosts says so, too', async () => {
  const world = aWorld({ port: 'none', instances: '2' })
  expect(renderSummary(await deploy(world.ctx), [])).toContain('| no port: a worker |')
})

it('once a web service is a worker, its port is closed; and a rollback opens it again', async () => {
  const world = withGroup(aWorld({ port: 'none' }))
  world.hosts.push(aHost())
  const web = aRecord({ commit: 'b'.repeat(40), release: 'web', digest: 'sha256:old' })
  world.records.push(web)
  await deploy(world.ctx)
  expect(world.done.filter((line) => line.startsWith('close'))).toEqual(['close all but no port'])

  const back = withGroup(aWorld({ command: 'rollback', port: '' }))
  back.hosts.push(aHost())
  back.records.push(aRecord({ release: 'live', route: NONE }))
  const document = { name: 'web', digest: DIGEST, image: web.image, login: '', commit: web.commit, route: web.route, migration: false }
  back.answer = () => ({
    stdout: JSON.stringify({ outcome: 'rolled-back', previous: 'live', serving: DIGEST, servingRelease: 'web', document }),
  })
  expect((await rollback(back.ctx)).outputs['url']).toBe('http://203.0.113.7')
  expect(back.done.filter((line) => /^(open|close)/.test(line))).toEqual(['open 80 in vpc-1'])
})

it.each([
  [
    'a worker',
    'none',
    'http://203.0.113.9:81',
    { 'http-port': 81, domains: [], 'path-prefix': '/', tls: 'off', 'https-port': 443, 'external-proxy': false },
  ],
  ['visited', '8080', '', NONE],
] as const)('a service that does not become %s has the address that it had', async (_, port, url, route) => {
  const world = withGroup(aWorld({ port }))
  world.hosts.push(aHost())
  world.records.push(aRecord({ commit: 'b'.repeat(40), release: 'live', digest: 'sha256:old', route }))
  const serving = { serving: 'sha256:old', servingRelease: 'live' }
  world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', exitCode: 3, ...serving }) })
  expect((await deploy(world.ctx)).outputs).toMatchObject({ url, cause: 'exited' })
})

it('a rollback of a worker that fails shows no address either', async () => {
  const world = aWorld({ command: 'rollback', port: '' })
  world.hosts.push(aHost())
  world.records.push(aRecord({ release: 'live', route: NONE }))
  world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'exited', exitCode: 3 }) })
  expect((await rollback(world.ctx)).outputs).toMatchObject({ url: '', cause: 'exited' })
})

it('a worker that is not live is not said to have a proxy', async () => {
  const world = aWorld({ port: 'none' })
  world.answer = () => ({ stdout: JSON.stringify({ outcome: 'failed', cause: 'not-serving', detail: 'web.1 is not the live one' }) })
  const report = await deploy(world.ctx)
  expect(report).toMatchObject({ outcome: 'failed', failure: { cause: 'not-serving' } })
  expect(renderSummary(report, [])).not.toContain('proxy')
})

it('a promoted worker has neither a canary nor an open port, whatever the inputs of its environment say', async () => {
  const spec = aSpec({ port: 'none', 'settle-time': 9 })
  const name = releaseName(COMMIT, DIGEST, spec)
  const kept = `sha256:${'a'.repeat(64)}`
  const image = `registry.example/web/staging@${DIGEST}`
  const staged = (inputs: Record<string, string> = {}): World => {
    const visited = { 'canary-steps': '10%:1m', domains: 'shop.example.com' }
    const world = withGroup(aWorld({ 'promote-from': 'staging', port: '', ...visited, ...inputs }))
    world.hosts.push(aHost({ openPorts: [] }))
    world.artifacts.set(kept, releaseArtifact(aRelease({ name, commit: COMMIT, image, spec })).text)
    const recorded = { release: name, commit: COMMIT, image, artifact: `registry.example/web/staging@${kept}`, route: NONE }
    world.records.push(aRecord({ environment: 'staging', hostId: 'i-staging', ...recorded }))
    return world
  }
  const world = staged({ command: 'promote' })
  const report = await promote(world.ctx)
  expect(report.headline).toContain('is live (no port: a worker)')
  expect(documentIn(world.sent[0])).toMatchObject({ spec: { port: 'none', 'settle-time': 9 } })
  expect(field(world.sent[0], 'canary')).toBeNull()
  expect(world.done.filter((line) => line.startsWith('open'))).toEqual([])
  expect(world.log).toContain('The release is a worker, so this has no effect: canary-steps, domains')
  const planned = renderSummary(await plan(staged({ command: 'plan' }).ctx), [])
  expect(planned).toContain('not needed &#40;no port: a worker&#41;')
  expect(planned).toContain('port not set → none')
  expect(planned).not.toContain('point your DNS')
})
