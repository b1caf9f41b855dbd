import { names } from './attacks-on-names.ts'
import type { Context } from './simulate.ts'
import type { Attacks } from './requests.ts'
import { call, command, EC2, ECR, GROUP, IAM, INSTANCE, INTERFACE, launch, SECRETS, SHELL, SSM, tags } from './requests.ts'

const parameter = (path: string): string => `${SSM}:parameter/docker-to-ec2/${path}`
const instance = (context: Context) => launch({ instance: { context } })
const ROLE = `${IAM}:role/docker-to-ec2/stack-HostRole-1A2B3C`
const TO_EC2 = { 'iam:PassedToService': 'ec2.amazonaws.com' }
const KEYS = { 'aws:TagKeys': ['docker-to-ec2:service', 'docker-to-ec2:environment', 'docker-to-ec2:managed', 'Name'] }
const V2 = { 'ec2:MetadataHttpTokens': 'required' }

/** Others whose names begin or end alike, or whose halves are cut elsewhere. */
const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ['db', 'production'],
  ['web', 'staging'],
  ['web', 'production-eu'],
  ['web-eu', 'production'],
  ['eu-web', 'production'],
  ['web', 'eu-production'],
]

export const onNeighbours = (attack: (service: string, environment: string) => Attacks): Attacks =>
  Object.assign({}, ...NEIGHBOURS.map(([service, environment]) => attack(service, environment)))

const hosts: Attacks = {
  ...onNeighbours((service, environment) => {
    const who = `${service} (${environment})`
    const held = tags('aws:ResourceTag', service, environment)
    return {
      [`launch a host for ${who}`]: instance({ ...tags('aws:RequestTag', service, environment), ...KEYS, ...V2 }),
      [`send to the host of ${who}`]: command(SHELL, tags('ssm:resourceTag', service, environment)),
      [`terminate the host of ${who}`]: call('ec2:TerminateInstances', INSTANCE, held),
      [`start the host of ${who}`]: call('ec2:StartInstances', INSTANCE, held),
      [`stop the host of ${who}`]: call('ec2:StopInstances', INSTANCE, held),
    }
  }),
  'launch a host without tags': instance({ ...V2 }),
  'launch a host that is not marked as managed': instance({ ...tags('aws:RequestTag', 'web', 'production', 'false'), ...KEYS, ...V2 }),
  'launch a host with a tag of others': instance({ ...tags('aws:RequestTag'), ...V2, 'aws:TagKeys': [...KEYS['aws:TagKeys'], 'team'] }),
  'launch a host with IMDSv1': instance({ ...tags('aws:RequestTag'), ...KEYS, 'ec2:MetadataHttpTokens': 'optional' }),
  'launch on a plain volume': launch({ volume: { context: { 'ec2:Encrypted': 'false' } } }),
  'launch on a copy of another disk': launch({ snapshot: { resource: `arn:aws:ec2:us-east-1::snapshot/snap-0123456789abcdef0` } }),
  'launch with a key pair': launch({ key: { resource: `${EC2}:key-pair/admin` } }),
  'terminate a host that it did not launch': call(
    'ec2:TerminateInstances',
    INSTANCE,
    tags('aws:ResourceTag', 'web', 'production', 'false'),
  ),
  'send to a host without tags': command(SHELL, {}),
  'send another document': command(SHELL.replace('RunShellScript', 'RunRemoteScript'), tags('ssm:resourceTag')),
  'send a document of another account': command('arn:aws:ssm:us-east-1:111122223333:document/own-shell', tags('ssm:resourceTag')),
  'send to a managed machine that is no instance': [
    { action: 'ssm:SendCommand', resource: SHELL },
    { action: 'ssm:SendCommand', resource: `${SSM}:managed-instance/mi-0123456789abcdef0`, context: tags('ssm:resourceTag') },
  ],
  'open a shell on its host': call('ssm:StartSession', INSTANCE, tags('ssm:resourceTag')),
  'list the commands of others, with their parameters': call('ssm:ListCommands', '*'),
  'list the outputs of others': call('ssm:ListCommandInvocations', '*'),
  'give its host another role': call('ec2:AssociateIamInstanceProfile', INSTANCE, tags('aws:ResourceTag')),
  'change the metadata options of its host': call('ec2:ModifyInstanceMetadataOptions', INSTANCE, tags('aws:ResourceTag')),
}

