import { readFile } from 'node:fs/promises'
import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeAddressesCommand,
  DescribeInstancesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeVolumesCommand,
  EC2Client,
  ReleaseAddressCommand,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { CreateRepositoryCommand, DescribeImagesCommand, ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr'
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import {
  CancelCommandCommand,
  DescribeInstanceInformationCommand,
  GetCommandInvocationCommand,
  GetParameterCommand,
  SendCommandCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import type { Change } from '@aws-sdk/client-route-53'
import { describe, expect } from '@jest/globals'
import { type Cloud, startCloud } from '../../local/cloud.ts'
import { createHostedZone, resolverOf } from '../../local/hosted-zones.ts'
import { run } from '../../local/machine/exec.ts'
import { stretched, until } from '../../local/machine/patience.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'

const REGION = 'us-east-1'
/** What an agent's command does not find by itself. */
const TOOLS = 'PATH=$PATH:/opt/test/bin;'
const AMI = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64'

let cloud: Cloud
let ec2: EC2Client
let ssm: SSMClient
let ecr: ECRClient
let iam: IAMClient
let id = ''
let image = ''

const launched = given(async () => {
  cloud = await startCloud({ readyLayer: true })
  atEnd(() => cloud.stop())
  const config = {
    region: REGION,
    endpoint: cloud.env['AWS_ENDPOINT_URL']!,
    credentials: { accessKeyId: cloud.env['AWS_ACCESS_KEY_ID']!, secretAccessKey: 'local' },
    maxAttempts: 1,
  }
  ec2 = new EC2Client(config)
  ssm = new SSMClient(config)
  ecr = new ECRClient(config)
  iam = new IAMClient(config)
  await createRole()
  image = (await ssm.send(new GetParameterCommand({ Name: AMI }))).Parameter?.Value ?? ''
  id = await launch('first')
  await until('the agent', () => pingStatus().then((status) => status === 'Online'))
})
beforeEach(launched)

async function createRole(): Promise<void> {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  }
  const allow = (Action: string[], Resource: string) => ({ Effect: 'Allow', Action, Resource })
  const policy = {
    Version: '2012-10-17',
    Statement: [
      allow(['ecr:GetAuthorizationToken'], '*'),
      allow(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], `arn:aws:ecr:${REGION}:*:repository/web`),
      allow(['ssm:GetParameter'], `arn:aws:ssm:${REGION}:*:parameter/web/*`),
      allow(['secretsmanager:GetSecretValue'], `arn:aws:secretsmanager:${REGION}:*:secret:web/*`),
    ],
  }
  const role = { RoleName: 'host' }
  await iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: JSON.stringify(trust) }))
  await iam.send(new PutRolePolicyCommand({ ...role, PolicyName: 'host', PolicyDocument: JSON.stringify(policy) }))
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'host' }))
  await iam.send(new AddRoleToInstanceProfileCommand({ ...role, InstanceProfileName: 'host' }))
}

async function launch(token: string, more: object = {}): Promise<string> {
  const reservation = await ec2.send(
    new RunInstancesCommand({
      ImageId: image,
      InstanceType: 't3.small',
      MinCount: 1,
      MaxCount: 1,
      ClientToken: token,
      IamInstanceProfile: { Name: 'host' },
      UserData: Buffer.from('#!/bin/sh\necho booted >>/root/user-data\n').toString('base64'),
      TagSpecifications: [{ ResourceType: 'network-interface', Tags: [{ Key: 'mine', Value: 'yes' }] }],
      ...more,
    }),
  )
  return reservation.Instances?.[0]?.InstanceId ?? ''
}

async function instance(instanceId = id) {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }))
  return Reservations?.[0]?.Instances?.[0]
}

async function pingStatus(): Promise<string | undefined> {
  const { InstanceInformationList } = await ssm.send(
    new DescribeInstanceInformationCommand({ Filters: [{ Key: 'InstanceIds', Values: [id] }] }),
  )
  return InstanceInformationList?.[0]?.PingStatus
}

async function send(script: string, executionTimeout = 600): Promise<string> {
  const parameters = { commands: [script], executionTimeout: [String(executionTimeout)] }
  const sent = await ssm.send(
    new SendCommandCommand({ DocumentName: 'AWS-RunShellScript', InstanceIds: [id], Parameters: parameters, TimeoutSeconds: 600 }),
  )
  return sent.Command?.CommandId ?? ''
}

