import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { startIdentityProvider } from '../../local/github/identity.ts'
import type { IdentityProvider } from '../../local/github/identity.ts'
import { connectIdentity } from '../../src/connect/identity.ts'
import { savedRole } from '../../src/connect/post-cleanup.ts'
import { fakeClock } from '../fakes/clock.ts'

const ROLE = { arn: 'arn:aws:iam::111122223333:role/deploy', audience: 'sts.amazonaws.com', sessionName: 'octo.web@7.1', seconds: 3600 }
const JOB = { sub: 'repo:octo/web:environment:production', environment: 'production' }
const sts = mockClient(STSClient)
let provider: IdentityProvider

beforeAll(async () => void (provider = await startIdentityProvider()))
afterAll(() => provider.stop())
afterEach(() => {
  sts.reset()
  for (const name of Object.keys(process.env)) if (/^(STATE|ACTIONS_ID)_/.test(name)) delete process.env[name]
})

test('without a role, clients find the credentials of the job', () => {
  expect(connectIdentity(undefined, 'us-east-1', fakeClock())).toEqual({})
})

test('all clients of a run share one session, by a token that GitHub signed for its audience', async () => {
  Object.assign(process.env, provider.forJob(JOB))
  const clock = fakeClock()
  const Credentials = { AccessKeyId: 'ASIA1', SecretAccessKey: 's', SessionToken: 't', Expiration: new Date(clock.now() + 3_600_000) }
  sts.on(AssumeRoleWithWebIdentityCommand).resolves({ Credentials })
  const { credentials } = connectIdentity(ROLE, 'us-east-1', clock)
  const given = await Promise.all([credentials?.(), credentials?.()])
  expect(given.map((one) => one?.accessKeyId)).toEqual(['ASIA1', 'ASIA1'])
  const calls = sts.commandCalls(AssumeRoleWithWebIdentityCommand)
  expect(calls.map(({ args }) => args[0].input)).toMatchObject([
    { RoleArn: ROLE.arn, RoleSessionName: 'octo.web@7.1', DurationSeconds: 3600, WebIdentityToken: provider.issued.at(-1) },
  ])
})

test.each([
  ['that of the run', JSON.stringify(ROLE), ROLE],
  ['none, where the run had none', '', undefined],
  ['none, where the note is damaged', '{"arn":1}', undefined],
])('the role of the post phase is %s', (_, state, expected) => {
  process.env['STATE_role'] = state
  expect(savedRole()).toEqual(expected)
})
