/** What a recorded call to AWS asks of IAM: resources and condition keys, as AWS gives them to the action. */
import type { Call } from '../../local/aws/requests.ts'
import type { Service } from '../../src/domain/service.ts'
import { EC2, ECR, IAM, SECRETS, SSM, tags } from './requests.ts'
import type { Context, Request } from './simulate.ts'
import { ACCOUNT } from './template.ts'

type Params = Readonly<Record<string, unknown>>
/** `action`: where it is another one than the call's own. */
type Ask = (params: Params, owner: Owner) => readonly (readonly [resource: string, context?: Context, action?: string])[]

/** Whose tags the hosts and their security groups and addresses carry, and the name of the role that the hosts have. */
export interface Owner extends Service {
  readonly hostRole: string
}

const everything: Ask = () => [['*']]
const parameterArn = (name: unknown): string => `${SSM}:parameter/${String(name).replace(/^\//, '')}`
const parameter: Ask = ({ Name }) => [[parameterArn(Name)]]
const repository: Ask = ({ repositoryName, repositoryNames }) =>
  [repositoryNames ?? repositoryName].flat().map((name) => [`${ECR}/${String(name)}`] as const)
const role: Ask = ({ RoleName }) => [[`${IAM}:role/docker-to-ec2/${String(RoleName)}`]]
const profile: Ask = ({ InstanceProfileName }) => [[`${IAM}:instance-profile/docker-to-ec2/${String(InstanceProfileName)}`]]

/** Lists of the query protocol: `InstanceId.1`, `InstanceId.2`. */
function listed(params: Params, name: string): readonly string[] {
  return Object.entries(params).flatMap(([key, value]) => (new RegExp(`^${name}\\.\\d+$`).test(key) ? [String(value)] : []))
}

/** The tags that a call gives to one kind of resource. */
function requestTags(params: Params, kind: string): Context {
  const [prefix] = Object.keys(params).flatMap((key) => {
    const at = /^(TagSpecification\.\d+)\.ResourceType$/.exec(key)?.[1]
    return at !== undefined && params[key] === kind ? [at] : []
  })
  const keys = Object.keys(params).filter((key) => prefix !== undefined && key.startsWith(`${prefix}.Tag.`) && key.endsWith('.Key'))
  const pairs = keys.map((key) => [String(params[key]), String(params[key.replace(/Key$/, 'Value')])] as const)
  return { ...Object.fromEntries(pairs.map(([key, value]) => [`aws:RequestTag/${key}`, value])), 'aws:TagKeys': pairs.map(([key]) => key) }
}

const heldBy = ({ name, environment }: Service): Context => tags('aws:ResourceTag', name, environment)
const NEW = '0123456789abcdef0'

/** AWS asks whoever creates with tags whether they may tag, too: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html */
function tagging(params: Params, operation: string, kinds: Readonly<Record<string, string>>): ReturnType<Ask> {
  const context = (kind: string): Context => ({ ...requestTags(params, kind), 'ec2:CreateAction': operation })
  return Object.entries(kinds).map(([kind, id]) => [`${EC2}:${kind}/${id}-${NEW}`, context(kind), 'ec2:CreateTags'])
}

/** And whoever gives a role to a host: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function passing(params: Params, { hostRole }: Owner): ReturnType<Ask> {
  if (params['IamInstanceProfile.Name'] === undefined) return []
  return [[`${IAM}:role/docker-to-ec2/${hostRole}`, { 'iam:PassedToService': 'ec2.amazonaws.com' }, 'iam:PassRole']]
}

const runInstances: Ask = (params, owner) => [
  ...passing(params, owner),
  ...tagging(params, 'RunInstances', { instance: 'i', volume: 'vol', 'network-interface': 'eni' }),
  [
    `${EC2}:instance/i-${NEW}`,
    { ...requestTags(params, 'instance'), 'ec2:MetadataHttpTokens': String(params['MetadataOptions.HttpTokens']) },
  ],
  [`${EC2}:volume/vol-${NEW}`, { 'ec2:Encrypted': String(params['BlockDeviceMapping.1.Ebs.Encrypted']) }],
  [`${EC2}:network-interface/eni-${NEW}`, requestTags(params, 'network-interface')],
  ...listed(params, 'NetworkInterface\\.1\\.SecurityGroupId').map((id) => [`${EC2}:security-group/${id}`, heldBy(owner)] as const),
  [`${EC2}:subnet/${String(params['NetworkInterface.1.SubnetId'])}`, { 'ec2:Vpc': `${EC2}:vpc/vpc-1` }],
  [`arn:aws:ec2:us-east-1::image/${String(params['ImageId'])}`],
  ...(params['InstanceMarketOptions.MarketType'] === 'spot' ? [[`${EC2}:spot-instances-request/sir-${NEW}`] as const] : []),
]

const hostedZone = (id: unknown): string => `arn:aws:route53:::hostedzone/${String(id)}`

interface Change {
  readonly Action: string
  readonly ResourceRecordSet: { readonly Name: string; readonly Type: string }
}

/** Names as Route 53 normalizes them: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html */
const changeRecords: Ask = ({ HostedZoneId, ChangeBatch }) => {
  const { Changes } = ChangeBatch as { readonly Changes: readonly Change[] }
  const each = (pick: (change: Change) => string): string[] => [...new Set(Changes.map(pick))]
  const context = {
    'route53:ChangeResourceRecordSetsNormalizedRecordNames': each(({ ResourceRecordSet: { Name } }) => Name.replace('*', '\\052')),
    'route53:ChangeResourceRecordSetsRecordTypes': each(({ ResourceRecordSet: { Type } }) => Type),
    'route53:ChangeResourceRecordSetsActions': each(({ Action }) => Action),
  }
  return [[hostedZone(HostedZoneId), context]]
}

