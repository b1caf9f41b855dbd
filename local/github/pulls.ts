/** https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
import description from './api.json' with { type: 'json' }

/** Of a JSON schema, as far as GitHub's description of a pull request goes. */
interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly nullable?: boolean
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

const SCHEMAS: Readonly<Record<string, Schema>> = description.components.schemas

/** A pull request with all that GitHub says it has, of which only number and state mean something here. */
export function pullRequestAnswer(number: number, state: 'open' | 'closed'): object {
  return { ...(leastOf({ $ref: '#/components/schemas/pull-request' }) as object), number, state }
}

/** The least that a schema takes. */
function leastOf(schema: Schema): unknown {
  if (schema.$ref !== undefined) return leastOf(SCHEMAS[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (schema.nullable) return null
  if (schema.enum) return schema.enum[0]
  const [one] = schema.anyOf ?? schema.oneOf ?? []
  if (one) return leastOf(one)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(leastOf)) as object
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, leastOf(schema.properties?.[name] ?? {})]))
    case 'array':
      return []
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return false
    default:
      return schema.format === 'date-time' ? '2026-01-01T00:00:00Z' : 'https://github.example'
  }
}
