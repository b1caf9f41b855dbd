import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const SOURCE = join(import.meta.dirname, '../src')

/** Exported functions without a comment right before them. */
function undocumented(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const [, name] = /^export (?:async )?function (\w+)/.exec(line) ?? []
    return name === undefined || lines[at - 1]?.endsWith('*/') ? [] : [name]
  })
}

// What an adapter does is told by its port.
test.each(['domain', 'config', 'steps', 'commands', 'report'])('src/%s says what each of its functions does', (room) => {
  const files = globSync(`${room}/**/*.ts`, { cwd: SOURCE })
  const found = files.flatMap((file) => undocumented(readFileSync(join(SOURCE, file), 'utf8')).map((name) => `${file}: ${name}`))
  expect(files.length).toBeGreaterThan(10)
  expect(found).toEqual([])
})

test.each([
  ['/** Why. */\nexport function one(): void {}', []],
  ['/**\n * Why.\n */\nexport async function two(): Promise<void> {}', []],
  ['const a = 1\n\nexport function three(): void {}\nfunction own(): void {}', ['three']],
])('%j', (text, expected) => {
  expect(undocumented(text)).toEqual(expected)
})
