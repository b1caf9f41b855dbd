import { rm } from 'node:fs/promises'
import type { Leftovers } from '../../ports/post-cleanup.ts'
import { markOf } from './config.ts'
import { dockerIn, quiet } from './docker.ts'
import { removeImages } from './images.ts'
import { endMarked } from './process.ts'

/** Ends the build of a dead process, and removes its files. `env`: the environment of the job that ran the Docker client. */
export async function endBuild({ folder, images }: Leftovers['build'], env: NodeJS.ProcessEnv): Promise<void> {
  await endMarked(markOf(folder), 'SIGKILL')
  try {
    await removeImages(dockerIn(folder, { env, signal: new AbortController().signal, onLine: quiet }), images)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
