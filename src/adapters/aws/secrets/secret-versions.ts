import type { CurrentVersion } from '../../../domain/release/secret-changes.ts'
import type { SecretVersions } from '../../../ports/state/secret-versions.ts'

/** Looks up the versions of secrets in one store, by their names there. */
export type VersionsOf = (names: readonly string[]) => Promise<ReadonlyMap<string, CurrentVersion>>

/** Asks both stores at once, each only for its own secrets. */
export function secretVersions(stores: { readonly ssm: VersionsOf; readonly secretsmanager: VersionsOf }): SecretVersions {
  return {
    async current(sources) {
      const [parameters, secrets] = await Promise.all([
        ask(stores.ssm, namesIn('ssm', sources)),
        ask(stores.secretsmanager, namesIn('secretsmanager', sources)),
      ])
      const found = new Map([...parameters, ...secrets])
      return new Map(sources.map((source) => [source, found.get(withoutKey(source)) ?? { unknown: 'it does not exist' }]))
    },
  }
}

type Store = 'ssm' | 'secretsmanager'

function namesIn(store: Store, sources: readonly string[]): { readonly store: Store; readonly names: readonly string[] } {
  const own = sources.filter((source) => source.startsWith(`${store}:`)).map(withoutKey)
  return { store, names: [...new Set(own)].map((source) => source.slice(store.length + 1)) }
}

async function ask(versions: VersionsOf, { store, names }: ReturnType<typeof namesIn>): Promise<[string, CurrentVersion][]> {
  const found = names.length === 0 ? [] : await versions(names)
  return [...found].map(([name, version]) => [`${store}:${name}`, version])
}

/** A key of a JSON secret has no version of its own. */
function withoutKey(source: string): string {
  return source.split('#', 1)[0] ?? ''
}
