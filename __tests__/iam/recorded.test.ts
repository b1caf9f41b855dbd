import { describe, expect, test } from '@jest/globals'
import { requestsOf } from './recorded.ts'
import { may } from './simulate.ts'
import type { Held } from './simulate.ts'
import { setupTemplate } from './template.ts'

const { Runner } = setupTemplate({ GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' })
const policies: Held = Runner.Properties.Policies
const OWNER = { name: 'web', environment: 'production', hostRole: 'stack-HostRole-1A2B3C' }
const TAGS = { service: 'web', environment: 'production', managed: 'true' }

/** As the query protocol spells them. */
function tagged(...kinds: readonly string[]): Record<string, string> {
  const lines = kinds.flatMap((kind, at) => [
    [`TagSpecification.${at + 1}.ResourceType`, kind] as const,
    ...Object.entries(TAGS).flatMap(([name, value], tag) => [
      [`TagSpecification.${at + 1}.Tag.${tag + 1}.Key`, `docker-to-ec2:${name}`] as const,
      [`TagSpecification.${at + 1}.Tag.${tag + 1}.Value`, value] as const,
    ]),
  ])
  return Object.fromEntries(lines)
}

const LAUNCH = {
  ...tagged('instance', 'volume', 'network-interface'),
  ...{ 'IamInstanceProfile.Name': 'docker-to-ec2.web.production.us-east-1', 'MetadataOptions.HttpTokens': 'required' },
  ...{ 'BlockDeviceMapping.1.Ebs.Encrypted': 'true', 'NetworkInterface.1.SecurityGroupId.1': 'sg-1', ImageId: 'ami-1' },
  'NetworkInterface.1.SubnetId': 'subnet-1',
}
const CALLS = [
  ['RunInstances', LAUNCH, ['iam:PassRole', 'ec2:CreateTags', 'ec2:CreateTags', 'ec2:CreateTags']],
  ['CreateSecurityGroup', { ...tagged('security-group'), VpcId: 'vpc-1' }, ['ec2:CreateTags']],
  ['AllocateAddress', tagged('elastic-ip'), ['ec2:CreateTags']],
] as const

describe.each(CALLS)('a recorded call of %s', (operation, params, implied) => {
  const requests = requestsOf({ service: 'ec2', operation, params }, OWNER)

  test('asks for what AWS asks beyond its name', () => {
    expect(requests.map(({ action }) => action).filter((action) => action !== `ec2:${operation}`)).toEqual(implied)
  })

  test('is allowed, and nothing of it is without the statement that allows it', async () => {
    for (const request of requests) {
      expect([request, await may(policies, request)]).toEqual([request, true])
      expect(await may(withoutAction(request.action), request)).toBe(false)
    }
  })
})

test('a launch with another role, or with the tags of another service, is not', async () => {
  const denied = async (params: object, owner = OWNER): Promise<readonly string[]> => {
    const all = requestsOf({ service: 'ec2', operation: 'RunInstances', params: { ...LAUNCH, ...params } }, owner)
    const verdicts = await Promise.all(all.map(async (request) => ((await may(policies, request)) ? [] : [request.action])))
    return [...new Set(verdicts.flat())]
  }
  expect(await denied({}, { ...OWNER, hostRole: 'admin' })).toEqual(['iam:PassRole'])
  expect(await denied({ 'TagSpecification.2.Tag.1.Value': 'db' })).toEqual(['ec2:CreateTags'])
})

function withoutAction(action: string): Held {
  return policies.map(({ PolicyName, PolicyDocument }) => ({
    PolicyName,
    PolicyDocument: { ...PolicyDocument, Statement: PolicyDocument.Statement.filter(({ Action }) => ![Action].flat().includes(action)) },
  }))
}
