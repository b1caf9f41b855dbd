import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { CollectionTag, ScalarTag } from 'yaml'

export interface Statement {
  readonly Sid?: string
  readonly Effect?: string
  readonly Action: string | string[]
  readonly Resource: string | string[]
  readonly Condition?: Record<string, Record<string, string | string[]>>
}
export interface Policy {
  readonly Version: string
  readonly Statement: readonly Statement[]
}

export const ACCOUNT = '123456789012'
const PSEUDO = { 'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, 'AWS::Region': 'us-east-1', 'AWS::URLSuffix': 'amazonaws.com' }
const FUNCTIONS = ['Ref', 'If', 'Sub', 'GetAtt', 'Equals', 'Not', 'And', 'Condition', 'Join', 'Split']
/** What `!Ref AWS::NoValue` leaves behind. */
const NONE = Symbol('AWS::NoValue')

interface Scope {
  readonly values: Readonly<Record<string, unknown>>
  readonly conditions: Readonly<Record<string, unknown>>
  readonly resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>>
}

/** docs/iam/setup.yaml as CloudFormation resolves it, for the parts that it uses. `pseudo`: the partition and region of the stack. */
export function setupTemplate(parameters: Record<string, string>, pseudo: Partial<typeof PSEUDO> = {}) {
  return resolvedTemplate('setup.yaml', parameters, pseudo)
}

/** The resources that a template of docs/iam makes with these parameters: those whose condition does not hold are not there. */
// oxlint-disable-next-line typescript/no-explicit-any -- a template has any shape
export function resolvedTemplate(file: string, parameters: Record<string, string>, pseudo: Partial<typeof PSEUDO> = {}): any {
  const text = readFileSync(join(import.meta.dirname, '../../docs/iam', file), 'utf8')
  const template = parse(text, { customTags: FUNCTIONS.flatMap(functionTags) })
  const values: Record<string, unknown> = { ...PSEUDO, ...pseudo, 'AWS::NoValue': NONE }
  for (const [name, { Type, Default = '' }] of Object.entries<{ Type: string; Default?: string }>(template.Parameters)) {
    const value = parameters[name] ?? Default
    values[name] = Type === 'CommaDelimitedList' ? value.split(',') : value
  }
  const scope = { values, conditions: template.Conditions, resources: template.Resources }
  const made = Object.entries<{ Condition?: string }>(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || resolve(scope.conditions[Condition], scope),
  )
  return Object.fromEntries(made.map(([name, resource]) => [name, withTrust(resolve(resource, scope))]))
}

function functionTags(name: string): [ScalarTag, CollectionTag] {
  const call = (value: unknown) => ({ [`Fn::${name}`]: value })
  return [
    { tag: `!${name}`, resolve: call },
    { tag: `!${name}`, collection: 'seq', resolve: (seq) => call((seq as { toJSON(): unknown }).toJSON()) },
  ]
}

/** A property that is JSON may be given as text. */
// oxlint-disable-next-line typescript/no-explicit-any -- a template has any shape
function withTrust(resource: any) {
  const trust = resource.Properties.AssumeRolePolicyDocument
  return typeof trust === 'string'
    ? { ...resource, Properties: { ...resource.Properties, AssumeRolePolicyDocument: JSON.parse(trust) } }
    : resource
}

// oxlint-disable-next-line typescript/no-explicit-any -- a template has any shape
function resolve(node: any, scope: Scope): any {
  const inner = (value: unknown) => resolve(value, scope)
  if (Array.isArray(node)) return node.map(inner).filter((one) => one !== NONE)
  if (typeof node !== 'object' || node === null) return node
  const [call = ''] = Object.keys(node)
  if (call.startsWith('Fn::')) return FUNCTION[call]?.(node[call], scope) ?? unknownFunction(call)
  const entries = Object.entries(node).map(([key, value]) => [key, inner(value)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== NONE))
}

function unknownFunction(name: string): never {
  throw new Error(`${name} is a function of CloudFormation that these tests do not know.`)
}

// oxlint-disable-next-line typescript/no-explicit-any -- a template has any shape
const FUNCTION: Readonly<Record<string, (given: any, scope: Scope) => unknown>> = {
  'Fn::Ref': (name, scope) => scope.values[name] ?? nameOf(name, scope),
  'Fn::GetAtt': (path, scope) => arnOf(path.replace(/\.Arn$/, ''), scope),
  'Fn::Not': ([value], scope) => !resolve(value, scope),
  'Fn::Condition': (name, scope) => resolve(scope.conditions[name], scope),
  'Fn::And': (all, scope) => all.every((one: unknown) => resolve(one, scope)),
  'Fn::Join': ([between, all], scope) => resolve(all, scope).join(between),
  'Fn::Equals': ([one, other], scope) => resolve(one, scope) === resolve(other, scope),
  'Fn::If': ([condition, yes, no], scope) => resolve(resolve(scope.conditions[condition], scope) ? yes : no, scope),
  'Fn::Split': ([separator, value], scope) => resolve(value, scope).split(separator),
  'Fn::Sub': (given, scope) => {
    const [text, more] = Array.isArray(given) ? given : [given, {}]
    const all = { ...scope.values, ...resolve(more, scope) }
    return text.replace(/\$\{([\w:]+)\}/g, (_: string, name: string) => all[name])
  },
}

/** The name that a resource has, or that CloudFormation gives it. */
function nameOf(resource: string, scope: Scope): string {
  const made = scope.resources[resource]
  if (made?.Type === 'AWS::IAM::OIDCProvider') return arnOf(resource, scope)
  return resolve(made?.Properties['InstanceProfileName'], scope) ?? `stack-${resource}-1A2B3C`
}

const KIND: Readonly<Record<string, string>> = { 'AWS::IAM::Role': 'role', 'AWS::IAM::InstanceProfile': 'instance-profile' }

function arnOf(resource: string, scope: Scope): string {
  const made = scope.resources[resource]
  const value = (name: string): string => text(scope.values[name])
  const account = `arn:${value('AWS::Partition')}:iam::${value('AWS::AccountId')}`
  if (made?.Type === 'AWS::IAM::OIDCProvider') return `${account}:oidc-provider/${value('OidcIssuer')}`
  return `${account}:${KIND[made?.Type ?? '']}${text(made?.Properties['Path'] ?? '/')}${nameOf(resource, scope)}`
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw new Error(`expected a text, got ${JSON.stringify(value)}`)
}
