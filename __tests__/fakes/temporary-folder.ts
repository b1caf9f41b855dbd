import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'

const folders: string[] = []

/** A new empty folder, which is removed after all tests of the file. `name` says in its path what it is for. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `docker-to-ec2-${name}-`))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
