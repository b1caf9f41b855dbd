import type { Context } from '../../context.ts'
import { refuseUnscanned, refuseVulnerable, tooSevere, vulnerabilityWords } from '../../domain/image/scan.ts'
import type { Scan, Severity, Vulnerability } from '../../domain/image/scan.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import type { ImageAtRest } from './found-image.ts'

/** A basic scan takes seconds, and an enhanced one a few minutes. */
const SCAN_MS = 300_000
const PAUSE_MS = 5000
/** How many findings the log lists. */
const LISTED = 100

/** Checks `max-severity` against the findings of every manifest that hosts of the platform can choose. */
export async function refuseUnsafe(ctx: Context, image: ImageAtRest): Promise<Refusal | undefined> {
  const { maxSeverity } = ctx.config.proof
  if (maxSeverity === undefined) return undefined
  const { place, digest, contents, scans } = image
  const { registry, repository } = place.image
  const name = `${repository}@${digest}`
  if (scans === undefined) return refuseUnscanned(name, `it is in ${registry}, which is not the ECR of this account and region`)
  if (contents.choices.length === 0) return refuseUnscanned(name, 'its manifest cannot be understood')
  const found = await Promise.all(contents.choices.map((choice) => scanOf(ctx, scans, { repository, choice })))
  const missing = found.find(({ kind }) => kind !== 'complete')
  if (missing) return refuseUnscanned(name, missing.kind === 'none' ? missing.reason : `its scan is not done after ${SCAN_MS / 1000} s`)
  return judged(ctx, { name, max: maxSeverity, all: found.flatMap((scan) => (scan.kind === 'complete' ? scan.vulnerabilities : [])) })
}

function scanOf(
  { clock, progress }: Context,
  scans: Context['scans'],
  { repository, choice }: { readonly repository: string; readonly choice: string },
): Promise<Scan> {
  return pollUntil<Scan, Scan>({
    clock,
    limit: SCAN_MS,
    every: PAUSE_MS,
    look: async () => {
      const scan = await scans.find(repository, choice)
      return scan.kind === 'pending' ? { waiting: scan } : { ended: scan }
    },
    onWait: (_, since) => progress.waiting('the scan of the image', since),
    onLimit: (scan) => scan,
  })
}

interface Findings {
  readonly name: string
  readonly max: Severity
  readonly all: readonly Vulnerability[]
}

function judged({ progress }: Context, { name, max, all }: Findings): Refusal | undefined {
  const severe = tooSevere(all, max)
  progress.info(`${name} was scanned: ${all.length} vulnerabilities, of which max-severity: ${max} refuses ${severe.length}`)
  for (const one of severe.slice(0, LISTED)) progress.info(`  ${vulnerabilityWords(one)}`)
  if (severe.length > LISTED) progress.info(`  and ${severe.length - LISTED} more`)
  return refuseVulnerable(name, severe, max)
}
