import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { setupTemplate } from './template.ts'
import type { Policy } from './template.ts'

const { PromoteFromElsewhere, PromoteHere, Promoter, AskHosts, SeeNames, ChangeNames, ExamineOwnRights, Runner } = setupTemplate({
  ...{ GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' },
  ...{
    ...{ HostedZoneId: 'Z1', Names: 'shop.example.com' },
    PromoteFrom: 'staging',
    PromoteFromRole: 'arn:aws:iam::111122223333:role/promoter',
    PromotedBy: 'arn:aws:iam::111122223333:role/runner',
  },
})
const inline = (role: { Properties: { Policies: readonly { PolicyDocument: Policy }[] } }): string[] =>
  role.Properties.Policies.flatMap(({ PolicyDocument }) => actionsOf(PolicyDocument))
const added = [PromoteHere, PromoteFromElsewhere, SeeNames, ChangeNames, ExamineOwnRights].flatMap(({ Properties }) =>
  actionsOf(Properties.PolicyDocument),
)
const granted = new Set([...inline(Runner), ...added])

/** Calls that only a role may make that makes the hosts' role itself, and one that would show it what other services' commands put out. */
const WITHOUT_STACK = [
  'iam:AddRoleToInstanceProfile',
  'iam:CreateInstanceProfile',
  'iam:CreateRole',
  'iam:DeleteInstanceProfile',
  'iam:DeleteRole',
  'iam:DeleteRolePolicy',
  'iam:GetPolicy',
  'iam:ListRolePolicies',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:RemoveRoleFromInstanceProfile',
  'ssm:ListCommandInvocations',
]

/** What AWS asks for beyond the names of the calls. */
const IMPLIED = [
  // Pushing an image, https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:CompleteLayerUpload',
  'ecr:GetDownloadUrlForLayer',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
  // Creating with tags
  'ec2:CreateTags',
  'ecr:TagResource',
  // Launching with an instance profile
  'iam:PassRole',
]

test('the runner may make exactly the calls of the adapters that the stack does not make unnecessary', () => {
  const calls = callsOfAdapters()
  expect(calls).toEqual(expect.arrayContaining(WITHOUT_STACK))
  const needed = [...calls.filter((call) => !WITHOUT_STACK.includes(call)), ...IMPLIED]
  expect([...granted].toSorted()).toEqual([...new Set(needed)].toSorted())
})

test('the role that others promote by may do nothing that the runner may not', () => {
  const other = [...inline(Promoter), ...actionsOf(AskHosts.Properties.PolicyDocument)].filter((action) => !granted.has(action))
  expect(other).toEqual([])
})

function actionsOf({ Statement }: Policy): string[] {
  return Statement.flatMap(({ Action }) => Action)
}

/** What needs no permission: a role's trust decides about the first. */
const FREE = ['sts:AssumeRoleWithWebIdentity', 'sts:GetCallerIdentity']

/** Every command that the adapters construct, as an IAM action. */
function callsOfAdapters(): string[] {
  const folder = join(import.meta.dirname, '../../src/adapters')
  const files = globSync('**/*.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))
  return files.flatMap(callsOf).filter((call) => !FREE.includes(call))
}

function callsOf(text: string): string[] {
  const imports = [...text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([\w-]+)'/g)]
  return imports.flatMap(([, names = '', service = '']) =>
    [...names.matchAll(/\b(?:(\w+)Command|paginate(\w+))\b/g)].map(
      ([, command, paged]) => `${service.replaceAll('-', '')}:${command ?? paged}`,
    ),
  )
}
