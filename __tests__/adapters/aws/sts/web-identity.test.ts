import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { webIdentityRole } from '../../../../src/adapters/aws/sts/web-identity.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { fakeClock } from '../../../fakes/clock.ts'

const sts = mockClient(STSClient)
const ROLE = { arn: 'arn:aws:iam::111122223333:role/deploy', audience: 'sts.amazonaws.com', sessionName: 'octo.web@7.1', seconds: 900 }
const CLAIMS = { iss: 'https://token.actions.githubusercontent.com', sub: 'repo:octo/web:ref:refs/heads/main', aud: ROLE.audience }
const TOKEN = `head.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.signature`
const KEY = "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation"

let masked: string[]
let asked: string[]
let clock: ReturnType<typeof fakeClock>
beforeEach(() => {
  sts.reset()
  ;[masked, asked, clock] = [[], [], fakeClock()]
})

function session() {
  const tokens = { issue: async (audience: string) => (asked.push(audience), TOKEN) }
  return webIdentityRole(new STSClient({ region: 'us-east-1' }), { role: ROLE, tokens, clock, mask: (secret) => masked.push(secret) })()
}

describe('a role', () => {
  const expiration = new Date('2026-11-23T13:00:00Z')
  const Credentials = { AccessKeyId: 'ASIA1', SecretAccessKey: 'secret', SessionToken: 'session', Expiration: expiration }

  it('is assumed with the token of the job, and its credentials are masked', async () => {
    sts.on(AssumeRoleWithWebIdentityCommand).resolves({ Credentials })
    expect(await session()).toEqual({ accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'session', expiration })
    expect(masked).toEqual(['ASIA1', 'secret', 'session'])
    expect(asked).toEqual(['sts.amazonaws.com'])
    const [call] = sts.commandCalls(AssumeRoleWithWebIdentityCommand)
    expect(call?.args[0].input).toEqual({
      RoleArn: ROLE.arn,
      RoleSessionName: 'octo.web@7.1',
      WebIdentityToken: TOKEN,
      DurationSeconds: 900,
    })
  })

  it('is requested again with a new token if AWS could not reach the keys of GitHub', async () => {
    sts.on(AssumeRoleWithWebIdentityCommand).rejectsOnce(awsError('InvalidIdentityTokenException', KEY)).resolves({ Credentials })
    await expect(session()).resolves.toMatchObject({ accessKeyId: 'ASIA1' })
    expect(asked).toHaveLength(2)
    expect(clock.slept).toEqual([1000])
  })
})

describe('a refusal', () => {
  it('shows the claims of the token and the trust that would match, never the token', async () => {
    sts.on(AssumeRoleWithWebIdentityCommand).rejects(awsError('AccessDenied', `Not authorized to perform sts:AssumeRoleWithWebIdentity`))
    const error = await session().catch((cause: unknown) => cause)
    expect(error).toMatchObject({
      name: 'DeployError',
      code: 'role-not-assumed',
      hint: expect.stringContaining('`environment: production`'),
    })
    const { message } = error as Error
    expect(message.split('\n  ')).toEqual([
      `AWS did not let this job assume ${ROLE.arn}: Not authorized to perform sts:AssumeRoleWithWebIdentity. Its identity token says:`,
      'sub: `repo:octo/web:ref:refs/heads/main`',
      'aud: `sts.amazonaws.com`',
      'iss: `https://token.actions.githubusercontent.com`',
      'environment: none',
      expect.stringContaining('"token.actions.githubusercontent.com:sub":"repo:octo/web:ref:refs/heads/main"'),
    ])
    expect(asked).toHaveLength(1)
  })

  it('masks the token if AWS repeats it', async () => {
    sts.on(AssumeRoleWithWebIdentityCommand).rejects(awsError('ValidationError', `Value '${TOKEN}' at 'webIdentityToken' failed`))
    const error = await session().catch((cause: unknown) => cause)
    expect(String(error)).toContain("Value '***'")
    expect(JSON.stringify([error, String((error as Error).cause)])).not.toContain(TOKEN)
  })

  it('is final after several failures to reach the keys', async () => {
    sts.on(AssumeRoleWithWebIdentityCommand).rejects(awsError('InvalidIdentityToken', KEY))
    await expect(session()).rejects.toMatchObject({ code: 'role-not-assumed' })
    expect(clock.slept).toEqual([1000, 3000, 9000])
  })
})

it.each(['IDPCommunicationErrorException', 'ThrottlingException'])('treats %s as temporary', async (name) => {
  sts.on(AssumeRoleWithWebIdentityCommand).rejects(awsError(name))
  await expect(session()).rejects.toMatchObject({ code: 'aws-unavailable', message: expect.stringContaining('AssumeRoleWithWebIdentity') })
})
