import { partitionOf } from '../identity/job-role.ts'
import { leaseName, recordName, serviceTags } from '../service.ts'
import type { Service } from '../service.ts'
import { failed, ok, unknown } from './check.ts'
import type { Check } from './check.ts'

/** An action that a deploy asks AWS for. */
export interface Right {
  /** Its name in IAM, such as `ssm:PutParameter`. */
  readonly action: string
  /** ARN. */
  readonly resource: string
  /** Values of the condition keys that AWS gives to the action. */
  readonly context: Readonly<Record<string, readonly string[]>>
}

/** Whether a run has a right. `reason`: what AWS says, or why nothing tells. */
export type Verdict = { readonly action: string } & (
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
)

interface Deploying {
  readonly service: Service
  readonly region: string
  readonly accountId: string
  /** Name of the ECR repository; `exists`: false if the first deploy creates it. */
  readonly repository: { readonly name: string; readonly exists: boolean }
  readonly hostIds: readonly string[]
  readonly zoneIds: readonly string[]
  /** Names whose records the deploy makes. */
  readonly names: readonly string[]
}

const PUSH = ['BatchCheckLayerAvailability', 'InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage']
/** An id for the rights to a host before there is one. */
const ANY_HOST = 'i-00000000000000000'

/** What a deploy changes outside of EC2, whose own dry runs tell more. Not in here: what it only does without a stack of docs/iam/setup.yaml. */
export function rightsToChange(deploying: Deploying): readonly Right[] {
  const { service, region, accountId, repository } = deploying
  const arn = (what: string, resource: string) => `arn:${partitionOf(region)}:${what}:${region}:${accountId}:${resource}`
  const own = [recordName(service), leaseName(service)].map((name) => arn('ssm', `parameter${name}`))
  const image = arn('ecr', `repository/${repository.name}`)
  return [
    ...own.map((resource) => ({ action: 'ssm:PutParameter', resource, context: {} })),
    ...rightsToSend(deploying),
    ...[...PUSH, ...(repository.exists ? [] : ['CreateRepository'])].map((name) => ({
      action: `ecr:${name}`,
      resource: image,
      context: {},
    })),
    ...rightsToChangeRecords(deploying),
  ]
}

/** Both condition keys of a host's tags: policies use either. */
function rightsToSend({ service, region, accountId, hostIds }: Deploying): readonly Right[] {
  const action = 'ssm:SendCommand'
  const partition = partitionOf(region)
  const tags = Object.entries(serviceTags(service)).flatMap(([key, value]) =>
    ['ssm:resourceTag', 'aws:ResourceTag'].map((prefix) => [`${prefix}/${key}`, [value]] as const),
  )
  const hosts = hostIds.length > 0 ? hostIds : [ANY_HOST]
  return [
    { action, resource: `arn:${partition}:ssm:${region}::document/AWS-RunShellScript`, context: {} },
    ...hosts.map((id) => ({
      action,
      resource: `arn:${partition}:ec2:${region}:${accountId}:instance/${id}`,
      context: Object.fromEntries(tags),
    })),
  ]
}

function rightsToChangeRecords({ region, zoneIds, names }: Deploying): readonly Right[] {
  const action = 'route53:ChangeResourceRecordSets'
  if (names.length === 0) return []
  const context = {
    [`${action}NormalizedRecordNames`]: names.map((name) => name.replace('*', String.raw`\052`)),
    [`${action}RecordTypes`]: ['A', 'TXT'],
    [`${action}Actions`]: ['CREATE', 'DELETE'],
  }
  return zoneIds.map((id) => ({ action, resource: `arn:${partitionOf(region)}:route53:::hostedzone/${id}`, context }))
}

/** A row for all that is allowed, for each reason why AWS would refuse, and for each reason why nothing tells. */
export function checkRights(verdicts: readonly Verdict[]): readonly Check[] {
  const of = (kind: Verdict['kind']) => verdicts.filter((one) => one.kind === kind)
  const allowed = of('allowed').filter(({ action }) => verdicts.every((one) => one.action !== action || one.kind === 'allowed'))
  const refused = Map.groupBy(firstOfEach(of('refused')), reasonOf)
  const untold = Map.groupBy(of('unknown'), reasonOf)
  return [
    ...(allowed.length > 0 ? [ok('Permissions', `AWS would allow ${actionsOf(allowed)}`)] : []),
    ...[...refused].map(([reason, some]) =>
      failed(
        'Permissions',
        `AWS would refuse ${actionsOf(some)}${reason === '' ? '' : `: ${reason}`}`,
        `Allow ${actionsOf(some)} in the policy of the runner's role. docs/iam/setup.yaml has the whole policy.`,
      ),
    ),
    ...[...untold].map(([reason, some]) =>
      unknown('Permissions', `whether AWS allows ${actionsOf(some)} is not known: ${reason}`, FIX_UNKNOWN),
    ),
  ]
}

const reasonOf = (verdict: Verdict): string => ('reason' in verdict ? verdict.reason : '')

/** One refusal of an action is enough. */
function firstOfEach(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter((one, at) => verdicts.findIndex(({ action }) => action === one.action) === at)
}

const FIX_UNKNOWN =
  "Compare the runner's role with docs/iam/setup.yaml, whose stack also lets it ask IAM about itself (iam:SimulatePrincipalPolicy). Otherwise the next deploy shows it."

function actionsOf(verdicts: readonly Verdict[]): string {
  return [...new Set(verdicts.map(({ action }) => action))].join(', ')
}
