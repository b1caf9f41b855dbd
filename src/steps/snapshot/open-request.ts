import type { Context } from '../../context.ts'
import { refuseClosedRequest } from '../../domain/preview/guards.ts'
import { assertNotRefused, messageOf } from '../../errors.ts'

/**
 * Throws for a preview whose pull request is closed, as when somebody starts an old run again, or when it waited for the run that removed the preview:
 * nothing would remove it. Without an answer of GitHub, it is served, and a sweep removes it.
 */
export async function assertOpenRequest({ config, pullRequests, progress }: Context): Promise<void> {
  const { preview } = config
  if (preview?.act !== 'serve') return
  const state = await pullRequests.state(preview.number).catch((error: unknown) => {
    progress.info(`GitHub does not say whether pull request ${preview.number} is still open: ${messageOf(error)}`)
    return 'unknown' as const
  })
  assertNotRefused(refuseClosedRequest(preview, state))
}
