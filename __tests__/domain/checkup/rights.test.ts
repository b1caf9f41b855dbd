import { expect, test } from '@jest/globals'
import { checkRights, rightsToChange } from '../../../src/domain/checkup/rights.ts'
import { may } from '../../iam/simulate.ts'
import { setupTemplate } from '../../iam/template.ts'

const { Runner, ChangeNames } = setupTemplate({
  ...{ GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web', HostedZoneId: 'Z1', Names: 'shop.example.com' },
})
const held = [...Runner.Properties.Policies, ChangeNames.Properties]
const RIGHTS = rightsToChange({
  ...{ service: { name: 'web', environment: 'production' }, region: 'us-east-1', accountId: '123456789012' },
  ...{ repository: { name: 'web/production', exists: false }, hostIds: ['i-1'], zoneIds: ['Z1'], names: ['shop.example.com'] },
})

test.each(RIGHTS.map((right) => [right.action, right.resource, right] as const))(
  'the role of setup.yaml has %s on %s',
  async (action, resource, right) => {
    const context = Object.fromEntries(
      Object.entries(right.context).map(([key, values]) => [key, values.length === 1 ? values.join() : [...values]]),
    )
    const asked = { action, resource: resource.replace('::document', ':123456789012:document') }
    expect(await may(held, { ...asked, context })).toBe(true)
    expect(await may([], asked)).toBe(false)
  },
)

test('without names and zones, no right to DNS records is checked', () => {
  expect(RIGHTS.map(({ action }) => action)).toContain('route53:ChangeResourceRecordSets')
  const none = rightsToChange({
    ...{ service: { name: 'web', environment: 'production' }, region: 'us-east-1', accountId: '1', zoneIds: ['Z1'], names: [] },
    ...{ repository: { name: 'r', exists: true }, hostIds: [] },
  })
  expect(none.map(({ action }) => action)).not.toContain('route53:ChangeResourceRecordSets')
  expect(none.map(({ action }) => action)).not.toContain('ecr:CreateRepository')
})

test('an action counts as allowed only if it is allowed on all its resources', () => {
  expect(
    checkRights([
      { action: 'ssm:SendCommand', kind: 'allowed' },
      { action: 'ssm:SendCommand', kind: 'refused', reason: 'no policy allows it' },
      { action: 'ssm:PutParameter', kind: 'allowed' },
      { action: 'ssm:PutParameter', kind: 'unknown', reason: 'a policy depends on aws:SourceIp' },
      { action: 'ecr:PutImage', kind: 'allowed' },
    ]),
  ).toMatchObject([
    { state: 'ok', detail: 'AWS would allow ecr:PutImage' },
    { state: 'failed', detail: 'AWS would refuse ssm:SendCommand: no policy allows it' },
    { state: 'unknown', detail: 'whether AWS allows ssm:PutParameter is not known: a policy depends on aws:SourceIp' },
  ])
})

test('what AWS would refuse for one reason is one row', () => {
  const refused = (action: string, reason: string) => ({ action, kind: 'refused', reason }) as const
  expect(
    checkRights([
      refused('ecr:PutImage', 'no policy allows it on web'),
      refused('ecr:UploadLayerPart', 'no policy allows it on web'),
      refused('ssm:SendCommand', 'no policy allows it on i-1'),
      refused('ssm:SendCommand', 'no policy allows it on i-2'),
    ]).map(({ detail }) => detail),
  ).toEqual([
    'AWS would refuse ecr:PutImage, ecr:UploadLayerPart: no policy allows it on web',
    'AWS would refuse ssm:SendCommand: no policy allows it on i-1',
  ])
})
