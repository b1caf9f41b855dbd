import { GetParameterCommand, paginateGetParameterHistory, PutParameterCommand } from '@aws-sdk/client-ssm'
import type { Parameter, SSMClient } from '@aws-sdk/client-ssm'
import * as v from 'valibot'
import { followsAtOnce, stands } from '../../../domain/lease/standing.ts'
import type { Version, Written } from '../../../domain/lease/standing.ts'
import { count, readJson } from '../../../domain/untrusted.ts'
import { aws, isNamed, pages, unlessMissing } from '../errors.ts'

/** Reads a parameter's text, which is JSON; `undefined` if the text is invalid and so does not count. */
export type Parse<T> = (text: string) => T | undefined

interface Value<T> extends Written {
  readonly parsed: T
}

/** A stored version of a parameter. */
type Text = Version<string>

/** The version of a parameter that counts; `unreadable`: the parameter exists, but no version of it can be read. */
export type Standing<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'found'; readonly found: Version<T> }

/** The version that counts, by the rule of `standing`. One request, unless two runs wrote over the same version. */
export async function findStanding<T>(client: SSMClient, Name: string, parse: Parse<T>): Promise<Standing<T>> {
  const answer = await unlessMissing('ssm:GetParameter', client.send(new GetParameterCommand({ Name })), 'ParameterNotFound')
  if (answer === undefined) return { kind: 'none' }
  const [newest] = valuesOf([textOf(answer.Parameter ?? {})], parse)
  const found = newest !== undefined && followsAtOnce(newest) ? parsedOf(newest) : (await standingVersions(client, Name, parse)).at(-1)
  return found === undefined ? { kind: 'unreadable' } : { kind: 'found', found }
}

/** Like `findStanding`, for a parameter whose unreadable text counts as none, because the next writer replaces it. */
export async function readStanding<T>(client: SSMClient, Name: string, parse: Parse<T>): Promise<Version<T> | undefined> {
  const standing = await findStanding(client, Name, parse)
  return standing.kind === 'found' ? standing.found : undefined
}

/** The versions that count or counted among the newest 100, oldest first. */
export async function standingVersions<T>(client: SSMClient, Name: string, parse: Parse<T>): Promise<readonly Version<T>[]> {
  const all = valuesOf(await texts(client, Name), parse)
  return all.filter((one) => stands(one, all)).map(parsedOf)
}

/** The new value of a parameter. */
interface Writing<T> {
  readonly Name: string
  /** Names the version `over` which it is written. */
  readonly Value: string
  readonly over: number
  readonly parse: Parse<T>
}

/** Returns the version by which the text counts; `undefined` if another one counts, or if that is unknown. */
export async function writeOver<T>(client: SSMClient, { Name, Value, over, parse }: Writing<T>): Promise<number | undefined> {
  const version = await put(client, Name, Value)
  if (version === undefined || version === over + 1) return version
  const since = (await texts(client, Name)).filter((one) => one.version > over)
  const gapless = since.filter((one) => one.version <= version).length === version - over
  const own = new Set(since.filter(({ value }) => value === Value).map((one) => one.version))
  const values = valuesOf(since, parse)
  return gapless ? values.find((one) => own.has(one.version) && stands(one, values))?.version : undefined
}

/** The new version of the parameter; `undefined` if a concurrent request came first. */
async function put(client: SSMClient, Name: string, Value: string): Promise<number | undefined> {
  // Tags and Overwrite exclude each other, so these parameters have no tags. Their names say the same.
  const request = new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true })
  try {
    return (await aws('ssm:PutParameter', client.send(request))).Version
  } catch (error) {
    if (isNamed(error, 'TooManyUpdates')) return undefined
    throw error
  }
}

/** SSM lists the oldest of its 100 versions first. */
async function texts(client: SSMClient, Name: string): Promise<readonly Text[]> {
  const all = pages('ssm:GetParameterHistory', paginateGetParameterHistory({ client }, { Name, MaxResults: 50 }), (page) => page.Parameters)
  const found = await all.catch((error: unknown) => {
    if (isNamed(error, 'ParameterNotFound')) return []
    throw error
  })
  return found.map(textOf)
}

function textOf({
  Value = '',
  Version: version = 0,
  LastModifiedDate: at,
}: Pick<Parameter, 'Value' | 'Version' | 'LastModifiedDate'>): Text {
  return { version, at: at?.getTime() ?? 0, value: Value }
}

function parsedOf<T>({ value, ...one }: Version<Value<T>>): Version<T> {
  return { ...one, value: value.parsed }
}

function valuesOf<T>(all: readonly Text[], parse: Parse<T>): readonly Version<Value<T>>[] {
  return all.flatMap(({ value, ...one }) => {
    const parsed = parse(value)
    return parsed === undefined ? [] : { ...one, value: { parsed, ...overOf(value) } }
  })
}

/** A version that names no predecessor counts as written over the one before it. */
const WRITTEN = v.object({ over: count })

function overOf(text: string): Written {
  return readJson(WRITTEN, text) ?? {}
}
