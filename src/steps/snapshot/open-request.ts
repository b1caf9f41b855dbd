import type { Context } from '../../context.ts'
import { refuseLateRun } from '../../domain/preview/guards.ts'
import type { PullRequest, ServedPreview } from '../../domain/preview/preview.ts'
import { assertNotRefused, messageOf } from '../../errors.ts'

/** How often GitHub is asked, with a pause in milliseconds, until it knows the commit of the run: it can answer with a state of seconds ago. */
const LOOKS = 3
const PAUSE = 2000

/**
 * Throws for a preview whose pull request is closed or has a newer commit, as when somebody starts an old run again, or when this run waited for another
 * one: nothing would remove the preview, or bring it forward again. Without an answer of GitHub, the commit is served, and a sweep removes it.
 */
export async function assertOpenRequest(ctx: Context): Promise<void> {
  const { preview } = ctx.config
  if (preview?.act !== 'serve') return
  const request = await ask(ctx, preview)
  if (request) assertNotRefused(refuseLateRun(preview, request))
}

async function ask({ pullRequests, progress, clock }: Context, { number, head }: ServedPreview): Promise<PullRequest | undefined> {
  for (let look = 1; ; look += 1) {
    const request = await pullRequests.read(number).catch((error: unknown) => {
      progress.info(`GitHub does not say whether pull request ${number} is still open: ${messageOf(error)}`)
      return undefined
    })
    if (request?.state !== 'open' || request.head === head || look === LOOKS) return request
    await clock.sleep(PAUSE)
  }
}
