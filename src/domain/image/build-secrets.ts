import * as v from 'valibot'
import { readJson } from '../untrusted.ts'

/** Secrets that a build can read while it runs, and that do not become part of the image: `RUN --mount=type=secret,id=...`. */
export type BuildSecret = { readonly id: string } & (
  | { readonly kind: 'env'; readonly name: string }
  /** `path`: absolute. */
  | { readonly kind: 'file'; readonly path: string }
)

/** Id of a secret: https://docs.docker.com/build/building/secrets/#target */
export const SECRET_ID = /^[A-Za-z0-9][\w.-]*$/
/** Where a secret is, never its value. */
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

/** Masking shorter ones would black out the log, and hide nothing. */
const LEAST = 4
/** Line lengths of `base64` and of `openssl base64`. */
const WIDTHS = [76, 64] as const

/**
 * Masks each line of a secret as plain text, in a URL, in JSON, in hexadecimal and in base64; also the texts in a secret that is JSON, and the values
 * of its lines `name=value`. Other parts and encodings stay visible.
 */
export function hiding(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.flatMap(formsOf).filter((form) => form.length >= LEAST))
  const longestFirst = [...forms].toSorted((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((shown, form) => shown.replaceAll(form, '***'), text)
}

function formsOf(secret: string): readonly string[] {
  const lines = [secret, ...textsIn(readJson(ANY, secret))].flatMap(linesOf)
  const parts = [...lines, ...lines.flatMap(valueIn)]
  const whole = base64(Buffer.from(secret), 0)
  return [...parts.filter((part) => part.length >= LEAST).flatMap(spellings), ...WIDTHS.flatMap((width) => wrapped(whole, width))]
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trim())
}

const ANY = v.unknown()

/** The texts in a JSON document, such as the key of a service account. */
function textsIn(document: unknown): readonly string[] {
  if (typeof document === 'string') return [document]
  return typeof document === 'object' && document !== null ? Object.values(document).flatMap(textsIn) : []
}

/** Shorter ones are settings such as `true`, which the output of a build has, too. */
const LEAST_VALUE = 8

/** The value of a line such as `//registry.example/:_authToken=...` in an .npmrc. */
function valueIn(line: string): readonly string[] {
  const value = /^[^=]*=\s*(.*)$/s.exec(line)?.[1] ?? ''
  return value.length >= LEAST_VALUE ? [value] : []
}

function spellings(line: string): readonly string[] {
  const bytes = Buffer.from(line)
  const encoded = [0, 1, 2].map((shift) => base64(bytes, shift))
  return [
    ...[line, encodeURIComponent(line.toWellFormed()), JSON.stringify(line).slice(1, -1)],
    ...[bytes.toString('hex'), bytes.toString('hex').toUpperCase()],
    ...encoded,
    ...encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ]
}

/** The part of the encoding that does not depend on the surrounding text, if the bytes begin `shift` bytes after a multiple of three. */
function base64(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  return whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
}

function wrapped(text: string, width: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, row) => text.slice(row * width, (row + 1) * width))
}
