import type { Refusal } from '../refusal.ts'

/** Values of `max-severity`, the worst first: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html */
export const SEVERITIES = ['critical', 'high', 'medium'] as const
export type Severity = (typeof SEVERITIES)[number]

export interface Vulnerability {
  /** Such as `CVE-2026-1234`. */
  readonly name: string
  /** Lower case, as the scanner says; can be one that `SEVERITIES` lacks. */
  readonly severity: string
  /** The affected package and version; empty if the scanner does not report them. */
  readonly in: string
  /** First fixed version; empty if there is none yet, or the scanner does not report it. */
  readonly fixed: string
}

/** What a registry knows of an image. */
export type Scan =
  | { readonly kind: 'complete'; readonly vulnerabilities: readonly Vulnerability[] }
  | { readonly kind: 'pending'; readonly status: string }
  /** No result will appear by itself. */
  | { readonly kind: 'none'; readonly reason: string }

/** How many findings a refusal names. */
const TOLD = 10

/** The findings that `max` does not allow, the worst first. */
export function tooSevere(vulnerabilities: readonly Vulnerability[], max: Severity): readonly Vulnerability[] {
  const refused: readonly string[] = SEVERITIES.slice(0, SEVERITIES.indexOf(max) + 1)
  const rank = ({ severity }: Vulnerability): number => refused.indexOf(severity)
  return vulnerabilities
    .filter(({ severity }) => refused.includes(severity))
    .toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}

/** Refuses an image because of the vulnerabilities that `max` does not allow (`tooSevere`); `undefined` without any. */
export function refuseVulnerable(image: string, found: readonly Vulnerability[], max: Severity): Refusal | undefined {
  if (found.length === 0) return undefined
  const counts = SEVERITIES.map((severity) => [severity, found.filter((one) => one.severity === severity).length] as const)
  const total = counts.flatMap(([severity, count]) => (count === 0 ? [] : [`${count} ${severity}`])).join(', ')
  const more = found.length > TOLD ? [`${found.length - TOLD} more`] : []
  const fixable = found.filter(({ fixed }) => fixed !== '').length
  return {
    code: 'image-vulnerable',
    reason: `${image} has vulnerabilities that max-severity: ${max} refuses, ${total}: ${[...found.slice(0, TOLD).map(vulnerabilityWords), ...more].join('; ')}`,
    hint: `Update what is named, usually with a newer base image, and build again${fixable === 0 ? '' : `: ${fixable} of ${found.length} have a fixed version`}; or set another max-severity.`,
  }
}

/** Such as `CVE-2026-1234 (high, openssl 3.0.1, fixed in 3.0.2)`. */
export function vulnerabilityWords({ name, severity, in: where, fixed }: Vulnerability): string {
  return `${name} (${severity}${where === '' ? '' : `, ${where}`}${fixed === '' ? '' : `, fixed in ${fixed}`})`
}

/** Refuses an image of which no vulnerabilities are known. `reason`: why there is no result. */
export function refuseUnscanned(image: string, reason: string): Refusal {
  return {
    code: 'image-not-scanned',
    reason: `max-severity needs a scan of ${image}, but ${reason}`,
    hint: 'Keep the image in ECR, and turn on scan on push or enhanced scanning for its repository. `aws ecr start-image-scan` scans an existing image. Or leave max-severity out.',
  }
}
