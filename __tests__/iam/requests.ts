/** What calls to AWS ask of IAM, for a service `web` in `production` and its neighbours. */
import { ACCOUNT } from './template.ts'
import type { Context, Request } from './simulate.ts'

export const EC2 = `arn:aws:ec2:us-east-1:${ACCOUNT}`
export const SSM = `arn:aws:ssm:us-east-1:${ACCOUNT}`
export const IAM = `arn:aws:iam::${ACCOUNT}`
export const ECR = `arn:aws:ecr:us-east-1:${ACCOUNT}:repository`
export const SECRETS = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret`
export const SHELL = 'arn:aws:ssm:us-east-1:123456789012:document/AWS-RunShellScript'
export const INSTANCE = `${EC2}:instance/i-0123456789abcdef0`
export const INTERFACE = `${EC2}:network-interface/eni-0123456789abcdef0`
export const GROUP = `${EC2}:security-group/sg-0123456789abcdef0`

export type Attacks = Readonly<Record<string, readonly Request[]>>

type Prefix = 'aws:RequestTag' | 'aws:ResourceTag' | 'ssm:resourceTag'

/** Tags as condition keys. */
export function tags(prefix: Prefix, service = 'web', environment = 'production', managed = 'true'): Record<string, string> {
  return {
    [`${prefix}/docker-to-ec2:service`]: service,
    [`${prefix}/docker-to-ec2:environment`]: environment,
    ...(prefix !== 'ssm:resourceTag' && { [`${prefix}/docker-to-ec2:managed`]: managed }),
  }
}

const TAG_KEYS = { 'aws:TagKeys': ['docker-to-ec2:service', 'docker-to-ec2:environment', 'docker-to-ec2:managed', 'Name'] }
const OWN = tags('aws:RequestTag')
const LAUNCH: Readonly<Record<string, Request>> = Object.fromEntries(
  Object.entries<[string, Context]>({
    instance: [INSTANCE, { ...OWN, ...TAG_KEYS, 'ec2:MetadataHttpTokens': 'required' }],
    volume: [`${EC2}:volume/vol-0123456789abcdef0`, { ...OWN, 'ec2:Encrypted': 'true' }],
    interface: [INTERFACE, OWN],
    group: [GROUP, tags('aws:ResourceTag')],
    image: ['arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0', {}],
    subnet: [`${EC2}:subnet/subnet-0123456789abcdef0`, { 'ec2:Vpc': `${EC2}:vpc/vpc-1` }],
  }).map(([name, [resource, context]]) => [name, { action: 'ec2:RunInstances', resource, context }]),
)

/** A launch asks for each thing that it takes. `changed`: some of them with another context, or others besides. */
export function launch(changed: Readonly<Record<string, Partial<Request>>> = {}): readonly Request[] {
  const names = [...new Set([...Object.keys(LAUNCH), ...Object.keys(changed)])]
  return names.map((name) => ({ action: 'ec2:RunInstances', resource: '', ...LAUNCH[name], ...changed[name] }))
}

/** Sending a command asks for the document and for the host. */
export function command(document: string, hostTags: Context): readonly Request[] {
  return [
    { action: 'ssm:SendCommand', resource: document },
    { action: 'ssm:SendCommand', resource: INSTANCE, context: hostTags },
  ]
}

export function call(action: string, resource: string, context: Context = {}): readonly Request[] {
  return [{ action, resource, context }]
}
