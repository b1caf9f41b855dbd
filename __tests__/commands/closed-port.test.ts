import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { DeployError } from '../../src/errors.ts'
import { aHost } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const HTTP = { protocol: 'tcp', from: 80, to: 80 } as const
const opened = ({ done }: World) => done.filter((line) => line.startsWith('open '))

async function served(host = aHost()): Promise<World> {
  const world = aWorld()
  world.hosts.push(host)
  await deploy(world.ctx)
  world.done.length = 0
  return world
}

describe('a port that somebody closed by hand', () => {
  it('is a change of the plan, and the deploy of the live release opens it again', async () => {
    const world = await served()
    world.openPorts = []
    expect(JSON.parse((await plan(world.ctx)).outputs['plan'] ?? '')).toMatchObject({ verdict: 'changes' })
    await deploy(world.ctx)
    expect(opened(world)).toEqual(['open 80 in vpc-1'])
    expect(world.log).toContain('Opened port 80 to the world')
    world.openPorts = [HTTP]
    expect(JSON.parse((await plan(world.ctx)).outputs['plan'] ?? '')).toMatchObject({ verdict: 'unchanged' })
  })

  it('stays open to a few whom somebody chose, also if the run has other work on the host', async () => {
    const world = await served()
    world.openPorts = [HTTP]
    world.hosts[0] = aHost({ elasticIp: false })
    await deploy(world.ctx)
    expect(world.done).toContain('address i-0123456789abcdef0')
    expect(opened(world)).toEqual([])
  })

  it('is not known to a role that may not look, which can still deploy', async () => {
    const world = await served()
    const openPorts = () => Promise.reject(new DeployError('not-allowed', 'no permission'))
    const ctx = { ...world.ctx, networks: { ...world.ctx.networks, openPorts } }
    expect(JSON.parse((await plan(ctx)).outputs['plan'] ?? '')).toMatchObject({ verdict: 'unchanged' })
    await expect(deploy(ctx)).resolves.toMatchObject({ outcome: 'deployed' })
  })

  it('is left alone on a host of others', async () => {
    const world = aWorld({ 'instance-id': 'i-0123456789abcdef0' })
    world.hosts.push(aHost({ madeFor: undefined }))
    world.openPorts = []
    await deploy(world.ctx)
    await deploy(world.ctx)
    expect(opened(world)).toEqual([])
  })

  it('is left alone in groups that the inputs name', async () => {
    const world = aWorld({ 'security-group-ids': 'sg-11111111' })
    world.hosts.push(aHost({ securityGroupIds: ['sg-11111111'] }))
    world.openPorts = []
    await deploy(world.ctx)
    expect(opened(world)).toEqual([])
    expect(world.log.join('\n')).not.toContain('security groups')
  })
})

describe('a host that was launched with other security groups', () => {
  it('gets no group that is not attached to it, and the run says which port to open', async () => {
    const world = await served(aHost({ securityGroupIds: ['sg-11111111'] }))
    const next = aWorld({ 'http-port': '8080' })
    next.hosts.push(...world.hosts)
    next.records.push(...world.records)
    const { outputs } = await plan(next.ctx)
    expect(JSON.stringify(JSON.parse(outputs['plan'] ?? '').resources)).not.toContain('security group')
    await deploy(next.ctx)
    expect(opened(next)).toEqual([])
    expect(next.log.join('\n')).toContain(
      "none of the service's own security groups, so the action opens no port there: see that sg-11111111 opens port 8080",
    )
  })
})
