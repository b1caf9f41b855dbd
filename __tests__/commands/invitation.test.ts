import { describe, expect, it } from '@jest/globals'
import { deploy } from '../../src/commands/deploy.ts'
import { DeployError } from '../../src/errors.ts'
import { aHost, aRecord } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'

const ID = 'i-0123456789abcdef0'
const OWNER = { name: 'shop', environment: 'production' }

function aGuest(madeFor: typeof OWNER | undefined = OWNER): World {
  const world = aWorld({ 'instance-id': ID })
  world.hosts.push(aHost({ madeFor }))
  return world
}

/** AWS takes no command of the run. */
function uninvited(world: World): World {
  const run = async () => Promise.reject(new DeployError('not-allowed', 'AWS refused ssm:SendCommand to the role of this run.'))
  Object.assign(world.ctx.remote, { run })
  return world
}

describe('a guest’s first deploy to a host', () => {
  it.each([
    ['of another service', OWNER],
    ['that others made', undefined],
  ])('%s is refused before anything is built without an invitation', async (_, madeFor) => {
    const world = uninvited(aGuest(madeFor))
    await expect(deploy(world.ctx)).rejects.toMatchObject({
      code: 'refused',
      message: `the role of this run cannot send commands to ${ID}, which belongs to another service`,
      hint: expect.stringContaining('docs/iam/guest.yaml'),
    })
    expect(world.done).toEqual([])
  })

  it('asks the host once, and continues', async () => {
    const world = aGuest()
    expect((await deploy(world.ctx)).outcome).toBe('deployed')
    expect(world.done.slice(0, 2)).toEqual([`status on ${ID}`, 'repository web/production'])
    expect(world.done.filter((line) => line.startsWith('status'))).toHaveLength(1)
  })

  it('continues if the host does not answer yet, or AWS reports another failure', async () => {
    const silent = aGuest()
    silent.agentNeeds = 1
    expect((await deploy(silent.ctx)).outcome).toBe('deployed')
    const world = aGuest()
    Object.assign(world.ctx.remote, { run: async () => Promise.reject(new DeployError('aws-unavailable', 'later')) })
    await expect(deploy(world.ctx)).rejects.toMatchObject({ code: 'aws-unavailable' })
  })
})

it.each([
  ['of its own', () => aHost(), undefined],
  ['where it was before', () => aHost({ madeFor: OWNER }), aRecord({ hostId: ID, hostIds: [ID] })],
])('a deploy to a host %s sends no status order first', async (_, host, record) => {
  const world = aWorld({ 'instance-id': ID })
  world.hosts.push(host())
  if (record) world.records.push(record)
  await deploy(world.ctx)
  expect(world.done.filter((line) => line.startsWith('status'))).toEqual([])
})
