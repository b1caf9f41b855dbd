import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { describe, expect } from '@jest/globals'
import { startIdentityProvider, tokenFor, withSessionsOf } from '../../local/github/identity.ts'
import type { IdentityProvider, JobClaims } from '../../local/github/identity.ts'
import type { Check } from '../../src/domain/checkup/check.ts'
import { stretched, until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { reached } from './support/reached.ts'
import { assume, AUDIENCE, createProvider, createRole } from './support/roles.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { ActOptions, Bed } from './support/test-bed.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'

const JOB = { sub: 'repo:octo-org/web:environment:production', environment: 'production' }
const BRANCH = { sub: 'repo:octo-org/web:ref:refs/heads/main' }

let bed: Bed
let provider: IdentityProvider
let role: string
let first: ActionRun

const trusted = given(async () => {
  bed = await openBed()
  provider = await startIdentityProvider()
  atEnd(() => provider.stop())
  await provider.knownTo(bed.cloud)
  await createProvider(bed.cloud)
  role = await createRole(bed.cloud, 'Runner', 'production')
})
const deployed = given(async () => {
  await trusted()
  first = ended(await act(), 'deployed')
})
beforeEach(trusted)

/** Runs the action in a job that has nothing but its identity. */
function act(
  inputs: Readonly<Record<string, string | undefined>> = {},
  job: JobClaims = JOB,
  options: ActOptions = {},
): Promise<ActionRun> {
  const { env, ...rest } = options
  const nothing = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' }
  return bed.act({ 'role-to-assume': role, ...inputs }, { env: { ...nothing, ...provider.forJob(job), ...env }, ...rest })
}

const assumptions = async () => (await bed.cloud.calls()).filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity')

/** What a run has said or handed on, but for what it told the runner to hide. */
function said({ stdout, stderr, summary, outputs, state, post }: ActionRun): string {
  const log = [stdout, stderr, post?.stdout, post?.stderr].join('\n').replace(/^::add-mask::.*$/gm, '')
  return [log, summary, JSON.stringify([outputs, state])].join('\n')
}

function expectNoSecretIn(run: ActionRun): void {
  const secrets = [...provider.issued, ...run.masks]
  expect(secrets.length).toBeGreaterThan(3)
  expect(run.masks).toEqual(expect.arrayContaining([expect.stringMatching(/^eyJ/), expect.stringMatching(/^ASIA/)]))
  expect(secrets.filter((secret) => said(run).includes(secret))).toEqual([])
}

describe('a job with nothing but its identity', () => {
  it('deploys with the role that trusts it, in a session named after the run', async () => {
    await deployed()
    expect(await visit(first.outputs['url'] ?? '')).toMatch(/^[0-9a-f]{8}$/)
    const [call, ...others] = await assumptions()
    expect(others).toEqual([])
    expect(call).toMatchObject({ status: 200, params: { RoleArn: role, RoleSessionName: 'octo-org.web@1001.1', DurationSeconds: '3600' } })
    expectNoSecretIn(first)
  })

  it('can run a canary for longer than a session', async () => {
    await deployed()
    const before = (await assumptions()).length
    await bed.commit()
    const canary = { 'canary-steps': `50%:${await stretched(12)}`, 'canary-inconclusive': 'promote', 'deploy-timeout': '8h' }
    const run = ended(await withSessionsOf(5, bed.cloud, () => act(canary)), 'deployed')
    expect((await assumptions()).length).toBeGreaterThan(before + 1)
    expectNoSecretIn(run)
  })

  it('releases its lease even if it is killed', async () => {
    await deployed()
    await bed.commit()
    const kill = new AbortController()
    const acting = act({ env: 'BEHAVIOUR=slow-boot\nBOOT_MS=600000' }, JOB, { kill: kill.signal })
    const sent = async () => (await bed.calls()).filter(({ operation }) => operation === 'SendCommand').length
    const before = await sent()
    await reached(acting, 'the order', async () => (await sent()) > before)
    kill.abort()
    const run = await acting
    expect(run.post).toMatchObject({ code: 0, stdout: expect.stringContaining('Released the lease of the run.') })
    expect(run.post?.stdout).toMatch(/^Cancelled the command /m)
    expect(said(run)).not.toContain(provider.issued.at(-1))
    ended(await act(), 'deployed')
  })
})

describe('the doctor', () => {
  const rights = (run: ActionRun) =>
    (JSON.parse(run.outputs['checks'] ?? '[]') as readonly Check[]).filter(({ area }) => area === 'Permissions')

  it('asks IAM what the role could change', async () => {
    await deployed()
    const asked = { command: 'doctor', port: undefined }
    const without = ended(await act(asked), 'failed', 'unhealthy-setup')
    for (const action of ['ssm:PutParameter', 'ssm:SendCommand', 'ecr:PutImage'])
      expect(rights(without)).toContainEqual({
        ...{ area: 'Permissions', state: 'failed' },
        detail: expect.stringMatching(new RegExp(`^AWS would refuse .*${action}.*: no policy allows it on arn:aws:`)),
        fix: expect.stringMatching(new RegExp(`^Allow .*${action}`)),
      })
    const Statement = [{ Effect: 'Allow', Action: ['ssm:*', 'ecr:*'], Resource: '*' }]
    const policy = { PolicyName: 'all', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }) }
    await new IAMClient(bed.cloud.observer).send(new PutRolePolicyCommand({ RoleName: role.split('/').at(-1), ...policy }))
    const allowed = ended(await act(asked), 'reported')
    expect(rights(allowed)).toEqual([
      {
        area: 'Permissions',
        state: 'ok',
        detail: expect.stringMatching(/ec2:RunInstances.*ssm:PutParameter.*ssm:SendCommand.*ecr:PutImage/),
      },
    ])
  })
})

