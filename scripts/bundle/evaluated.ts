/** Runs the modules whose constants depend on nothing but the sources: the bundle has the constants. */
import { inspect } from 'node:util'
import type { Plugin } from 'rolldown'

/** These modules, by their paths. */
export const EVALUATED = /(^|\/src\/)config\/step\/facts\.ts$/

export const evaluated: Plugin = {
  name: 'evaluated',
  load: {
    filter: { id: EVALUATED },
    handler: async (id) => ({ code: moduleOf((await import(id)) as Readonly<Record<string, unknown>>), moduleType: 'js' }),
  },
}

/** The code of a module with these exports. Equal lists are one. */
export function moduleOf(exports: Readonly<Record<string, unknown>>): string {
  const lists = new Map<string, string>()
  const values = Object.entries(exports).map(([name, value]) => `export const ${name} = ${literal(value, lists)}\n`)
  return [...[...lists].map(([code, name]) => `const ${name} = ${code}\n`), ...values].join('')
}

function literal(value: unknown, lists: Map<string, string>): string {
  if (value === undefined) return 'undefined'
  if (Array.isArray(value)) {
    const code = `[${value.map((item) => literal(item, lists)).join(', ')}]`
    lists.set(code, lists.get(code) ?? `list${lists.size}`)
    return lists.get(code) ?? code
  }
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    const rows = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${literal(inner, lists)}`)
    return `{ ${rows.join(', ')} }`
  }
  if (!['string', 'number', 'boolean'].includes(typeof value)) throw new Error(`${inspect(value)} cannot be written out`)
  return JSON.stringify(value)
}
