/** Makes each row of the tables of inputs when it is first read: a run reads only those of the inputs that it gets. */
import type { Plugin } from 'rolldown'
import { parseSync } from 'rolldown/utils'
import type { ESTree } from 'rolldown/utils'

/** The tables of inputs and of settings, and those that contain them. */
const TABLES = /\/src\/(config\/inputs\/.*|domain\/release\/(settings\/.*|spec)|domain\/(preview|comment)\/inputs)\.ts$/

export const lazyRows: Plugin = {
  name: 'lazy-rows',
  transform: { filter: { id: TABLES }, handler: (code, id) => ({ code: withLazyRows(code, id) }) },
}

/** The same code, in which the rows of each exported table are getters. A row is made by a call; a table can begin with its own rows, before those of others. */
export function withLazyRows(code: string, id: string): string {
  const { program, errors } = parseSync(id, code)
  if (errors.length > 0) throw new Error(`${id}: ${errors.map(({ message }) => message).join(', ')}`)
  const values = program.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
      ? statement.declaration.declarations.flatMap(({ init }) => init ?? [])
      : [],
  )
  const tables = values.flatMap((value) => {
    const table = bare(value)
    return table.type === 'ObjectExpression' && table.properties.every(isRow) ? [{ ...value, lazy: lazyTable(code, table) }] : []
  })
  return tables.toReversed().reduce((rest, { start, end, lazy }) => `${rest.slice(0, start)}${lazy}${rest.slice(end)}`, code)
}

/** Without what only TypeScript reads. */
function bare(value: ESTree.Expression): ESTree.Expression {
  return value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression' ? bare(value.expression) : value
}

function isRow(row: ESTree.ObjectPropertyKind): boolean {
  return row.type === 'SpreadElement' || row.value.type === 'CallExpression'
}

function lazyTable(code: string, { properties }: ESTree.ObjectExpression): string {
  const text = ({ start, end }: ESTree.Span): string => code.slice(start, end)
  const own = properties.flatMap((row) => (row.type === 'Property' ? [getter(nameOf(row), text(row.value))] : []))
  const others = properties.flatMap((row) => (row.type === 'SpreadElement' ? [text(row.argument)] : []))
  const table = `((rows) => ({\n${own.join('')}}))({})`
  if (others.length === 0) return table
  return `Object.defineProperties(${table}, Object.assign({}, ...[${others.join(', ')}].map((table) => Object.getOwnPropertyDescriptors(table))))`
}

function getter(name: string, row: string): string {
  return `get ${name}() { return rows[${name}] ??= ${row} },\n`
}

function nameOf({ key }: ESTree.ObjectProperty): string {
  return JSON.stringify(key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined)
}