const network: Attacks = {
  'launch with an interface that is there': launch({ interface: { resource: INTERFACE, context: {} } }),
  'launch with an interface of another service': launch({ interface: { context: tags('aws:ResourceTag', 'db') } }),
  'launch with an interface that is tagged for another service': launch({ interface: { context: tags('aws:RequestTag', 'db') } }),
  'launch with an interface that is tagged for another environment': launch({
    interface: { context: tags('aws:RequestTag', 'web', 'staging') },
  }),
  'launch with an interface that nobody manages': launch({ interface: { context: tags('aws:RequestTag', 'web', 'production', 'false') } }),
  'launch in a security group without tags': launch({ group: { context: {} } }),
  'launch in a security group of another service': launch({ group: { context: tags('aws:ResourceTag', 'db') } }),
  'launch in a security group of another environment': launch({ group: { context: tags('aws:ResourceTag', 'web', 'staging') } }),
  'launch in a security group that nobody manages': launch({ group: { context: tags('aws:ResourceTag', 'web', 'production', 'false') } }),
  'launch in another VPC': launch({ subnet: { context: { 'ec2:Vpc': `${EC2}:vpc/vpc-2` } } }),
  'make a security group in another VPC': call('ec2:CreateSecurityGroup', `${EC2}:vpc/vpc-2`),
  'open a security group without tags': call('ec2:AuthorizeSecurityGroupIngress', GROUP),
  'open a security group of another service': call('ec2:AuthorizeSecurityGroupIngress', GROUP, tags('aws:ResourceTag', 'db')),
  'delete a security group of another environment': call('ec2:DeleteSecurityGroup', GROUP, tags('aws:ResourceTag', 'web', 'staging')),
  'make a security group for another service': call('ec2:CreateSecurityGroup', GROUP, tags('aws:RequestTag', 'db')),
  'make a security group for another environment': call('ec2:CreateSecurityGroup', GROUP, tags('aws:RequestTag', 'web', 'staging')),
  'make a security group that nobody manages': call('ec2:CreateSecurityGroup', GROUP, tags('aws:RequestTag', 'web', 'production', 'false')),
  'take the address of another service': call(
    'ec2:DisassociateAddress',
    `${EC2}:elastic-ip/eipalloc-0123456789abcdef0`,
    tags('aws:ResourceTag', 'db'),
  ),
  'give its address to the host of another service': call('ec2:AssociateAddress', INSTANCE, tags('aws:ResourceTag', 'db')),
}

const tagging: Attacks = {
  'tag a host that is there': call('ec2:CreateTags', INSTANCE, tags('aws:RequestTag')),
  'tag a new volume for another service': call('ec2:CreateTags', `${EC2}:volume/vol-0123456789abcdef0`, {
    'ec2:CreateAction': 'RunInstances',
    ...tags('aws:RequestTag', 'db'),
  }),
  'tag a new volume for another environment': call('ec2:CreateTags', `${EC2}:volume/vol-0123456789abcdef0`, {
    'ec2:CreateAction': 'RunInstances',
    ...tags('aws:RequestTag', 'web', 'staging'),
  }),
  'take the tags from its host': call('ec2:DeleteTags', INSTANCE, tags('aws:ResourceTag')),
  'tag its role': call('iam:TagRole', ROLE),
  'tag its instance profile': call(
    'iam:TagInstanceProfile',
    `${IAM}:instance-profile/docker-to-ec2/docker-to-ec2.web.production.us-east-1`,
  ),
  'tag the repository of staging as its own': call('ecr:TagResource', `${ECR}/web/staging`),
}

const state: Attacks = {
  ...onNeighbours((service, environment) => ({
    [`write the record of ${service} (${environment})`]: call('ssm:PutParameter', parameter(`${service}/${environment}/release`)),
    [`delete the lease of ${service} (${environment})`]: call('ssm:DeleteParameter', parameter(`${service}/${environment}/lease`)),
    [`delete the record of ${service} (${environment})`]: call('ssm:DeleteParameter', parameter(`${service}/${environment}/release`)),
    [`delete certificates of ${service} (${environment})`]: call(
      'ssm:DeleteParameter',
      parameter(`${service}/${environment}/kept-certificates/shop.example.com`),
    ),
    [`read a parameter of ${service} (${environment})`]: call('ssm:GetParameter', parameter(`${service}/${environment}/password`)),
    [`read parameters of ${service} (${environment})`]: call('ssm:GetParameters', parameter(`${service}/${environment}/password`)),
    [`read the history of ${service} (${environment})`]: call('ssm:GetParameterHistory', parameter(`${service}/${environment}/release`)),
    [`see the secrets of ${service} (${environment})`]: call(
      'secretsmanager:DescribeSecret',
      `${SECRETS}:docker-to-ec2/${service}/${environment}/db-AbCdEf`,
    ),
  })),
  'read a secret that is named like a record': call('ssm:GetParameters', parameter('db/production/sentry/release')),
  'read a secret of all services that is named like a record': call('ssm:GetParameters', parameter('shared/release')),
  'read its own secret that is named like a record': call('ssm:GetParameters', parameter('web/production/sentry/release')),
  'read the keys of its own certificates': call('ssm:GetParameters', parameter('web/production/kept-certificates/shop.example.com')),
  'read the key of one of them': call('ssm:GetParameter', parameter('web/production/kept-certificates/shop.example.com')),
  'read a key that was': call('ssm:GetParameterHistory', parameter('web/production/kept-certificates/shop.example.com')),
  'put a certificate of its own choice in their place': call(
    'ssm:PutParameter',
    parameter('web/production/kept-certificates/shop.example.com'),
  ),
  'delete its own parameters': call('ssm:DeleteParameter', parameter('web/production/password')),
  'read its own parameters': call('ssm:GetParameter', parameter('web/production/password')),
  'overwrite its own parameters': call('ssm:PutParameter', parameter('web/production/password')),
  'read the values of a path': call('ssm:GetParametersByPath', parameter('web/production')),
  'read its own secrets': call('secretsmanager:GetSecretValue', `${SECRETS}:docker-to-ec2/web/production/db-AbCdEf`),
  'read a record of another account': call(
    'ssm:GetParameter',
    'arn:aws:ssm:us-east-1:111122223333:parameter/docker-to-ec2/web/production/release',
  ),
  'write a record of another region': call('ssm:PutParameter', parameter('web/production/release').replace('us-east-1', 'eu-west-1')),
}

