import { describe, expect, it } from '@jest/globals'
import { plan } from '../../../src/commands/plan.ts'
import { status } from '../../../src/commands/read/status.ts'
import { DeployError } from '../../../src/errors.ts'
import { aHost, aRecord } from '../../fakes/samples.ts'
import { aWorld } from '../../fakes/world.ts'
import type { World } from '../../fakes/world.ts'

/** A service on a host, for a role that can see neither volumes nor addresses. */
function blinded(inputs: Readonly<Record<string, string>>): World {
  const world = aWorld(inputs)
  world.hosts.push(aHost({ rootVolume: 'vol-1' }))
  world.records.push(aRecord())
  world.ctx.hosts.volumeSizes = () =>
    Promise.reject(new DeployError('not-allowed', 'AWS refused ec2:DescribeVolumes to the role of this run.'))
  return world
}

function withoutAddresses(world: World): World {
  world.ctx.networks.own = () =>
    Promise.reject(new DeployError('not-allowed', 'AWS refused ec2:DescribeAddresses to the role of this run.'))
  return world
}

describe('the cost, which is only shown,', () => {
  it('lacks in a status what the role of the run cannot see', async () => {
    const world = withoutAddresses(blinded({ command: 'status', port: '' }))
    const { outcome, facts } = await status(world.ctx)
    expect(outcome).toBe('reported')
    expect(Object.fromEntries(facts)['Cost']).toMatch(/^at least \$.* because EC2 does not report the size of a root volume/)
    expect(world.log.join('\n')).toMatch(/The cost leaves out .*ec2:DescribeVolumes[^]*The cost leaves out .*ec2:DescribeAddresses/)
  })

  it('lacks it in a plan, too', async () => {
    const { plan: planned } = await plan(blinded({ command: 'plan' }).ctx)
    expect(planned).toMatchObject({ refusals: [], cost: { unknown: ['EC2 does not report the size of a root volume'] } })
  })

  it('is not below a limit if nobody knows it', async () => {
    const { plan: planned } = await plan(blinded({ command: 'plan', 'max-monthly-cost': '500' }).ctx)
    expect(planned).toMatchObject({ verdict: 'refused', refusals: [{ reason: expect.stringContaining('does not report the size') }] })
  })
})
