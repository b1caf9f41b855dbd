import type { Context } from '../../context.ts'
import { Cancelled, DeployError, messageOf } from '../../errors.ts'

/** A step whose work is a request to GitHub. If GitHub does not answer, the command is refused. */
export async function askGithub<T>({ config, progress }: Context, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await progress.step(what, work)
  } catch (error) {
    if (error instanceof DeployError || error instanceof Cancelled) throw error
    const again = config.comment?.jobs === undefined ? 'write the command in a new comment' : 'run the job again'
    throw new DeployError('refused', `GitHub did not answer: ${messageOf(error)}`, {
      hint: `The job needs \`contents: read\`, \`issues: write\` and \`pull-requests: write\`. If it has them, see https://www.githubstatus.com, and ${again}.`,
      cause: error,
    })
  }
}