const images: Attacks = {
  ...onNeighbours((service, environment) => ({
    [`push to ${service}/${environment}`]: call('ecr:PutImage', `${ECR}/${service}/${environment}`),
    [`pull from ${service}/${environment}`]: call('ecr:BatchGetImage', `${ECR}/${service}/${environment}`),
    [`delete images of ${service}/${environment}`]: call('ecr:BatchDeleteImage', `${ECR}/${service}/${environment}`),
  })),
  'push to a repository of the service alone': call('ecr:PutImage', `${ECR}/web`),
  'push below its own repository': call('ecr:PutImage', `${ECR}/web/production/other`),
  'let others pull': call('ecr:SetRepositoryPolicy', `${ECR}/web/production`),
}

const identities: Attacks = {
  'pass any role': call('iam:PassRole', `${IAM}:role/admin`, TO_EC2),
  'pass the role of the hosts of another service': call('iam:PassRole', `${IAM}:role/docker-to-ec2/stack-db-HostRole-9Z8Y7X`, TO_EC2),
  'pass its role to another service of AWS': call('iam:PassRole', ROLE, { 'iam:PassedToService': 'lambda.amazonaws.com' }),
  'pass its own role to a host': call('iam:PassRole', `${IAM}:role/stack-Runner-1A2B3C`, TO_EC2),
  'create a role': call('iam:CreateRole', `${IAM}:role/docker-to-ec2/mine`),
  'create an instance profile': call('iam:CreateInstanceProfile', `${IAM}:instance-profile/docker-to-ec2/mine`),
  'widen the role of its hosts': call('iam:PutRolePolicy', ROLE),
  'attach a policy to it': call('iam:AttachRolePolicy', ROLE),
  'change who may take it': call('iam:UpdateAssumeRolePolicy', ROLE),
  'put it into another profile': call('iam:AddRoleToInstanceProfile', `${IAM}:instance-profile/docker-to-ec2/mine`),
  'remove it': call('iam:DeleteRole', ROLE),
  'widen itself': call('iam:PutRolePolicy', `${IAM}:role/stack-Runner-1A2B3C`),
  'take another role': call('sts:AssumeRole', `${IAM}:role/admin`),
  'read the policy of another role': call('iam:GetRolePolicy', `${IAM}:role/admin`),
  'create a user': call('iam:CreateUser', `${IAM}:user/me`),
}

const elsewhere = (resource: string): string => resource.replace('us-east-1', 'eu-west-1')

const regions: Attacks = {
  'launch a host in another region': call('ec2:RunInstances', elsewhere(INSTANCE), { ...tags('aws:RequestTag'), ...KEYS, ...V2 }),
  'launch on a volume of another region': call('ec2:RunInstances', elsewhere(`${EC2}:volume/vol-1`), { 'ec2:Encrypted': 'true' }),
  'launch in a subnet of another region': call('ec2:RunInstances', elsewhere(`${EC2}:subnet/subnet-1`), { 'ec2:Vpc': `${EC2}:vpc/vpc-1` }),
  'launch in a security group of another region': call('ec2:RunInstances', elsewhere(GROUP), tags('aws:ResourceTag')),
  'make a security group in another region': call('ec2:CreateSecurityGroup', elsewhere(GROUP), tags('aws:RequestTag')),
  'tag a new host of another region': call('ec2:CreateTags', elsewhere(INSTANCE), {
    'ec2:CreateAction': 'RunInstances',
    ...tags('aws:RequestTag'),
  }),
  'terminate a host of another region': call('ec2:TerminateInstances', elsewhere(INSTANCE), tags('aws:ResourceTag')),
}

/** What the role of a workflow of `web` in `production` must not do, whoever writes the workflow. */
export const ATTACKS: Attacks = { ...hosts, ...network, ...tagging, ...state, ...images, ...identities, ...regions, ...names }
