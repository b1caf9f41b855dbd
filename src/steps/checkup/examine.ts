import type { Context } from '../../context.ts'
import { failed } from '../../domain/checkup/check.ts'
import type { Area, Check } from '../../domain/checkup/check.ts'
import { DeployError } from '../../errors.ts'

/** Looks at one thing, by requests that only read. It throws a `DeployError` like any other step. */
export interface Examination {
  readonly area: Area
  readonly look: (ctx: Context) => Promise<readonly Check[]>
}

/** What an examination found. What it could not look at has failed: the error says why, and what helps. */
export async function examine(ctx: Context, { area, look }: Examination): Promise<readonly Check[]> {
  try {
    return await look(ctx)
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    return [failed(area, error.message, error.hint ?? `See the cause ${error.code} in docs/causes.md.`)]
  }
}
