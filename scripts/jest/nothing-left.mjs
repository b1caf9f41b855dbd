import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname } from 'node:path'

/** Removes the folder of temporary-folder.mjs. Throws if the tests left anything in it. */
export default function tearDown() {
  const folder = tmpdir()
  if (!basename(folder).startsWith('docker-to-ec2-unit-')) throw new Error(`${folder} is not the folder of these tests`)
  const left = readdirSync(folder)
  rmSync(folder, { recursive: true, force: true })
  process.env['TMPDIR'] = dirname(folder)
  if (left.length > 0) throw new Error(`the tests left temporary files: ${left.join(', ')}`)
}
