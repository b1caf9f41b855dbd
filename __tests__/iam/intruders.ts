/** Attacks by roles that are let in beside the workflow's own: who promotes from here, the run that promotes, and a guest on the hosts of others. */
import type { Attacks } from './requests.ts'
import { onNeighbours } from './attacks.ts'
import { call, command, ECR, EC2, IAM, INSTANCE, SECRETS, SHELL, SSM, tags } from './requests.ts'
import type { Held, Request } from './simulate.ts'
import { resolvedTemplate, setupTemplate } from './template.ts'

const STATUS = `${SSM}:document/docker-to-ec2-status`
const parameter = (path: string): string => `${SSM}:parameter/docker-to-ec2/${path}`
const MACHINE = `${SSM}:managed-instance/mi-0123456789abcdef0`

/** A machine outside of EC2 can carry any tags. */
const sendOutside = (document: string, service = 'web', environment = 'production'): readonly Request[] => [
  { action: 'ssm:SendCommand', resource: document },
  { action: 'ssm:SendCommand', resource: MACHINE, context: tags('ssm:resourceTag', service, environment) },
]

/** What reads a neighbour's record and images. */
const READS: Attacks = onNeighbours((service, environment) => ({
  [`read the record of ${service} (${environment})`]: call('ssm:GetParameter', parameter(`${service}/${environment}/release`)),
  [`read the history of ${service} (${environment})`]: call('ssm:GetParameterHistory', parameter(`${service}/${environment}/release`)),
  [`pull the images of ${service} (${environment})`]: call('ecr:BatchGetImage', `${ECR}/${service}/${environment}`),
}))