async function result(CommandId: string) {
  const invocation = await until('the command', async () => {
    const found = await ssm.send(new GetCommandInvocationCommand({ CommandId, InstanceId: id }))
    return ['Pending', 'InProgress', 'Cancelling'].includes(found.Status ?? '') ? undefined : found
  })
  const { Status, ResponseCode, StandardOutputContent: stdout = '', StandardErrorContent: stderr = '' } = invocation
  return { Status, ResponseCode, stdout, stderr }
}

const remote = async (script: string, executionTimeout?: number) => result(await send(script, executionTimeout))

describe('a host', () => {
  it('begins with the layer of the base image but no image, and loses it with the last image that has it', async () => {
    const host = await cloud.host(id)
    const docker = async (...argv: string[]) => (await host.exec(['docker', ...argv])).stdout
    await until('its Docker daemon', async () => (await docker('info', '--format', '{{.ID}}')) !== '')
    expect(await docker('images', '--all', '--quiet')).toBe('')
    expect(await docker('pull', cloud.baseImage)).toContain('Already exists')
    await docker('rmi', cloud.baseImage)
    expect(await docker('pull', cloud.baseImage)).toContain('Pull complete')
    await docker('rmi', cloud.baseImage)
  })

  it('is a separate machine, whose addresses answer', async () => {
    const { PublicIpAddress, PrivateIpAddress } = (await instance())!
    const host = await cloud.host(id)
    expect([PublicIpAddress, PrivateIpAddress]).toEqual([host.address, host.address])
    const booted = async () => (await host.exec(['cat', '/root/user-data'])).stdout || undefined
    expect(await until('the user data', booted)).toBe('booted\n')
    expect((await host.exec(['docker', 'info', '--format', '{{.ServerVersion}}'])).code).toBe(0)
  })

  it('is launched once for each client token', async () => {
    expect(await launch('first')).toBe(id)
    await expect(launch('first', { InstanceType: 't3.large' })).rejects.toThrow(/inconsistent/)
  })

  it('is not launched without an existing instance profile', async () => {
    const missing = launch('other', { IamInstanceProfile: { Name: 'missing' } })
    await expect(missing).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('Invalid IAM Instance Profile name'),
    })
  })

  it('keeps its Elastic IP over a reboot, during which its agent is offline', async () => {
    const { AllocationId, PublicIp } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }))
    await ec2.send(new AssociateAddressCommand({ AllocationId, InstanceId: id }))
    expect((await instance())?.PublicIpAddress).toBe(PublicIp)
    const host = await cloud.host(id)
    await host.reboot()
    await host.exec(['docker', 'run', '-d', '--network', 'host', cloud.proxyImage, 'caddy', 'respond', '--listen', ':80', 'hello'])
    expect(await until('an answer', async () => (await fetch(`http://${PublicIp}/`)).text())).toBe('hello')
    await expect(ec2.send(new ReleaseAddressCommand({ AllocationId }))).rejects.toThrow(/in use/)
    expect((await host.exec(['cat', '/root/user-data'])).stdout).toBe('booted\n')
  })
})