const ASKS: Readonly<Record<string, Ask>> = {
  'ec2:RunInstances': runInstances,
  'ec2:CreateSecurityGroup': (params) => [
    [`${EC2}:security-group/sg-${NEW}`, requestTags(params, 'security-group')],
    [`${EC2}:vpc/${String(params['VpcId'])}`],
    ...tagging(params, 'CreateSecurityGroup', { 'security-group': 'sg' }),
  ],
  'ec2:AllocateAddress': (params) => [
    [`${EC2}:elastic-ip/eipalloc-${NEW}`, requestTags(params, 'elastic-ip')],
    ...tagging(params, 'AllocateAddress', { 'elastic-ip': 'eipalloc' }),
  ],
  'ec2:AuthorizeSecurityGroupIngress': (params, owner) => [[`${EC2}:security-group/${String(params['GroupId'])}`, heldBy(owner)]],
  'ec2:AssociateAddress': (params, owner) => [
    [`${EC2}:elastic-ip/${String(params['AllocationId'])}`, heldBy(owner)],
    [`${EC2}:instance/${String(params['InstanceId'])}`, heldBy(owner)],
  ],
  'ec2:ReleaseAddress': (params, owner) => [[`${EC2}:elastic-ip/${String(params['AllocationId'])}`, heldBy(owner)]],
  'ec2:DeleteSecurityGroup': (params, owner) => [[`${EC2}:security-group/${String(params['GroupId'])}`, heldBy(owner)]],
  'ec2:TerminateInstances': (params, owner) => listed(params, 'InstanceId').map((id) => [`${EC2}:instance/${id}`, heldBy(owner)] as const),
  'ec2:StartInstances': (params, owner) => listed(params, 'InstanceId').map((id) => [`${EC2}:instance/${id}`, heldBy(owner)] as const),
  'ec2:StopInstances': (params, owner) => listed(params, 'InstanceId').map((id) => [`${EC2}:instance/${id}`, heldBy(owner)] as const),
  'ssm:SendCommand': ({ DocumentName, InstanceIds }, { name, environment }) => [
    [`arn:aws:ssm:us-east-1:${ACCOUNT}:document/${String(DocumentName)}`],
    ...([InstanceIds ?? []].flat() as string[]).map((id) => [`${EC2}:instance/${id}`, tags('ssm:resourceTag', name, environment)] as const),
  ],
  'route53:ChangeResourceRecordSets': changeRecords,
  'route53:ListResourceRecordSets': ({ HostedZoneId }) => [[hostedZone(HostedZoneId)]],
  'route53:GetHostedZone': ({ Id }) => [[hostedZone(Id)]],
  'route53:GetChange': ({ Id }) => [[`arn:aws:route53:::change/${String(Id)}`]],
  'ssm:GetParameters': ({ Names }) => [Names].flat().map((name) => [parameterArn(name)] as const),
  'secretsmanager:DescribeSecret': ({ SecretId }) => [[`${SECRETS}:${String(SecretId)}-AbCdEf`]],
  'ecr:ListTagsForResource': ({ resourceArn }) => [[String(resourceArn)]],
  ...Object.fromEntries(
    ['GetParameter', 'GetParameterHistory', 'PutParameter', 'DeleteParameter'].map((name) => [`ssm:${name}`, parameter]),
  ),
  ...Object.fromEntries(['GetRole', 'GetRolePolicy'].map((name) => [`iam:${name}`, role])),
  'iam:GetInstanceProfile': profile,
}

/** Services whose requests are signed by another name than IAM has for them. */
const SIGNED_AS: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' }

export function requestsOf(
  { service, operation, params }: Pick<Call, 'service' | 'operation' | 'params'>,
  owner: Owner,
): readonly Request[] {
  const action = `${SIGNED_AS[service] ?? service}:${operation}`
  if (action === 'sts:GetCallerIdentity') return []
  const usual = service === 'ecr' && operation !== 'GetAuthorizationToken' ? repository : everything
  return (ASKS[action] ?? usual)(params, owner).map(([resource, context, other]) => ({
    action: other ?? action,
    resource,
    ...(context && { context }),
  }))
}
