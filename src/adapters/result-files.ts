import { constants } from 'node:fs'
import { mkdir, realpath, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DeployError, messageOf } from '../errors.ts'
import type { ResultFiles } from '../ports/result-files.ts'

/** `O_NOFOLLOW`: not through a symbolic link that has the file's name. */
const FLAG = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW

/** A checkout or a build can leave symbolic links in the workspace. No file is written outside of it. */
export function localResultFiles(workspace: string): ResultFiles {
  return {
    async write(folder, files) {
      for (const [path, text] of Object.entries(files)) await writeOne(`${folder}/${path}`, text, workspace)
    },
  }
}

async function writeOne(path: string, text: string, workspace: string): Promise<void> {
  try {
    const parent = dirname(path)
    await assertBelow(await existing(parent), workspace)
    await mkdir(parent, { recursive: true })
    await assertBelow(parent, workspace)
    await writeFile(path, text, { flag: FLAG })
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause && cause.code === 'ELOOP' ? LINK : messageOf(cause)
    throw new DeployError('inputs', `metrics-path: ${path} could not be written: ${reason}`, {
      cause,
      hint: 'Set metrics-path to a folder that can be written to.',
    })
  }
}

const LINK = 'a symbolic link there leads out of the workspace'

/** The deepest part of the path that exists. */
async function existing(path: string): Promise<string> {
  const found = await realpath(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error)))
  return found ?? existing(dirname(path))
}

async function assertBelow(path: string, workspace: string): Promise<void> {
  const [real, base] = [await realpath(path), await realpath(workspace)]
  if (real !== base && !real.startsWith(`${base}/`)) throw new Error(LINK)
}