describe('Run Command', () => {
  it.each<[string, object]>([
    ['echo out; echo err >&2', { Status: 'Success', ResponseCode: 0, stdout: 'out\n', stderr: 'err\n' }],
    ['exit 3', { Status: 'Failed', ResponseCode: 3, stdout: '', stderr: '' }],
    ['#!/bin/bash\necho ${BASH_VERSION:0:1} "${HOME-no home}"', { Status: 'Success', ResponseCode: 0, stdout: '5 no home\n', stderr: '' }],
    ['kill -9 $$', { Status: 'TimedOut', ResponseCode: 137, stdout: '', stderr: 'Killed\n' }],
  ])('%j', async (script, expected) => {
    expect(await remote(script)).toEqual(expected)
  })

  it('keeps the first 24,000 characters', async () => {
    expect((await remote('yes 123456789 | head -c 5000000')).stdout).toHaveLength(24_000)
  })

  it('reboots the host on exit code 194 and runs the script again', async () => {
    const script = 'echo run >>/root/runs; [ "$(wc -l </root/runs)" -gt 1 ] || exit 194; cat /root/runs'
    expect(await remote(script)).toMatchObject({ Status: 'Success', stdout: 'run\nrun\n' })
  })

  it.each([['timeout'], ['cancel']])('kills the process group on %s, and nothing else', async (how) => {
    const host = await cloud.host(id)
    const script = `setsid sleep 600 & echo $!; trap "echo trapped" EXIT TERM; touch /root/trapping-${how}; sleep 600`
    const command = await send(script, how === 'timeout' ? Number.parseInt(await stretched(5), 10) : 600)
    await until('the trap', async () => (await host.exec(['test', '-e', `/root/trapping-${how}`])).code === 0)
    if (how === 'cancel') await ssm.send(new CancelCommandCommand({ CommandId: command }))
    const { Status, stdout } = await result(command)
    expect(Status).toBe(how === 'cancel' ? 'Cancelled' : 'TimedOut')
    expect(stdout).toMatch(/^\d+\n$/)
    const survivor = await host.exec(['kill', stdout.trim()])
    expect(survivor.code).toBe(0)
  })

  it('refuses a host whose agent is offline', async () => {
    const host = await cloud.host(id)
    await host.stopAgent()
    expect(await pingStatus()).toBe('ConnectionLost')
    await expect(send('true')).rejects.toMatchObject({ name: 'InvalidInstanceId' })
    await host.startAgent()
    expect(await pingStatus()).toBe('Online')
  })
})

describe('faults', () => {
  it('occur as often as requested, where they match', async () => {
    const capacity = { service: 'ec2', operation: 'RunInstances', kind: 'error', code: 'InsufficientInstanceCapacity' } as const
    await cloud.fault([
      { ...capacity, match: { SubnetId: 'subnet-none' } },
      { service: 'ssm', operation: 'SendCommand', kind: 'throttle', times: 1 },
    ])
    await expect(launch('faulty', { SubnetId: 'subnet-none' })).rejects.toMatchObject({ name: 'InsufficientInstanceCapacity' })
    await expect(send('true')).rejects.toMatchObject({ name: 'ThrottlingException' })
    expect(await remote('true')).toMatchObject({ Status: 'Success' })
  })

  it('can deliver a command twice', async () => {
    await cloud.fault([{ service: 'ssm', operation: 'agent', kind: 'twice', times: 1 }])
    await remote('echo delivered >>/root/deliveries')
    await cloud.fault([])
    expect((await remote('cat /root/deliveries')).stdout).toBe('delivered\ndelivered\n')
  })
})

describe('permissions of a host', () => {
  const aws = `${TOOLS} aws --region ${REGION} --output text`

  it.each([
    ['/web/secret', `ssm get-parameter --with-decryption --query Parameter.Value --name`],
    ['web/secret', 'secretsmanager get-secret-value --query SecretString --secret-id'],
  ])('reads %s and not another', async (name, command) => {
    for (const path of [name, name.replace('web', 'other')]) {
      if (name.startsWith('/')) await cloud.observe('ssm', 'PutParameter', { Name: path, Value: 'hidden', Type: 'SecureString' })
      else await cloud.observe('secretsmanager', 'CreateSecret', { Name: path, SecretString: 'hidden' })
    }
    expect((await remote(`${aws} ${command} ${name}`)).stdout).toBe('hidden\n')
    const denied = await remote(`${aws} ${command} ${name.replace('web', 'other')}`)
    expect(denied.stderr).toMatch(/AccessDeniedException.*is not authorized to perform/)
    const calls = await cloud.calls()
    expect(calls.filter((call) => call.principal === `host:${id}`).at(-1)).toMatchObject({ status: 400 })
  })

  it('does not extend to containers: their packets do not reach the metadata service', async () => {
    const host = await cloud.host(id)
    const token = ['-X', 'PUT', '-H', 'X-aws-ec2-metadata-token-ttl-seconds: 60', 'http://169.254.169.254/latest/api/token']
    expect((await host.exec(['curl', '-sf', ...token])).code).toBe(0)
    const probe = `fetch('http://169.254.169.254/', { signal: AbortSignal.timeout(1000) }).then((a) => a.status, (e) => e.name).then((word) => (console.log(word), process.exit()))`
    expect((await host.exec(['docker', 'run', '--rm', cloud.baseImage, 'node', '-e', probe])).stdout).toBe('TimeoutError\n')
  })
})

