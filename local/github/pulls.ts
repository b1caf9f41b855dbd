/** https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
import { NOT_FOUND } from './api/answer.ts'
import type { Operations } from './api/answer.ts'
import { userOf } from './user.ts'
import description from './api/api.json' with { type: 'json' }

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

/** What means something here of a pull request. */
export interface StoredPull {
  readonly state: 'open' | 'closed'
  readonly isDraft?: boolean
  readonly author?: string
  /** Its newest commit. */
  readonly commit?: string
  readonly branch?: string
  /** `owner/name` of its branch. */
  readonly from?: string
}

const NO_COMMIT = '0'.repeat(40)

export function pullOperations(pulls: ReadonlyMap<number, StoredPull>): Operations {
  return {
    'pulls/get': ({ params }) => {
      const number = Number(params['pull_number'])
      const pull = pulls.get(number)
      return pull ? { status: 200, body: shown(number, pull) } : NOT_FOUND
    },
  }
}

/** A pull request with all that GitHub says it has. */
function shown(number: number, pull: StoredPull): object {
  const { state, isDraft = false, author = 'ada', commit = NO_COMMIT, branch = 'feature', from = 'acme/web' } = pull
  const least = leastOf({ $ref: '#/components/schemas/pull-request' }) as { readonly head: { readonly repo: object } }
  const repo = { ...(leastOf({ $ref: '#/components/schemas/repository' }) as object), full_name: from }
  const head = { ...least.head, sha: commit, ref: branch, repo }
  return { ...least, number, state, draft: isDraft, user: userOf(author, 'User'), head }
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
