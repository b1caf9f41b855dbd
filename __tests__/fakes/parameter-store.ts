import { GetParameterCommand, GetParameterHistoryCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { stands } from '../../src/domain/lease/standing.ts'
import type { Written } from '../../src/domain/lease/standing.ts'
import type { AwsClientStub } from 'aws-sdk-client-mock'
import { awsError } from './aws-error.ts'

/** Names -> texts, the first of which has version 1. */
export type Parameters = Map<string, string[]>

/** Has a stub answer as Parameter Store does, as far as versions go. */
export function answerAsParameterStore(stub: AwsClientStub<SSMClient>, parameters: Parameters): void {
  stub.on(PutParameterCommand).callsFake((input) => put(parameters, input))
  stub.on(GetParameterCommand).callsFake((input) => get(parameters, input))
  stub.on(GetParameterHistoryCommand).callsFake((input) => history(parameters, input))
}

interface Named {
  readonly Name: string
}

export function put(parameters: Parameters, { Name, Value }: Named & { readonly Value: string }) {
  const versions = parameters.get(Name) ?? []
  parameters.set(Name, [...versions, Value])
  return { Version: versions.length + 1 }
}

export function get(parameters: Parameters, { Name }: Named) {
  const versions = textsOf(parameters, Name)
  return { Parameter: { Value: versions.at(-1), Version: versions.length } }
}

/** The newest 100, on one page. */
export function history(parameters: Parameters, { Name }: Named) {
  const versions = textsOf(parameters, Name).map((Value, at) => ({ Value, Version: at + 1 }))
  return { Parameters: versions.slice(-100) }
}

function textsOf(parameters: Parameters, name: string): readonly string[] {
  const versions = parameters.get(name)
  if (versions === undefined) throw awsError('ParameterNotFound')
  return versions
}

/** A client that only knows its type. */
export const CLIENT = new SSMClient({ region: 'us-east-1' })

/** The texts that count or counted, oldest first. */
export function standingTexts(parameters: Parameters, name: string): readonly string[] {
  const all = (parameters.get(name) ?? []).map((text, at) => ({ version: at + 1, value: JSON.parse(text) as Written, text }))
  return all.filter((one) => stands(one, all)).map(({ text }) => text)
}
