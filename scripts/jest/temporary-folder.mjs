import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives all tests one folder for their temporary files; jest-nothing-left.mjs looks into it at the end. */
export default function setUp() {
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'docker-to-ec2-unit-'))
}
