import { partitionOf } from '../identity/job-role.ts'
import { keptCertificates, parameterPath } from '../service.ts'
import type { Service } from '../service.ts'

interface PolicyStatement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

export interface Policy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly PolicyStatement[]
}

export interface HostPolicySpec {
  readonly service: Service
  readonly region: string
  readonly accountId: string
  /** Names of the ECR repositories that the host can pull from. */
  readonly repositories: readonly string[]
  /** Names, including wildcards, for which the host answers an authority's challenges in Route 53. */
  readonly challenged?: readonly string[]
}

/** Who can assume the role: EC2, for instances with its profile. In China, EC2 has another name. */
export function hostTrust(region: string) {
  const Service = `ec2.amazonaws.com${suffixOf(region)}`
  const statement = { Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' } as const
  return { Version: '2012-10-17', Statement: [statement] } as const
}

/** All rights of a host: connect to SSM, pull its images, read its own secrets, store its certificates. Never `ssm:SendCommand`. */
export function hostPolicy(spec: HostPolicySpec): Policy {
  return {
    Version: '2012-10-17',
    Statement: [beReached(), ...pullImages(spec), ...readSecrets(spec), keepCertificates(spec), ...answerChallenges(spec)],
  }
}

/**
 * The agent's rights for Run Command. None of these actions can be limited to an instance before it is registered.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
 */
function beReached(): PolicyStatement {
  const actions = {
    ssm: ['UpdateInstanceInformation'],
    ssmmessages: ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'],
    ec2messages: ['AcknowledgeMessage', 'DeleteMessage', 'FailMessage', 'GetEndpoint', 'GetMessages', 'SendReply'],
  }
  const all = Object.entries(actions).flatMap(([prefix, names]) => names.map((name) => `${prefix}:${name}`))
  return { Sid: 'BeReachedBySsm', Effect: 'Allow', Action: all, Resource: '*' }
}

function pullImages(spec: HostPolicySpec): PolicyStatement[] {
  if (spec.repositories.length === 0) return []
  const arns = spec.repositories.map((name) => arn(spec, 'ecr', `repository/${name}`))
  const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']
  return [
    { Sid: 'LogInToEcr', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
    { Sid: 'PullImages', Effect: 'Allow', Action: pull, Resource: arns },
  ]
}

function readSecrets(spec: HostPolicySpec): PolicyStatement[] {
  const path = parameterPath(spec.service)
  const via = ['ssm', 'secretsmanager'].map((name) => `${name}.${spec.region}.amazonaws.com${suffixOf(spec.region)}`)
  return [
    {
      Sid: 'ReadParameters',
      Effect: 'Allow',
      Action: ['ssm:GetParameter', 'ssm:GetParameters'],
      Resource: arn(spec, 'ssm', `parameter${path}/*`),
    },
    {
      Sid: 'ReadSecrets',
      Effect: 'Allow',
      Action: ['secretsmanager:GetSecretValue'],
      Resource: arn(spec, 'secretsmanager', `secret:${path.slice(1)}/*`),
    },
    {
      Sid: 'DecryptThem',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: arn(spec, 'kms', 'key/*'),
      Condition: { StringEquals: { 'kms:ViaService': via } },
    },
  ]
}

/**
 * Encrypted with the Parameter Store key that every account has. It needs no permission of its own:
 * https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
 */
function keepCertificates(spec: HostPolicySpec): PolicyStatement {
  const Resource = arn(spec, 'ssm', `parameter${keptCertificates(spec.service)}/*`)
  return { Sid: 'KeepCertificates', Effect: 'Allow', Action: ['ssm:PutParameter'], Resource }
}

/**
 * TXT records of exactly these names, in any zone.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html
 */
function answerChallenges({ region, challenged = [] }: HostPolicySpec): PolicyStatement[] {
  if (challenged.length === 0) return []
  const zones = `arn:${partitionOf(region)}:route53:::hostedzone/*`
  const change = 'route53:ChangeResourceRecordSets'
  return [
    {
      Sid: 'AnswerChallenges',
      Effect: 'Allow',
      Action: [change],
      Resource: zones,
      Condition: {
        'ForAllValues:StringEquals': {
          [`${change}NormalizedRecordNames`]: challengesOf(challenged),
          [`${change}RecordTypes`]: ['TXT'],
        },
      },
    },
    { Sid: 'SeeAnswers', Effect: 'Allow', Action: ['route53:ListResourceRecordSets'], Resource: zones },
    { Sid: 'FindZones', Effect: 'Allow', Action: ['route53:GetChange', 'route53:ListHostedZonesByName'], Resource: '*' },
  ]
}

/** The records that prove control over names to an authority: RFC 8555, 8.4. A wildcard uses that of its parent name. */
function challengesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => `_acme-challenge.${name.replace(/^\*\./, '')}`))].toSorted()
}

function suffixOf(region: string): string {
  return region.startsWith('cn-') ? '.cn' : ''
}

function arn({ region, accountId }: HostPolicySpec, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`
}
