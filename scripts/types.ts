// action-types.yml beside each action.yml: what type its inputs and outputs have, for what generates code from it. https://github.com/typesafegithub/github-actions-typing
import { Scalar, stringify } from 'yaml'
import type { Field, Schema } from '../src/domain/field/field.ts'
import { markOf } from '../src/config/step/step.ts'
import { ofCommand } from './actions.ts'
import type { OutputRow, SubAction } from './actions.ts'

type TypedField = Pick<Field<unknown>, 'schema' | 'items' | 'commands'>

interface TypedTables {
  readonly inputs: Readonly<Record<string, TypedField>>
  readonly outputs: Readonly<Record<string, OutputRow>>
}

const HEAD = '# Written by `npm run docs`. Format: https://github.com/typesafegithub/github-actions-typing\n'
/** Written as `"\n"`; yaml would make a block of it. */
const NEW_LINE = Object.assign(new Scalar('\n'), { type: 'QUOTE_DOUBLE' })
/** JSON schema has the same words for all but one. */
const SCALARS: Readonly<Record<string, string>> = { boolean: 'boolean', integer: 'integer', number: 'float' }

/** The types of the root's action.yml, or of a command's. */
export function actionTypes({ inputs, outputs }: TypedTables, command?: SubAction): string {
  const own = command === undefined ? inputs : ofCommand(inputs, command)
  const told = command === undefined ? outputs : ofCommand(outputs, command)
  const mark = command === undefined ? {} : { [markOf(command)]: { type: 'boolean' } }
  const types = {
    inputs: { ...mapped(own, typeOf), ...mark },
    outputs: mapped(told, ({ type = 'string' }) => ({ type })),
  }
  return HEAD + stringify(types, { singleQuote: true, aliasDuplicateObjects: false })
}

function typeOf({ schema, items }: TypedField): object {
  if (items === undefined) return scalarType(schema)
  return { type: 'list', separator: items === 'line' ? NEW_LINE : ',', 'list-item': scalarType(itemSchema(schema)) }
}

function scalarType(schema: Schema): object {
  if (Array.isArray(schema['enum'])) return { type: 'enum', 'allowed-values': schema['enum'] }
  return { type: SCALARS[String(schema['type'])] ?? 'string' }
}

/** A word that may stand for a list, such as `none`, does not limit the list's items. */
function itemSchema({ anyOf, items }: Schema): Schema {
  const list = Array.isArray(anyOf) ? (anyOf as readonly Schema[]).find((one) => one['items'] !== undefined) : undefined
  return (list?.['items'] ?? items ?? {}) as Schema
}

function mapped<T>(rows: Readonly<Record<string, T>>, type: (row: T) => object): Record<string, object> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, type(row)]))
}
