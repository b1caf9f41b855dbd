import { describe, expect, test } from '@jest/globals'
import { profileName } from '../../../src/domain/host/role-name.ts'
import { DeployError } from '../../../src/errors.ts'
import type { HostRoles } from '../../../src/ports/hosts/host-roles.ts'
import { ensureRole, putRoleRight } from '../../../src/steps/hosts/host-role.ts'
import { aHost } from '../../fakes/samples.ts'
import { aWorld } from '../../fakes/world.ts'

const SERVICE = { name: 'web', environment: 'production' }
const OWN = aHost({ instanceProfile: profileName(SERVICE, 'us-east-1') })

function withRoles(ensure: HostRoles['ensure']) {
  const world = aWorld()
  const asked: unknown[] = []
  const hostRoles: HostRoles = {
    ...world.ctx.hostRoles,
    ensure: (spec) => {
      asked.push(spec)
      return ensure(spec)
    },
  }
  return { world, asked, ctx: { ...world.ctx, hostRoles } }
}

const fine: HostRoles['ensure'] = async () => ({ profile: 'p', lacks: [] })

describe('the role of existing hosts', () => {
  test('is corrected', async () => {
    const { ctx, asked } = withRoles(fine)
    await putRoleRight(ctx, [OWN], ['web/production'])
    expect(asked).toEqual([expect.objectContaining({ service: SERVICE, repositories: ['web/production'] })])
  })

  test.each([
    ['of a host with another profile', aHost({ instanceProfile: 'mine' })],
    ['of a host of others', { ...OWN, madeFor: { name: 'db', environment: 'production' } }],
  ])('%s is not changed', async (_, host) => {
    const { ctx, asked } = withRoles(fine)
    await putRoleRight(ctx, [host], [])
    expect(asked).toEqual([])
  })

  test.each([
    ['not-allowed', "The host's role was not changed: no"],
    ['role-taken', "warning: The host's role was not changed: no"],
    ['aws-unavailable', "warning: The host's role was not changed: no"],
  ])('that cannot be corrected (%s) does not stop the run', async (code, line) => {
    const { ctx, world } = withRoles(() => Promise.reject(new DeployError(code as 'role-taken', 'no')))
    await putRoleRight(ctx, [OWN], [])
    expect(world.log).toContain(line)
  })

  test('that fails by a bug fails the run', async () => {
    const { ctx } = withRoles(() => Promise.reject(new TypeError('bug')))
    await expect(putRoleRight(ctx, [OWN], [])).rejects.toThrow('bug')
  })
})

test('a permission that the stack does not give is reported', async () => {
  const { ctx, world } = withRoles(async () => ({ profile: 'p', lacks: ['ecr:BatchGetImage on arn'] }))
  expect(await ensureRole(ctx, [])).toBe('p')
  expect(world.log).toContain(
    "warning: The stack's role for hosts does not allow ecr:BatchGetImage on arn. Update the stack (docs/iam/setup.yaml).",
  )
})
