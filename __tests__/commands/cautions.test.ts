import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { aHost } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'

const DOOR = { 'basic-auth': 'ssm:/web/production/door' }
const NAMED = { ...DOOR, domains: 'shop.example.com', tls: 'internal' }

describe.each([
  ['deploy', deploy],
  ['plan', plan],
] as const)('%s', (command, run) => {
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['over HTTP alone', DOOR, true],
    ['over HTTP, too', { ...NAMED, 'https-redirect': 'false' }, true],
    ['over HTTPS', NAMED, false],
    ['behind a balancer', { ...DOOR, 'trusted-proxies': 'vpc' }, false],
    ['behind another proxy', { ...DOOR, 'external-proxy': 'true', 'http-port': '8081' }, false],
    ['without a password', {}, false],
  ])('%s: warns of passwords that travel in plain text', async (_, inputs, told) => {
    const world = aWorld({ command, ...inputs })
    world.hosts.push(aHost())
    await run(world.ctx)
    expect(world.log.filter((line) => line.startsWith('warning: basic-auth: visitors can send')).length).toBe(told ? 1 : 0)
  })
})