describe('a job that the role does not trust', () => {
  it.each<[string, JobClaims, Readonly<Record<string, string>>, string, RegExp]>([
    ['of no environment', BRANCH, {}, 'Not authorized to perform sts:AssumeRoleWithWebIdentity', /give the job the environment/i],
    [
      'of another environment',
      { sub: JOB.sub.replace('production', 'staging'), environment: 'staging' },
      {},
      'Not authorized',
      /trust this subject/,
    ],
    [
      'of a pull request',
      { sub: 'repo:octo-org/web:pull_request' },
      {},
      'Not authorized',
      /Do not let a role that deploys trust pull requests/,
    ],
    ['of another repository', { ...JOB, sub: 'repo:mallory/web:environment:production' }, {}, 'Not authorized', /trust this subject/],
    ['with another audience', JOB, { audience: 'https://example.com' }, 'Incorrect token audience', /input audience/],
    ['for longer than the role allows', JOB, { 'role-duration': '12h' }, 'MaxSessionDuration', /role-duration/],
  ])('%s is refused, with the claims of its token and the trust policy that would match', async (_, job, inputs, words, hint) => {
    const from = (await bed.cloud.calls()).length
    const run = ended(await act(inputs, job), 'failed', 'role-not-assumed')
    const error = errorOf(run) ?? ''
    expect(error).toContain(words)
    expect(error).toContain(`sub: \`${job.sub}\``)
    const shown = words.startsWith('Not authorized') && !job.sub.endsWith(':pull_request')
    expect(error.includes(`"token.actions.githubusercontent.com:sub":"${job.sub}"`)).toBe(shown)
    expect(error).toMatch(hint)
    expect(run.summary).toContain(`<code>${job.sub.replaceAll('_', '&#95;')}</code>`)
    expect((await bed.calls(from)).map(({ operation }) => operation)).toEqual(['AssumeRoleWithWebIdentity'])
    expect(said(run)).not.toContain(provider.issued.at(-1))
  })

  it('fails with the reason if GitHub issues no token', async () => {
    provider.failing = 403
    const run = await act().finally(() => (provider.failing = undefined))
    expect(errorOf(ended(run, 'failed', 'no-identity-token'))).toContain('id-token: write')
  })

  it('is refused before any call without the permission to request a token', async () => {
    const from = (await bed.cloud.calls()).length
    const run = await bed.act({ 'role-to-assume': role }, { env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' } })
    expect(errorOf(ended(run, 'refused', 'inputs'))).toContain('role-to-assume: the job cannot ask GitHub for an identity token')
    expect(await bed.calls(from)).toEqual([])
  })
})

describe("the cloud's STS", () => {
  const token = async (job: JobClaims = JOB, audience = AUDIENCE) => (await tokenFor(audience, provider.forJob(job))) ?? ''

  it('ends sessions', async () => {
    const { AWS_ACCESS_KEY_ID: accessKeyId = '' } = await withSessionsOf(1, bed.cloud, async () => assume(bed.cloud, role, await token()))
    const sts = new STSClient({
      region: 'us-east-1',
      endpoint: bed.cloud.env['AWS_ENDPOINT_URL'] ?? '',
      credentials: { accessKeyId, secretAccessKey: 'x' },
    })
    const error = await until('the end of the session', () =>
      sts.send(new GetCallerIdentityCommand({})).then(
        () => undefined,
        (cause: unknown) => cause,
      ),
    )
    expect(error).toMatchObject({ name: 'ExpiredToken' })
  })

  it.each<[string, (real: string) => string, string]>([
    ['whose signature is of others', (real) => `${real.slice(0, -8)}AAAAAAAA`, 'verification key'],
    [
      'whose claims somebody changed',
      (real) =>
        real.replace(
          /\.[^.]+\./,
          `.${encoded({ ...JOB, iss: 'https://token.actions.githubusercontent.com', aud: AUDIENCE, iat: 1, exp: 9_999_999_999 })}.`,
        ),
      'verification key',
    ],
    [
      'of another issuer',
      (real) =>
        real.replace(/\.[^.]+\./, `.${encoded({ ...JOB, iss: 'https://example.com', aud: AUDIENCE, iat: 1, exp: 9_999_999_999 })}.`),
      'No OpenIDConnect provider found in your account for https://example.com',
    ],
    ['that is none', () => 'nothing', 'not a valid JWT'],
  ])('refuses a token %s', async (_, forged, words) => {
    await expect(assume(bed.cloud, role, forged(await token()))).rejects.toThrow(words)
  })

  it('refuses a role that does not exist', async () => {
    await expect(assume(bed.cloud, `${role}-2`, await token())).rejects.toThrow('Not authorized to perform sts:AssumeRoleWithWebIdentity')
  })
})

function encoded(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url')
}
