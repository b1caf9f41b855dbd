import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Adds a Dockerfile whose build never ends. `step`: a text that only its last step's command line contains. */
export async function slowBuild(workspace: string): Promise<{ readonly dockerfile: string; readonly step: string }> {
  // A longer delay than this would be none: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args
  const step = `setTimeout(Object, 2e9, ${Date.now()})`
  const lines = ['ARG BASE', 'FROM ${BASE}', 'COPY commit.txt .', `RUN ${JSON.stringify(['node', '-e', step])}`]
  await writeFile(join(workspace, 'slow.Dockerfile'), `${lines.join('\n')}\n`)
  return { dockerfile: 'slow.Dockerfile', step }
}
