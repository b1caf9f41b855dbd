import type { Context } from '../../context.ts'
import { withMarksOf } from '../../domain/release/commit-order.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { DeployError } from '../../errors.ts'

/** How many writes by runs without a lease, or late ones, can come in between. */
const ATTEMPTS = 5

/**
 * Writes the record over the version that the run has read. If another run wrote in between, its blocked commits stay; if that run
 * had a later lease, this run has lost its own. Throws `lease-lost` then.
 */
export async function writeRecord(ctx: Context, seen: ReleaseRecord | undefined, record: ReleaseRecord): Promise<void> {
  const { config, records, token } = ctx
  let over = seen?.version ?? 0
  let next: ReleaseRecord = { ...record, token }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await records.write(next, over)) return
    const meanwhile = await records.read(config.service)
    if ((meanwhile?.token ?? 0) > token) return outrun(ctx)
    over = meanwhile?.version ?? 0
    if (meanwhile !== undefined) next = withMarksOf(next, meanwhile, seen)
  }
  throw new DeployError('aws-unavailable', `Others changed the release record ${ATTEMPTS} times while this run wrote it.`, {
    hint: 'Run this again: it records what is live.',
  })
}

/** A run without a lease does not overwrite what a later run recorded. */
function outrun({ permit, progress }: Context): void {
  if (permit.holds()) throw permit.lose('the record has an entry of a later run')
  progress.info('Another run has written the record in the meantime, so this run does not change it')
}
