import type { HostStatus } from '../../domain/rollout/host-status.ts'
import { minuteOf } from '../parts/minute.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'

interface CertificateLine {
  readonly host: string
  readonly name: string
  readonly issuer: string
  /** ISO 8601. */
  readonly expires: string | null
}

/** How many an output has: GitHub accepts a megabyte of outputs from a job. */
const MOST = 1000
/** How many a page shows. */
const SHOWN = 50

/** The output `certificates`. */
export function certificatesJson(asked: readonly HostStatus[]): string {
  return JSON.stringify(certificatesOf(asked).slice(0, MOST))
}

/** The first to expire first; if several expire together, by host as given. */
function certificatesOf(asked: readonly HostStatus[]): CertificateLine[] {
  const found = asked.flatMap(({ host, status }) =>
    typeof status === 'string'
      ? []
      : status.certificates.map(({ expires, ...one }) => ({ host: host.id, ...one, expires: isoOf(expires) })),
  )
  return found.toSorted((a, b) => Date.parse(a.expires ?? '1970') - Date.parse(b.expires ?? '1970'))
}

/** The certificates of the names, as rows. */
export function certificateRows(asked: readonly HostStatus[]): readonly Row[] {
  const found = certificatesOf(asked)
  const shown = found.slice(0, SHOWN)
  const more = found.length - shown.length
  return [
    ...shown.map((one): Row => ['Certificate', `${certificateWords(one)}${asked.length > 1 ? ` on ${one.host}` : ''}`]),
    ...rowIf('Certificates', more > 0 ? `and ${more} more, which expire later` : ''),
  ]
}

function isoOf(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString()
}

function certificateWords({ name, issuer, expires }: CertificateLine): string {
  return expires === null ? `${name}: none` : `${name}, by ${issuer}, until ${minuteOf(expires)}`
}
