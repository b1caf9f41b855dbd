/** What a build may read while it runs, and what does not become part of the image: `RUN --mount=type=secret,id=...`. */
export type BuildSecret = { readonly id: string } & (
  | { readonly kind: 'env'; readonly name: string }
  /** `path`: absolute. */
  | { readonly kind: 'file'; readonly path: string }
)

/** Id of a secret: https://docs.docker.com/build/building/secrets/#target */
export const SECRET_ID = /^[A-Za-z0-9][\w.-]*$/
/** Where it is, never the secret itself. */
export const SECRET_SOURCE = /^(env:[A-Za-z_]\w*|file:[^\0\r\n]+)$/

/** `place`: makes the path of a file absolute. */
export function buildSecrets(sources: Readonly<Record<string, string>>, place: (path: string) => string): readonly BuildSecret[] {
  return Object.entries(sources).map(([id, source]) => {
    const at = source.slice(source.indexOf(':') + 1)
    return source.startsWith('env:') ? { id, kind: 'env', name: at } : { id, kind: 'file', path: place(at) }
  })
}

/** The value of `--secret` is a line of CSV: https://docs.docker.com/reference/cli/docker/buildx/build/#secret */
export function secretArgv(secrets: readonly BuildSecret[]): string[] {
  return secrets.map((secret) => {
    const where = secret.kind === 'env' ? `env=${secret.name}` : `src=${secret.path}`
    return `--secret=${[`id=${secret.id}`, where].map(csvField).join(',')}`
  })
}

function csvField(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Shorter ones would black out the log, and hide nothing. */
const LEAST = 4

/** Makes `***` of each line of a secret, as it stands there. The encodings and parts of one are not known, and stay. */
export function hiding(secrets: readonly string[]): (text: string) => string {
  const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim())
  const longestFirst = [...new Set(lines)].filter((line) => line.length >= LEAST).toSorted((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((shown, line) => shown.replaceAll(line, '***'), text)
}
