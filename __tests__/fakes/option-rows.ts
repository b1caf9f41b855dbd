import { readFileSync } from 'node:fs'
import type { OptionName } from '../../src/domain/container/container-options.ts'

interface OptionRow {
  readonly name: OptionName
  /** Of the input; not the option's default. */
  readonly text: string
  readonly value: unknown
}

const file = new URL('container-options.json', import.meta.url)

/** An example of each option: as it is given, and as it is kept. __tests__/host/release/test_options.py holds what Docker makes of it against the same file. */
export const OPTION_ROWS: readonly OptionRow[] = Object.entries(
  JSON.parse(readFileSync(file, 'utf8')) as Record<OptionName, Omit<OptionRow, 'name'>>,
).map(([name, row]) => ({ ...row, name: name as OptionName }))
