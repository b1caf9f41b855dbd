import { describe, expect, test } from '@jest/globals'
import { ATTACKS } from './attacks.ts'
import { OWN_RECORDS } from './attacks-on-names.ts'
import { EVERYTHING, mutantsOf } from './mutants.ts'
import { launch } from './requests.ts'
import { mayAll } from './simulate.ts'
import type { Held } from './simulate.ts'
import { setupTemplate } from './template.ts'

const { Runner, SeeNames, ChangeNames } = setupTemplate({
  ...{ GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web', VpcId: 'vpc-1' },
  ...{ HostedZoneId: 'Z1', Names: 'shop.example.com,pr-*.shop.example.com,\\052.wild.example.com' },
})
const runner: Held = [...Runner.Properties.Policies, SeeNames.Properties, ChangeNames.Properties]
const rows = Object.entries(ATTACKS)
const OTHER_ACCOUNT = /111122223333/

describe.each(rows)('%s', (_, requests) => {
  test('is denied', async () => {
    expect(await mayAll(runner, requests)).toBe(false)
  })

  test('would be an attack, if the role could do everything', async () => {
    const reachable = !requests.some(({ resource }) => OTHER_ACCOUNT.test(resource))
    expect(await mayAll([EVERYTHING], requests)).toBe(reachable)
  })
})

test.each(Object.entries(OWN_RECORDS))('what the attacks on names change is allowed as it is: %s', async (_, requests) => {
  expect(await mayAll(runner, requests)).toBe(true)
})

test('the launch that the attacks change is allowed as it is', async () => {
  expect(await mayAll(runner, launch())).toBe(true)
})

describe.each(mutantsOf(runner).map((mutant) => [mutant.name, mutant] as const))('the policy with %s', (_, mutant) => {
  test('lets an attack through', async () => {
    const against = rows.filter(([, requests]) => requests.some(({ action }) => mutant.actions.includes(action)))
    const through: string[] = []
    for (const [name, requests] of against) if (await mayAll(mutant.held, requests)) through.push(name)
    expect(through).not.toEqual([])
  })
})
