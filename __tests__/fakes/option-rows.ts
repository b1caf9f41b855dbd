import { readFileSync } from 'node:fs'
import type { SettingName } from '../../src/domain/release/spec.ts'

interface OptionRow {
  readonly name: SettingName
  /** Value of the input; not the option's default. */
  readonly text: string
  readonly value: unknown
  /** Docker's option; missing if the host adds to it. */
  readonly told?: unknown
}

const file = new URL('container-options.json', import.meta.url)

/** An example of each option, as given and as stored. __tests__/host/release/test_options.py compares Docker's result with the same file. */
export const OPTION_ROWS: readonly OptionRow[] = Object.entries(
  JSON.parse(readFileSync(file, 'utf8')) as Record<SettingName, Omit<OptionRow, 'name'>>,
).map(([name, row]) => ({ ...row, name: name as SettingName }))