const { PromoteHere, PromoteFromElsewhere, Promoter, AskHosts } = setupTemplate({
  ...{ GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web', PromoteFrom: 'test' },
  ...{ PromoteFromRole: `${IAM}:role/promoter`, PromotedBy: `${IAM}:role/runner` },
})
const GUEST = resolvedTemplate('guest.yaml', {
  ...{ Owner: 'web', HostRoleName: 'host', Guest: 'cart', GuestRunnerRoleName: 'runner' },
})

const PREVIEWS = resolvedTemplate('guest.yaml', {
  ...{ Owner: 'web', HostRoleName: 'host', Guest: 'cart', GuestRunnerRoleName: 'runner' },
  ...{ GuestEnvironment: 'pr', GuestEnvironmentPattern: 'pr-*' },
})

export interface Intruder {
  readonly who: string
  readonly held: Held
  readonly attacks: Attacks
  /** What it is there for, and may do. */
  readonly may: readonly (readonly Request[])[]
}

const promoter: Intruder = {
  who: 'the role that others promote by',
  held: [...Promoter.Properties.Policies, AskHosts.Properties],
  attacks: {
    ...READS,
    ...onNeighbours((service, environment) => ({
      [`ask the host of ${service} (${environment})`]: command(STATUS, tags('ssm:resourceTag', service, environment)),
    })),
    'read a secret': call('ssm:GetParameter', parameter('web/production/password')),
    'write the record': call('ssm:PutParameter', parameter('web/production/release')),
    'push an image': call('ecr:PutImage', `${ECR}/web/production`),
    'send a shell script': command(SHELL, tags('ssm:resourceTag')),
    'send a document of the account': command(`${SSM}:document/own-shell`, tags('ssm:resourceTag')),
    'ask a host without tags': command(STATUS, {}),
    'ask a machine outside of EC2': sendOutside(STATUS),
  },
  may: [
    call('ssm:GetParameter', parameter('web/production/release')),
    call('ecr:BatchGetImage', `${ECR}/web/production`),
    command(STATUS, tags('ssm:resourceTag')),
  ],
}

const promotingRun: Intruder = {
  who: 'what a run gets that promotes',
  held: [PromoteHere.Properties, PromoteFromElsewhere.Properties],
  attacks: {
    ...READS,
    'read a secret of where it promotes from': call('ssm:GetParameter', parameter('web/test/password')),
    'write the record of where it promotes from': call('ssm:PutParameter', parameter('web/test/release')),
    'push to where it promotes from': call('ecr:PutImage', `${ECR}/web/test`),
    'send to the host of where it promotes from': command(SHELL, tags('ssm:resourceTag', 'web', 'test')),
    'take another role': call('sts:AssumeRole', `${IAM}:role/admin`),
    'take another role of that path': call('sts:AssumeRole', `${IAM}:role/promoter-admin`),
  },
  may: [
    call('ssm:GetParameter', parameter('web/test/release')),
    call('ecr:BatchGetImage', `${ECR}/web/test`),
    call('sts:AssumeRole', `${IAM}:role/promoter`),
  ],
}

const guestRun: Intruder = {
  who: 'what the workflow of a guest gets',
  held: [GUEST.CommandsOfGuest.Properties],
  attacks: {
    ...onNeighbours((service, environment) => ({
      [`send to the host of ${service} (${environment})`]: call('ssm:SendCommand', INSTANCE, tags('ssm:resourceTag', service, environment)),
    })),
    'send to a host without tags': call('ssm:SendCommand', INSTANCE),
    'send to a machine outside of EC2': call('ssm:SendCommand', MACHINE, tags('ssm:resourceTag')),
    'terminate the host of its owner': call('ec2:TerminateInstances', INSTANCE, tags('aws:ResourceTag')),
    'take the address of its owner': call('ec2:DisassociateAddress', `${EC2}:elastic-ip/eipalloc-1`, tags('aws:ResourceTag')),
    'write the record of its owner': call('ssm:PutParameter', parameter('web/production/release')),
    'open a shell on the host': call('ssm:StartSession', INSTANCE, tags('ssm:resourceTag')),
  },
  may: [call('ssm:SendCommand', INSTANCE, tags('ssm:resourceTag'))],
}

const guestHost: Intruder = {
  who: 'what the role of the hosts gets for a guest',
  held: [GUEST.HostForGuest.Properties],
  attacks: {
    ...onNeighbours((service, environment) => ({
      [`pull the images of ${service} (${environment})`]: call('ecr:BatchGetImage', `${ECR}/${service}/${environment}`),
      [`read the parameters of ${service} (${environment})`]: call('ssm:GetParameters', parameter(`${service}/${environment}/password`)),
      [`read the secrets of ${service} (${environment})`]: call(
        'secretsmanager:GetSecretValue',
        `${SECRETS}:docker-to-ec2/${service}/${environment}/db-AbCdEf`,
      ),
    })),
    'read parameters of a service whose name begins alike': call('ssm:GetParameters', parameter('cart-eu/production/password')),
    'read parameters of an environment whose name begins alike': call('ssm:GetParameters', parameter('cart/production-eu/password')),
    'write parameters of the guest': call('ssm:PutParameter', parameter('cart/production/password')),
    'push an image of the guest': call('ecr:PutImage', `${ECR}/cart/production`),
  },
  may: [
    call('ecr:BatchGetImage', `${ECR}/cart/production`),
    call('ssm:GetParameters', parameter('cart/production/password')),
    call('secretsmanager:GetSecretValue', `${SECRETS}:docker-to-ec2/cart/production/db-AbCdEf`),
  ],
}

const previewHost: Intruder = {
  who: 'what the role of the hosts gets for previews',
  held: [PREVIEWS.HostForGuest.Properties],
  attacks: {
    'read the parameters of production': call('ssm:GetParameters', parameter('cart/production/password')),
    'read the secrets of production': call('secretsmanager:GetSecretValue', `${SECRETS}:docker-to-ec2/cart/production/db-AbCdEf`),
    'pull the images of production': call('ecr:BatchGetImage', `${ECR}/cart/production`),
    'read the parameters of previews of another service': call('ssm:GetParameters', parameter('web/pr-12/password')),
    'write parameters of a preview': call('ssm:PutParameter', parameter('cart/pr-12/password')),
    'push an image of a preview': call('ecr:PutImage', `${ECR}/cart/pr-12`),
  },
  may: [
    call('ecr:BatchGetImage', `${ECR}/cart/pr-12`),
    call('ssm:GetParameters', parameter('cart/pr-12/password')),
    call('ssm:PutParameter', parameter('cart/pr-12/kept-certificates/a')),
    call('secretsmanager:GetSecretValue', `${SECRETS}:docker-to-ec2/cart/pr-shared/tls-AbCdEf`),
  ],
}

export const INTRUDERS: readonly Intruder[] = [promoter, promotingRun, guestRun, guestHost, previewHost]
