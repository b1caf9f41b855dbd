import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr'
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53'
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { aws } from '../../../src/adapters/aws/errors.ts'
import { makeAuthority } from '../../fakes/certificates.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

const servers: Server[] = []
let answer: Answer
let plain: string
let untrusted: string

async function listening(server: Server, scheme: string): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  plain = await listening(
    createServer((request, response) => {
      request.resume()
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
    }),
    'http',
  )
  const { certificate: cert, key } = await (await makeAuthority()).issue('aws.test')
  untrusted = await listening(createTlsServer({ cert, key }), 'https')
})
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))))

const optionsFor = (endpoint: string) => ({
  ...{ endpoint, region: 'us-east-1', maxAttempts: 1 },
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
})
const optionsOf = () => optionsFor(plain)

const query = (code: string) => ({
  type: 'text/xml',
  body: `<ErrorResponse><Error><Code>${code}</Code><Message>busy</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
})
const ofEc2 = (code: string) => ({
  type: 'text/xml',
  body: `<Response><Errors><Error><Code>${code}</Code><Message>busy</Message></Error></Errors><RequestID>1</RequestID></Response>`,
})
const json = (code: string) => ({ type: 'application/x-amz-json-1.1', body: JSON.stringify({ __type: code, message: 'busy' }) })
const page = (body: string) => ({ type: 'text/html', body })

const CALLS = {
  cloudwatch: () => new CloudWatchClient(optionsOf()).send(new DescribeAlarmsCommand({})),
  ec2: () => new EC2Client(optionsOf()).send(new DescribeInstancesCommand({})),
  ecr: () => new ECRClient(optionsOf()).send(new DescribeRepositoriesCommand({})),
  iam: () => new IAMClient(optionsOf()).send(new GetRoleCommand({ RoleName: 'r' })),
  route53: () => new Route53Client(optionsOf()).send(new ListHostedZonesCommand({})),
  secretsmanager: () => new SecretsManagerClient(optionsOf()).send(new DescribeSecretCommand({ SecretId: 's' })),
  ssm: () => new SSMClient(optionsOf()).send(new GetParameterCommand({ Name: '/a' })),
  sts: () => new STSClient(optionsOf()).send(new GetCallerIdentityCommand({})),
}

describe('a failure of AWS is told as one, under whatever name', () => {
  it.each<[keyof typeof CALLS, number, Omit<Answer, 'status'>]>([
    ['cloudwatch', 500, json('InternalServiceFault')],
    ['ec2', 500, ofEc2('ServerInternal')],
    ['ec2', 500, ofEc2('InternalError')],
    ['ec2', 503, ofEc2('Unavailable')],
    ['ec2', 503, ofEc2('EC2ThrottledException')],
    ['ec2', 503, ofEc2('RequestLimitExceeded')],
    ['ec2', 400, ofEc2('EC2ThrottledException')],
    ['ecr', 500, json('ServerException')],
    ['ecr', 400, json('ThrottlingException')],
    ['iam', 500, query('ServiceFailure')],
    ['iam', 400, query('Throttling')],
    ['route53', 500, query('InternalFailure')],
    ['route53', 400, query('PriorRequestNotComplete')],
    ['secretsmanager', 500, json('InternalServiceError')],
    ['ssm', 500, json('InternalServerError')],
    ['ssm', 500, json('NobodyKnows')],
    ['ssm', 429, json('NobodyKnows')],
    ['ssm', 400, json('RequestThrottledException')],
    ['sts', 500, query('InternalFailure')],
    ['sts', 503, query('ServiceUnavailable')],
  ])('%s: %d %j', async (service, status, said) => {
    answer = { status, ...said }
    await expect(aws(`${service}:Call`, CALLS[service]())).rejects.toMatchObject({
      ...{ name: 'DeployError', code: 'aws-unavailable' },
      message: expect.stringMatching(new RegExp(`^AWS failed ${service}:Call several times: `)),
      hint: expect.stringContaining('Run this again'),
    })
  })

  it('except a lack of capacity, which is an answer', async () => {
    answer = { status: 500, ...ofEc2('InsufficientInstanceCapacity') }
    await expect(aws('ec2:RunInstances', CALLS.ec2())).rejects.toMatchObject({ name: 'InsufficientInstanceCapacity' })
  })
})

it.each<[keyof typeof CALLS, number, Omit<Answer, 'status'>]>([
  ['sts', 403, query('InvalidClientTokenId')],
  ['sts', 403, query('SignatureDoesNotMatch')],
  ['ssm', 400, json('InvalidSignatureException')],
  ['ssm', 400, json('UnrecognizedClientException')],
  ['ecr', 400, json('MissingAuthenticationTokenException')],
  ['ec2', 401, ofEc2('AuthFailure')],
  ['route53', 403, query('RequestTimeTooSkewed')],
])('credentials that AWS does not accept are told as such, by %s: %d %j', async (service, status, said) => {
  answer = { status, ...said }
  await expect(aws(`${service}:Call`, CALLS[service]())).rejects.toMatchObject({
    ...{ name: 'DeployError', code: 'credentials-refused', message: 'AWS does not accept the credentials of this run: busy' },
    hint: expect.stringContaining('clock'),
  })
})

describe('an answer that is not from AWS is told as such', () => {
  it.each([
    [200, '<html><head><title>Sign in</head></html>'],
    [403, '<html><head><title>Sign in</head></html>'],
    [407, '<html><head><title>Sign in</head></html>'],
    [403, '<html><body>Sign in</body></html>'],
    [503, '<html><body>Busy</body></html>'],
    [504, ''],
  ])('with status %d: %s', async (status, body) => {
    answer = { status, ...page(body) }
    for (const service of ['ec2', 'ssm', 'iam'] as const)
      await expect(aws(`${service}:Call`, CALLS[service]())).rejects.toMatchObject({
        ...{ code: 'aws-unavailable', hint: expect.stringContaining('proxy') },
        message: `The answer to ${service}:Call did not come from AWS (HTTP status ${status}).`,
      })
  })
})

/** In a process of its own: to the SDK, an error of Node's network is no error in the realm of a test. */
const PROGRAM = `
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { aws } from '${join(ROOT, 'src/adapters/aws/errors.ts')}'
const client = new SSMClient(JSON.parse(process.env.OPTIONS))
const { code, message, hint } = await aws('ssm:GetParameter', client.send(new GetParameterCommand({ Name: '/a' }))).catch((error) => error)
console.log(JSON.stringify({ code, message, hint }))`

async function failureAt(endpoint: string): Promise<unknown> {
  const env = { PATH: process.env['PATH'], OPTIONS: JSON.stringify(optionsFor(endpoint)) }
  const argv = ['--no-warnings', '--input-type=module', '--eval', PROGRAM]
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: ROOT, env })
  return JSON.parse(stdout)
}

describe('a way to AWS that fails is told as such', () => {
  it.each([
    ['DNS', 'http://ssm.invalid', 'getaddrinfo'],
    ['a closed port', 'http://127.0.0.1:1', 'ECONNREFUSED'],
  ])('by %s', async (_, endpoint, words) => {
    expect(await failureAt(endpoint)).toMatchObject({ code: 'aws-unavailable', message: expect.stringContaining(words) })
  })

  it('by a certificate that the runner does not trust', async () => {
    expect(await failureAt(untrusted)).toMatchObject({
      ...{ code: 'aws-unavailable', hint: expect.stringContaining('NODE_EXTRA_CA_CERTS') },
      message: expect.stringMatching(/^The runner does not trust the server that answered ssm:GetParameter: .*certificate/),
    })
  })
})
