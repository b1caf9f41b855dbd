import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GetRolePolicyCommand, IAMClient, ListRolePoliciesCommand } from '@aws-sdk/client-iam'
import type { Cloud } from '../../../local/cloud.ts'
import type { Held } from '../../iam/simulate.ts'

const TEMPLATES = join(import.meta.dirname, '..', '..', '..', 'docs', 'iam')

/** Deploys a template of docs/iam with the cloud's CloudFormation, and returns the stack's outputs. */
export async function deployStack(
  cloud: Cloud,
  file: string,
  { StackName, ...parameters }: { readonly StackName: string; readonly [parameter: string]: string },
): Promise<Readonly<Record<string, string>>> {
  const TemplateBody = await readFile(join(TEMPLATES, file), 'utf8')
  const given = Object.entries(parameters).flatMap(([key, value], at) => [
    [`Parameters.member.${at + 1}.ParameterKey`, key],
    [`Parameters.member.${at + 1}.ParameterValue`, value],
  ])
  await ask(cloud, { Action: 'CreateStack', StackName, TemplateBody, ...Object.fromEntries(given) })
  const described = await ask(cloud, { Action: 'DescribeStacks', StackName })
  if (!described.includes('<StackStatus>CREATE_COMPLETE</StackStatus>')) throw new Error(described)
  const outputs = described.matchAll(/<OutputKey>([^<]*)<\/OutputKey>\s*<OutputValue>([^<]*)<\/OutputValue>/g)
  return Object.fromEntries([...outputs].map(([, key = '', value = '']) => [key, value]))
}

async function ask({ observer }: Cloud, params: Readonly<Record<string, string>>): Promise<string> {
  const scope = `${observer.credentials.accessKeyId}/20260101/${observer.region}/cloudformation/aws4_request`
  const answer = await fetch(observer.endpoint, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0` },
    body: new URLSearchParams(params),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

/** The policies of a role of the cloud. */
export async function policiesOf(cloud: Cloud, RoleName: string): Promise<Held> {
  const iam = new IAMClient(cloud.observer)
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }))
  return Promise.all(
    PolicyNames.map(async (PolicyName) => {
      const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }))
      return { PolicyName, PolicyDocument: JSON.parse(decodeURIComponent(PolicyDocument)) }
    }),
  )
}
