import { readFileSync } from 'node:fs'
import type { SettingName } from '../../src/domain/release/spec.ts'

interface OptionRow {
  readonly name: SettingName
  /** Of the input; not the option's default. */
  readonly text: string
  readonly value: unknown
  /** What Docker is told; missing where the host has more to say of it. */
  readonly told?: unknown
}

const file = new URL('container-options.json', import.meta.url)

/** An example of each option: as it is given, and as it is kept. __tests__/host/release/test_options.py holds what Docker makes of it against the same file. */
export const OPTION_ROWS: readonly OptionRow[] = Object.entries(
  JSON.parse(readFileSync(file, 'utf8')) as Record<SettingName, Omit<OptionRow, 'name'>>,
).map(([name, row]) => ({ ...row, name: name as SettingName }))
