import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DeployError } from '../errors.ts'
import type { ResultFiles } from '../ports/result-files.ts'

export function localResultFiles(): ResultFiles {
  return {
    async write(folder, files) {
      for (const [path, text] of Object.entries(files)) await writeOne(`${folder}/${path}`, text)
    },
  }
}

async function writeOne(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (cause) {
    const reason = (cause as Error).message
    throw new DeployError('inputs', `metrics-path: ${path} could not be written: ${reason}`, {
      cause,
      hint: 'Set metrics-path to a folder that can be written to.',
    })
  }
}
