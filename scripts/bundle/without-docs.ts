/** Leaves out of the bundle what only `npm run docs` reads. */
import type { Plugin } from 'rolldown'
import { parseSync, Visitor } from 'rolldown/utils'

/** The tables of inputs, settings and outputs. */
const TABLES = /\/src\/(config\/inputs\/.*|domain\/release\/settings\/.*|domain\/(preview|comment)\/inputs|report\/outputs)\.ts$/

export const withoutDocs: Plugin = {
  name: 'without-docs',
  transform: { filter: { id: TABLES }, handler: (code, id) => ({ code: withoutDescriptions(code, id) }) },
}

/** Code in which each `description` that is written out is empty. */
export function withoutDescriptions(code: string, id: string): string {
  const { program, errors } = parseSync(id, code)
  if (errors.length > 0) throw new Error(`${id}: ${errors.map(({ message }) => message).join(', ')}`)
  const texts: { readonly start: number; readonly end: number }[] = []
  new Visitor({
    Property({ key, value }) {
      const isText = value.type === 'Literal' || value.type === 'TemplateLiteral'
      if (key.type === 'Identifier' && key.name === 'description' && isText) texts.push(value)
    },
  }).visit(program)
  return texts.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)}''${rest.slice(end)}`, code)
}