describe('ECR', () => {
  const docker = (...argv: string[]) => run(['docker', ...argv], { env: { ...cloud.env, HOME: cloud.dir } })

  const names = () => [`${cloud.registry}/web:1`, `${cloud.registry}/other:1`] as const
  /** An image is in the repository `web`, and another one has no repository. */
  const pushed = given(async () => {
    await launched()
    await ecr.send(new CreateRepositoryCommand({ repositoryName: 'web', imageTagMutability: 'IMMUTABLE' }))
    const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}))
    const [user = '', password = ''] = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64')
      .toString()
      .split(':')
    expect((await docker('login', '--username', user, '--password', password, cloud.registry)).code).toBe(0)
    for (const name of names()) await docker('tag', cloud.baseImage, name)
    expect((await docker('push', names()[0])).code).toBe(0)
  })

  it('accepts pushes to existing repositories, and protects immutable tags', async () => {
    await pushed()
    const [web, other] = names()
    expect((await docker('push', other)).stderr).toContain("repository with name 'other' does not exist")
    expect((await docker('push', web)).code).toBe(0)
    await docker('pull', cloud.proxyImage)
    await docker('tag', cloud.proxyImage, web)
    expect((await docker('push', web)).stderr).toContain('cannot be overwritten because the tag is immutable')
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: 'web' }))
    expect(imageDetails).toMatchObject([{ imageTags: ['1'], imageDigest: expect.stringMatching(/^sha256:/) }])
  })

  it('lets a host pull what its role allows', async () => {
    await pushed()
    await ecr.send(new CreateRepositoryCommand({ repositoryName: 'foreign' }))
    const login = `aws --region ${REGION} ecr get-login-password | docker login -u AWS --password-stdin ${cloud.registry}`
    expect(await remote(`${TOOLS} export HOME=/root; ${login} && docker pull ${cloud.registry}/web:1`)).toMatchObject({ Status: 'Success' })
    expect((await remote(`${TOOLS} HOME=/root docker pull ${cloud.registry}/foreign:1`)).stderr).toContain(
      'not authorized to perform: ecr:BatchGetImage',
    )
  })
})

describe('a hosted zone', () => {
  const record = (name: string, type: 'A' | 'CNAME', value: string): Change => ({
    Action: 'CREATE',
    ResourceRecordSet: { Name: name, Type: type, TTL: 60, ResourceRecords: [{ Value: value }] },
  })

  it('applies a batch completely or not at all, and nothing beside a CNAME', async () => {
    const zone = await createHostedZone(cloud, 'example.com')
    await zone.change(record('a.example.com', 'A', '192.0.2.1'))
    const again = record('a.example.com', 'A', '192.0.2.2')
    await expect(zone.change(record('b.example.com', 'A', '192.0.2.1'), again)).rejects.toThrow('already exists')
    await expect(zone.change(record('a.example.com', 'CNAME', 'b.example.com'))).rejects.toThrow('conflicts with other records')
    await expect(zone.change({ ...again, Action: 'DELETE' })).rejects.toThrow('do not match the current values')
    await expect(zone.change(record('a.example.org', 'A', '192.0.2.1'))).rejects.toThrow('not permitted in zone')
    expect(await zone.records()).toEqual(['a.example.com A 192.0.2.1'])
    expect(await resolverOf(cloud).resolve4('a.example.com')).toEqual(['192.0.2.1'])
  })
})

it('leaves nothing after a teardown in the order that AWS requires', async () => {
  const { GroupId } = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'web', Description: 'web' }))
  const second = await launch('second', { SecurityGroupIds: [GroupId] })
  await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId }))).rejects.toMatchObject({ name: 'DependencyViolation' })
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id, second] }))
  for (const gone of [id, second]) await until('the end', async () => (await instance(gone))?.State?.Name === 'terminated')
  await ec2.send(new DeleteSecurityGroupCommand({ GroupId }))
  for (const { AllocationId } of (await ec2.send(new DescribeAddressesCommand({}))).Addresses ?? []) {
    await ec2.send(new ReleaseAddressCommand({ AllocationId }))
  }
  expect((await ec2.send(new DescribeVolumesCommand({}))).Volumes).toEqual([])
  expect((await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces).toEqual([])
  expect((await run(['/usr/bin/docker', 'ps', '-aq', '--filter', `label=docker-to-ec2.cloud=${cloud.id}`])).stdout).toBe('')
  expect(await readFile(`${cloud.dir}/aws.log`, 'utf8')).not.toContain('Traceback')
})
