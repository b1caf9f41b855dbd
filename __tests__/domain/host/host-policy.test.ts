import { expect, test } from '@jest/globals'
import { hostPolicy, hostTrust } from '../../../src/domain/host/host-policy.ts'
import { partitionOf } from '../../../src/domain/identity/job-role.ts'

const SPEC = { service: { name: 'web', environment: 'staging' }, region: 'eu-west-1', accountId: '123456789012' }

test('allows exactly this to a host', () => {
  expect(hostPolicy({ ...SPEC, repositories: ['web', 'team/proxy'] })).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'BeReachedBySsm',
        Effect: 'Allow',
        Action: [
          'ssm:UpdateInstanceInformation',
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
          'ec2messages:AcknowledgeMessage',
          'ec2messages:DeleteMessage',
          'ec2messages:FailMessage',
          'ec2messages:GetEndpoint',
          'ec2messages:GetMessages',
          'ec2messages:SendReply',
        ],
        Resource: '*',
      },
      { Sid: 'LogInToEcr', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
      {
        Sid: 'PullImages',
        Effect: 'Allow',
        Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        Resource: ['arn:aws:ecr:eu-west-1:123456789012:repository/web', 'arn:aws:ecr:eu-west-1:123456789012:repository/team/proxy'],
      },
      {
        Sid: 'ReadParameters',
        Effect: 'Allow',
        Action: ['ssm:GetParameter', 'ssm:GetParameters'],
        Resource: 'arn:aws:ssm:eu-west-1:123456789012:parameter/docker-to-ec2/web/staging/*',
      },
      {
        Sid: 'ReadSecrets',
        Effect: 'Allow',
        Action: ['secretsmanager:GetSecretValue'],
        Resource: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:docker-to-ec2/web/staging/*',
      },
      {
        Sid: 'DecryptThem',
        Effect: 'Allow',
        Action: ['kms:Decrypt'],
        Resource: 'arn:aws:kms:eu-west-1:123456789012:key/*',
        Condition: { StringEquals: { 'kms:ViaService': ['ssm.eu-west-1.amazonaws.com', 'secretsmanager.eu-west-1.amazonaws.com'] } },
      },
      {
        Sid: 'KeepCertificates',
        Effect: 'Allow',
        Action: ['ssm:PutParameter'],
        Resource: 'arn:aws:ssm:eu-west-1:123456789012:parameter/docker-to-ec2/web/staging/kept-certificates/*',
      },
    ],
  })
})

test('allows a host that answers challenges to change only their records', () => {
  const challenged = ['shop.example.com', '*.shop.example.com', 'www.example.com']
  const all = hostPolicy({ ...SPEC, repositories: [], challenged })
  const [answer, see, find] = all.Statement.slice(-3)
  expect(answer).toEqual({
    Sid: 'AnswerChallenges',
    Effect: 'Allow',
    Action: ['route53:ChangeResourceRecordSets'],
    Resource: 'arn:aws:route53:::hostedzone/*',
    Condition: {
      'ForAllValues:StringEquals': {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['_acme-challenge.shop.example.com', '_acme-challenge.www.example.com'],
        'route53:ChangeResourceRecordSetsRecordTypes': ['TXT'],
      },
    },
  })
  expect([see, find].flatMap((one) => one?.Action)).toEqual([
    'route53:ListResourceRecordSets',
    'route53:GetChange',
    'route53:ListHostedZonesByName',
  ])
  expect(JSON.stringify(hostPolicy({ ...SPEC, repositories: [] }))).not.toContain('route53')
})

test('a host that pulls nothing from ECR has no right to', () => {
  expect(JSON.stringify(hostPolicy({ ...SPEC, repositories: [] }))).not.toContain('ecr:')
})

test.each([
  ['us-east-1', 'ec2.amazonaws.com'],
  ['us-gov-west-1', 'ec2.amazonaws.com'],
  ['cn-north-1', 'ec2.amazonaws.com.cn'],
])('in %s, only %s takes the role', (region, Service) => {
  expect(hostTrust(region).Statement).toEqual([{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }])
})

test.each([
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
])('%s is in the partition %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition)
})
