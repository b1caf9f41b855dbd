import { GetParameterCommand, paginateGetParameterHistory, PutParameterCommand } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import { followsAtOnce, standing, stands } from '../../../domain/lease/standing.ts'
import type { Version, Written } from '../../../domain/lease/standing.ts'
import { aws, isNamed, pages, unlessMissing } from '../errors.ts'

/** Reads a parameter's text; `undefined` for what nobody wrote who counts. */
export type Parse<T> = (text: string) => T | undefined

interface Value<T> extends Written {
  readonly parsed: T
}

/** What counts among a parameter's versions: see `standing`. One request, unless two runs wrote over the same version. */
export async function readStanding<T>(client: SSMClient, Name: string, parse: Parse<T>): Promise<Version<T> | undefined> {
  const found = await unlessMissing('ssm:GetParameter', client.send(new GetParameterCommand({ Name })), 'ParameterNotFound')
  const { Value = '', Version: version = 0 } = found?.Parameter ?? {}
  const newest = found && valueOf(Value, parse)
  if (newest !== undefined && followsAtOnce({ version, value: newest })) return { version, value: newest.parsed }
  return found && standingIn(await allVersions(client, Name, parse))
}

/** The versions that count or counted, oldest first; at most the newest 100. */
export async function standingVersions<T>(client: SSMClient, Name: string, parse: Parse<T>): Promise<readonly Version<T>[]> {
  const all = await allVersions(client, Name, parse)
  return all.filter((one) => stands(one, all)).map(({ version, value }) => ({ version, value: value.parsed }))
}

/** Writes a text that names the version `over` which it is written. Gives the version by which the text counts; `undefined` where another one does, or nobody can tell. */
export async function writeOver(client: SSMClient, Name: string, Value: string, over: number): Promise<number | undefined> {
  const version = await put(client, Name, Value)
  if (version === undefined || version === over + 1) return version
  const all = await allVersions(client, Name, (text) => text)
  const ours = all.find((one) => one.version > over && one.value.parsed === Value && stands(one, all))
  const gapless = all.filter((one) => one.version > over && one.version <= version).length === version - over
  return gapless ? ours?.version : undefined
}

/** The version that the parameter has then; `undefined` where another request was under way, and took its place. */
async function put(client: SSMClient, Name: string, Value: string): Promise<number | undefined> {
  // Tags and Overwrite exclude each other, so these parameters have none: their names tell all that they would.
  const request = new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true })
  try {
    return (await aws('ssm:PutParameter', client.send(request))).Version
  } catch (error) {
    if (isNamed(error, 'TooManyUpdates')) return undefined
    throw error
  }
}

/** SSM tells the oldest of its 100 versions first. */
async function allVersions<T>(client: SSMClient, Name: string, parse: Parse<T>): Promise<readonly Version<Value<T>>[]> {
  const all = pages('ssm:GetParameterHistory', paginateGetParameterHistory({ client }, { Name, MaxResults: 50 }), (page) => page.Parameters)
  const found = await all.catch((error: unknown) => {
    if (isNamed(error, 'ParameterNotFound')) return []
    throw error
  })
  return found.flatMap(({ Value = '', Version: version = 0 }) => {
    const value = valueOf(Value, parse)
    return value === undefined ? [] : { version, value }
  })
}

function standingIn<T>(all: readonly Version<Value<T>>[]): Version<T> | undefined {
  const found = standing(all)
  return found && { version: found.version, value: found.value.parsed }
}

function valueOf<T>(text: string, parse: Parse<T>): Value<T> | undefined {
  const parsed = parse(text)
  if (parsed === undefined) return undefined
  const over = overOf(text)
  return { parsed, ...(over !== undefined && { over }) }
}

function overOf(text: string): number | undefined {
  try {
    const { over } = JSON.parse(text) as { readonly over?: unknown }
    return typeof over === 'number' ? over : undefined
  } catch {
    return undefined
  }
}
