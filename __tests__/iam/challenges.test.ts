import { describe, expect, test } from '@jest/globals'
import { hostPolicy } from '../../src/domain/host/host-policy.ts'
import { mutantsOf } from './mutants.ts'
import { call } from './requests.ts'
import { mayAll } from './simulate.ts'
import type { Held, Request } from './simulate.ts'
import { ACCOUNT, setupTemplate } from './template.ts'

const STACK = { GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' }
const { HostRole } = setupTemplate({ ...STACK, ChallengeNames: '_acme-challenge.shop.example.com,_acme-challenge.www.example.com' })
const host: Held = HostRole.Properties.Policies
const ZONE = 'arn:aws:route53:::hostedzone/Z0123456789ABC'
const CHANGE = 'route53:ChangeResourceRecordSets'

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html */
function change(names: string[], types: string[] = ['TXT']): readonly Request[] {
  return call(CHANGE, ZONE, {
    [`${CHANGE}NormalizedRecordNames`]: names,
    [`${CHANGE}RecordTypes`]: types,
    [`${CHANGE}Actions`]: ['UPSERT'],
  })
}

const ATTACKS: Readonly<Record<string, readonly Request[]>> = {
  'lead its name elsewhere': change(['shop.example.com'], ['A']),
  'give its challenge to others to answer': change(['_acme-challenge.shop.example.com'], ['CNAME']),
  'let others answer it, and itself beside': change(['_acme-challenge.shop.example.com'], ['TXT', 'NS']),
  'prove that another name is its own': change(['_acme-challenge.example.com']),
  'prove it in the same batch': change(['_acme-challenge.shop.example.com', '_acme-challenge.bank.example.com']),
  'change the mail of the zone': change(['example.com']),
  'make a zone': call('route53:CreateHostedZone', '*'),
  'delete the zone': call('route53:DeleteHostedZone', ZONE),
}

describe('a host that answers challenges', () => {
  test('is what the action would make', () => {
    const service = { name: 'web', environment: 'production' }
    const made = hostPolicy({
      service,
      region: 'us-east-1',
      accountId: ACCOUNT,
      repositories: [],
      challenged: ['shop.example.com', 'www.example.com'],
    })
    const own = made.Statement.filter(({ Action }) => Action[0]?.startsWith('route53:'))
    const stack = host
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action }) => [Action].flat()[0]?.startsWith('route53:'))
    expect(stack.map((one) => ({ ...one, Action: [one.Action].flat() }))).toEqual(own)
  })

  test.each([
    ['answer one', change(['_acme-challenge.shop.example.com'])],
    ['see what it answered', call('route53:ListResourceRecordSets', ZONE)],
    ['find the zone', call('route53:ListHostedZonesByName', '*')],
    ['wait until it is there', call('route53:GetChange', 'arn:aws:route53:::change/C1')],
  ])('may %s', async (_, requests) => {
    expect(await mayAll(host, requests)).toBe(true)
  })

  test.each(Object.entries(ATTACKS))('may not %s', async (_, requests) => {
    expect(await mayAll(host, requests)).toBe(false)
  })

  test.each(mutantsOf(host).flatMap((mutant) => (mutant.name.includes(' without ForAllValues') ? [[mutant.name, mutant] as const] : [])))(
    'could, by %s',
    async (_, mutant) => {
      const through = await Promise.all(Object.values(ATTACKS).map((requests) => mayAll(mutant.held, requests)))
      expect(through).toContain(true)
    },
  )

  test('has no right to records if it answers no challenges', () => {
    const { HostRole: other } = setupTemplate(STACK)
    expect(JSON.stringify(other)).not.toContain('route53')
  })
})
