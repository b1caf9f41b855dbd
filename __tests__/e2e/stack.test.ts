import { describe, expect } from '@jest/globals'
import type { ActionRun } from '../../local/runner/runner.ts'
import { deniedOf } from './support/guest.ts'
import { deployStack, policiesOf } from './support/stack.ts'
import { ended, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { given, it } from './support/test.ts'

const GITHUB = { GitHubOrg: 'acme', GitHubRepository: 'web', OidcProvider: 'existing' }

let bed: Bed
let outputs: Readonly<Record<string, string>>
let run: ActionRun

const stacked = given(async () => {
  bed = await openBed()
  outputs = await deployStack(bed.cloud, 'setup.yaml', { StackName: 'web-production', ...GITHUB, Service: 'web', Planner: 'create' })
})
const deployed = given(async () => {
  await stacked()
  run = ended(await bed.act(), 'deployed')
})

describe('in an account with a stack of docs/iam/setup.yaml', () => {
  it("a host gets the stack's role, and no other role is created or changed", async () => {
    await deployed()
    expect(await visit(run.outputs['url'] ?? '')).toMatch(/^[0-9a-f]{8}$/)
    const calls = (await bed.calls()).filter(({ service }) => service === 'iam').map(({ operation }) => operation)
    expect(calls).toContain('GetRolePolicy')
    expect(calls.filter((operation) => !operation.startsWith('Get'))).toEqual([])
    expect(run.stdout).not.toContain('role for hosts does not allow')
  })

  it('the stack allows every call of a first deploy, the next one, a rollback, a restart and a status', async () => {
    await deployed()
    await bed.commit()
    ended(await bed.act(), 'deployed')
    const brief = { port: undefined }
    ended(await bed.act({ command: 'rollback', ...brief }), 'rolled-back')
    ended(await bed.act({ command: 'restart', ...brief }), 'restarted')
    ended(await bed.act({ command: 'status', ...brief }), 'reported')
    const calls = (await bed.cloud.calls()).filter(({ principal }) => principal === 'runner')
    expect(await deniedOf(await policiesOf(bed.cloud, outputs['RunnerRoleName'] ?? ''), calls, outputs['HostRoleName'])).toEqual([])
  })

  it('the stack allows destroy, which leaves the role to the stack', async () => {
    await deployed()
    const from = (await bed.cloud.calls()).length
    const gone = ended(await bed.act({ command: 'destroy', port: undefined, 'destroy-repository': 'true' }), 'destroyed')
    expect(gone.summary).not.toContain('role ')
    const calls = (await bed.cloud.calls()).slice(from).filter(({ principal }) => principal === 'runner')
    expect(await deniedOf(await policiesOf(bed.cloud, outputs['RunnerRoleName'] ?? ''), calls, outputs['HostRoleName'])).toEqual([])
  })
})

describe('CloudFormation makes a stack', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['for a branch, with ids', 'branch', { Branch: 'main', GitHubOrgId: '1', GitHubRepositoryId: '2' }],
    [
      'that promotes, here and from elsewhere',
      'promotes',
      { PromoteFrom: 'staging', PromoteFromRole: 'arn:aws:iam::111122223333:role/promoter' },
    ],
    ['that others promote from', 'promoted', { PromotedBy: 'arn:aws:iam::111122223333:role/runner', Planner: 'create' }],
    ['for environments that come and go', 'preview', { Environment: 'pr', EnvironmentPattern: 'pr-*' }],
    [
      'for GitHub Enterprise Server',
      'enterprise',
      { OidcIssuer: 'github.example.com/_services/token', GitHubEnvironment: 'Production EU' },
    ],
    ['with a network of its own', 'network', { VpcId: 'vpc-1', SecurityGroupId: 'sg-1', EcrRepository: 'team/web' }],
  ])('%s', async (_, Service, parameters) => {
    await stacked()
    const made = await deployStack(bed.cloud, 'setup.yaml', {
      StackName: Service,
      ...GITHUB,
      StatusDocument: 'existing',
      Service,
      ...parameters,
    })
    expect(made['HostProfileName']).toBe(`docker-to-ec2.${Service}.${parameters['Environment'] ?? 'production'}.us-east-1`)
    expect((await policiesOf(bed.cloud, made['RunnerRoleName'] ?? '')).map(({ PolicyName }) => PolicyName)).toContain('host-role')
  })

  it('for a guest, which the owner of the hosts invites', async () => {
    await stacked()
    const guest = await deployStack(bed.cloud, 'setup.yaml', { StackName: 'cart', ...GITHUB, StatusDocument: 'existing', Service: 'cart' })
    const names = { HostRoleName: outputs['HostRoleName'] ?? '', GuestRunnerRoleName: guest['RunnerRoleName'] ?? '' }
    await deployStack(bed.cloud, 'guest.yaml', { StackName: 'cart-on-web', Owner: 'web', Guest: 'cart', ...names })
    const held = async (role: string): Promise<string[]> => (await policiesOf(bed.cloud, role)).map(({ PolicyName }) => PolicyName)
    expect(await held(names.HostRoleName)).toEqual(['host', 'guest.cart.production'])
    expect(await held(names.GuestRunnerRoleName)).toContain('guest-of.web.production')
  })
})
