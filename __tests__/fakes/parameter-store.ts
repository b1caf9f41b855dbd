import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { stands } from '../../src/domain/lease/standing.ts'
import type { Written } from '../../src/domain/lease/standing.ts'
import type { AwsClientStub } from 'aws-sdk-client-mock'
import { awsError } from './aws-error.ts'

interface Kept {
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** Names -> versions; the first one has the number 1. */
export type Parameters = Map<string, readonly Kept[]>

/** Makes a stub answer like Parameter Store, as far as versions matter. */
export function answerAsParameterStore(stub: AwsClientStub<SSMClient>, parameters: Parameters): void {
  const clock = aClock()
  stub.on(PutParameterCommand).callsFake((input) => put(parameters, input, clock()))
  stub.on(DeleteParameterCommand).callsFake(({ Name }) => void parameters.delete(Name))
  stub.on(GetParameterCommand).callsFake((input) => get(parameters, input))
  stub.on(GetParameterHistoryCommand).callsFake((input) => history(parameters, input))
}

interface Named {
  readonly Name: string
}

/** AWS accepts one write at a time. */
export function aClock(): () => number {
  let now = Date.UTC(2026, 0, 1)
  return () => (now += 1)
}

export function put(parameters: Parameters, { Name, Value }: Named & { readonly Value: string }, at: number) {
  const versions = parameters.get(Name) ?? []
  parameters.set(Name, [...versions, { text: Value, at }])
  return { Version: versions.length + 1 }
}

export function get(parameters: Parameters, { Name }: Named) {
  return { Parameter: versionsOf(parameters, Name).at(-1) }
}

/** The newest 100, on one page. */
export function history(parameters: Parameters, { Name }: Named) {
  return { Parameters: versionsOf(parameters, Name).slice(-100) }
}

function versionsOf(parameters: Parameters, name: string) {
  const versions = parameters.get(name)
  if (versions === undefined) throw awsError('ParameterNotFound')
  return versions.map(({ text, at }, before) => ({ Value: text, Version: before + 1, LastModifiedDate: new Date(at) }))
}

/** A client without its type's implementation. */
export const CLIENT = new SSMClient({ region: 'us-east-1' })

/** The texts that count or counted, oldest first. */
export function standingTexts(parameters: Parameters, name: string): readonly string[] {
  const all = numbered((parameters.get(name) ?? []).map(({ text }) => text))
  return all.filter((one) => stands(one, all)).map(({ text }) => text)
}

/** Whether a text would count if it were written now. */
export function wouldStand(parameters: Parameters, name: string, text: string): boolean {
  const all = numbered([...(parameters.get(name) ?? []).map((kept) => kept.text), text])
  return all.slice(-1).every((one) => stands(one, all))
}

function numbered(texts: readonly string[]) {
  return texts.map((text, before) => ({ version: before + 1, value: JSON.parse(text) as Written, text }))
}
