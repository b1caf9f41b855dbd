import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { CollectionTag, ScalarTag } from 'yaml'

export interface Statement {
  readonly Sid?: string
  readonly Action: string | string[]
  readonly Resource: string | string[]
  readonly Condition?: Record<string, Record<string, string | string[]>>
}
export interface Policy {
  readonly Version: string
  readonly Statement: readonly Statement[]
}

const ACCOUNT = '123456789012'
const PSEUDO = { 'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, 'AWS::Region': 'us-east-1' }

/** docs/iam/setup.yaml as CloudFormation resolves it, for the parts that it uses. */
export function setupTemplate(parameters: Record<string, string>) {
  const text = readFileSync(join(import.meta.dirname, '../../docs/iam/setup.yaml'), 'utf8')
  const template = parse(text, { customTags: ['Ref', 'If', 'Sub', 'GetAtt', 'Equals', 'Not', 'And', 'Condition'].flatMap(functionTags) })
  const values: Record<string, string> = { ...PSEUDO, GitHub: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` }
  for (const [name, { Default }] of Object.entries<{ Default?: string }>(template.Parameters)) {
    values[name] = parameters[name] ?? Default ?? ''
  }
  return resolve(template.Resources, values, template.Conditions)
}

function functionTags(name: string): [ScalarTag, CollectionTag] {
  const call = (value: unknown) => ({ [`Fn::${name}`]: value })
  return [
    { tag: `!${name}`, resolve: call },
    { tag: `!${name}`, collection: 'seq', resolve: (seq) => call((seq as { toJSON(): unknown }).toJSON()) },
  ]
}

// oxlint-disable-next-line typescript/no-explicit-any -- a template has any shape
function resolve(node: any, values: Record<string, string>, conditions: any): any {
  const inner = (value: unknown) => resolve(value, values, conditions)
  if (Array.isArray(node)) return node.map(inner)
  if (typeof node !== 'object' || node === null) return node
  if ('Fn::Ref' in node) return values[node['Fn::Ref']]
  if ('Fn::GetAtt' in node) return node['Fn::GetAtt']
  if ('Fn::Not' in node) return !inner(node['Fn::Not'][0])
  if ('Fn::Condition' in node) return inner(conditions[node['Fn::Condition']])
  if ('Fn::And' in node) return node['Fn::And'].every(inner)
  if ('Fn::Equals' in node) return inner(node['Fn::Equals'][0]) === inner(node['Fn::Equals'][1])
  if ('Fn::If' in node) {
    const [condition, yes, no] = node['Fn::If']
    return inner(inner(conditions[condition]) ? yes : no)
  }
  if ('Fn::Sub' in node) {
    const [text, more] = Array.isArray(node['Fn::Sub']) ? node['Fn::Sub'] : [node['Fn::Sub'], {}]
    const all = { ...values, ...inner(more) }
    return text.replace(/\$\{([\w:]+)\}/g, (_: string, name: string) => all[name])
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inner(value)]))
}
