import type { Context } from '../../context.ts'
import { failed, ok, warning } from '../../domain/checkup/check.ts'
import type { Check } from '../../domain/checkup/check.ts'
import { freezeOf, freezeWords } from '../../domain/lease/freeze.ts'
import type { Architecture } from '../../domain/platform.ts'

/** A run gets here only with credentials that AWS accepts. */
export async function lookAtIdentity({ config, accountId }: Context): Promise<readonly Check[]> {
  const { role, region } = config
  const by = role === undefined ? 'with the credentials of the job' : `by ${role.arn}`
  return [ok('Identity', `account ${accountId}, ${region}, ${by}`)]
}

/** Whether the token reads commits, which decides whether an older commit can be refused. */
export async function lookAtGithub({ config, commits }: Context): Promise<readonly Check[]> {
  const { commit } = config.job
  const known = await commits.compare(commit, commit)
  if (known !== undefined) return [ok('GitHub', 'the token reads the commits of the repository')]
  const detail = 'GitHub did not return the commits of the repository, so the action cannot refuse an older commit'
  return [warning('GitHub', detail, 'Give the job `permissions: contents: read`, and leave github-token as it is.')]
}

/** Whether new hosts reach AWS and the registry. */
export async function lookAtNetwork({ config, networks, vpcs }: Context): Promise<readonly Check[]> {
  const subnets = await networks.subnets(config.host.subnetIds)
  const closed = await vpcs.withoutWayOut(subnets)
  if (closed.length > 0) {
    const detail = `no route leads from ${closed.join(', ')} to the internet`
    const fix =
      'Add a route to an internet gateway or NAT gateway, or VPC endpoints for ssm, ssmmessages, ec2messages, ecr.api, ecr.dkr and s3.'
    return [warning('Network', detail, fix)]
  }
  const places = subnets.map(({ id, zone }) => `${id} (${zone})`).join(', ')
  return [ok('Network', `${places} in ${[...new Set(subnets.map(({ vpcId }) => vpcId))].join(', ')}`)]
}

/** Whether the machine image runs on the instance type. */
export async function lookAtMachine(ctx: Context): Promise<readonly Check[]> {
  const { ami, instanceType } = ctx.config.host
  const architecture = await ctx.catalog.architectureOf(instanceType)
  const image = await imageOf(ctx, ami, architecture)
  if (image.architecture === architecture) return [ok('Machine', `${instanceType} with ${image.id}, ${architecture}`)]
  const detail = `${image.id} is for ${image.architecture}, but ${instanceType} is ${architecture}`
  return [failed('Machine', detail, 'Leave the input ami empty, or choose ami and instance-type with the same architecture.')]
}

async function imageOf({ catalog }: Context, ami: string | undefined, architecture: Architecture) {
  if (ami === undefined) return { id: await catalog.defaultAmi(architecture), architecture }
  return { id: ami, architecture: (await catalog.describeAmi(ami)).architecture }
}

/** Which role new hosts get. */
export async function lookAtHostRole({ config, hostRoles }: Context): Promise<readonly Check[]> {
  const { instanceProfile } = config.host
  if (instanceProfile !== undefined) return [ok('Host role', `new hosts get ${instanceProfile}`)]
  const profile = await hostRoles.find(config.service, config.region)
  if (profile !== undefined) return [ok('Host role', `new hosts get ${profile}`)]
  const detail = 'there is no role for hosts yet, so a deploy has to create it'
  return [
    warning(
      'Host role',
      detail,
      'Deploy docs/iam/setup.yaml, whose stack has the role, or let the role of this run create roles (docs/permissions.md).',
    ),
  ]
}

/** Whether the repository of images is there, or can be created, and is our own. */
export async function lookAtRegistry({ config, repositories }: Context): Promise<readonly Check[]> {
  const { repository } = config.image
  const [{ registry }, found] = await Promise.all([repositories.credentials(), repositories.find(repository, 'none')])
  if (found.kind === 'no-repository') return [ok('Registry', `the first deploy creates ${registry}/${repository}`)]
  await repositories.assertOwn(repository)
  return [ok('Registry', `${registry}/${repository}`)]
}

/** What is recorded as live, and whether deploys are frozen. */
export async function lookAtRecord({ config, records, clock }: Context): Promise<readonly Check[]> {
  const record = await records.read(config.service)
  const freeze = freezeOf(record, clock.now())
  if (freeze !== undefined) return [warning('Record', `frozen: ${freezeWords(freeze)}`, 'Run command: unfreeze when deploys may go on.')]
  return [ok('Record', record === undefined ? 'nothing is deployed yet' : `${record.release} is recorded as live`)]
}
