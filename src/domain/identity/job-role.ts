/** The role that a job assumes with its identity token. None of it is secret. */
export interface JobRole {
  readonly arn: string
  /** The token's audience. */
  readonly audience: string
  /** How long one set of credentials is valid. */
  readonly seconds: number
}

/** Constant during a run. */
export interface RunRole extends JobRole {
  /** CloudTrail shows it; at most 64 characters. */
  readonly sessionName: string
}

/** `arn:aws:iam::111122223333:role/deploy`, with or without a path. */
export const ROLE_ARN = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/

/** The AWS partition of a region: `aws`, `aws-cn` or `aws-us-gov`. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** The account and partition in a role's ARN. */
export function placeOf(arn: string): { readonly partition: string; readonly accountId: string } {
  const [, partition = '', , , accountId = ''] = arn.split(':')
  return { partition, accountId }
}

/** In China, STS has another name: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export function standardAudience(roleArn: string): string {
  return placeOf(roleArn).partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
}
