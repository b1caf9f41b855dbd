import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { plan } from '../../src/commands/plan.ts'
import { aHost } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const SPOT = { capacity: 'spot' }
const FULL = { kind: 'no-capacity', reason: 'full' } as const
const launches = ({ done }: World): readonly string[] =>
  done.filter((line) => line.startsWith('launch ')).map((line) => line.split(' in ')[0] ?? '')

describe('capacity: spot', () => {
  it('launches a spot instance', async () => {
    const world = aWorld(SPOT)
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(launches(world)).toEqual(['launch spot t3.small'])
    expect(world.log.filter((line) => line.startsWith('warning'))).toEqual([])
  })

  it('launches it in another zone if one has no capacity', async () => {
    const world = aWorld(SPOT)
    world.launches.push(FULL)
    await deploy(world.ctx)
    expect(launches(world)).toEqual(['launch spot t3.small'])
    expect(world.log).toContain('No room for a spot t3.small in us-east-1a: full')
  })

  it('launches on demand, and says so, if no zone has spot capacity', async () => {
    const world = aWorld(SPOT)
    world.launches.push(FULL, FULL)
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(launches(world)).toEqual(['launch t3.small'])
    expect(world.log).toContain('warning: AWS has no spot capacity for a t3.small now, so this run launches it on demand: full; full')
    const next = aWorld(SPOT)
    next.hosts.push(...world.hosts)
    next.records.push(...world.records)
    await deploy(next.ctx)
    expect(launches(next)).toEqual([])
  })

  it('launches nothing if there is no on-demand capacity either', async () => {
    const world = aWorld(SPOT)
    world.launches.push(FULL, FULL, FULL, FULL)
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'no-capacity' })
  })

  it('is shown in a plan with its maximum price', async () => {
    const world = aWorld({ command: 'plan', ...SPOT })
    await plan(world.ctx)
    expect(world.log).toContainEqual(expect.stringContaining('Cost: about $20 a month: spot instance t3.small, at most $15'))
    expect(world.log).toContainEqual(expect.stringMatching(/create spot instance t3\.small .*, or an on-demand one without spot capacity$/))
  })

  it.each([{ volumes: 'data:/data' }, { volumes: '/srv/data:/data' }])('is refused for a service that keeps data: %j', async (volumes) => {
    const world = aWorld({ ...SPOT, ...volumes })
    await expect(deploy(world.ctx)).rejects.toThrow(
      /AWS can take a spot instance back at any time, and the data in .* would be lost with it/,
    )
    expect(world.done).toEqual([])
    const report = await plan(aWorld({ command: 'plan', ...SPOT, ...volumes }).ctx)
    expect(report).toMatchObject({ outcome: 'refused', headline: expect.stringContaining('AWS can take a spot instance back') })
    expect(await deploy(aWorld({ ...SPOT, ...volumes, 'volume-data': 'discarded' }).ctx)).toMatchObject({ outcome: 'deployed' })
  })

  it('does not replace a host that keeps data', async () => {
    const world = aWorld({ ...SPOT, volumes: 'data:/data' })
    world.hosts.push(aHost())
    expect(await deploy(world.ctx)).toMatchObject({ outcome: 'deployed' })
    const lent = aWorld({ volumes: 'data:/data' })
    lent.hosts.push(aHost({ spot: true }))
    await expect(deploy(lent.ctx)).rejects.toThrow('AWS can take a spot instance back')
  })
})
