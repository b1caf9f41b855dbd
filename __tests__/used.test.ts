import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..')
const DECLARED = /^export (?:async )?(?:function|const|class) (\w+)/gm

/** Exported names that nothing uses, by the texts of files. */
function unused(texts: ReadonlyMap<string, string>): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts.values()) for (const [word] of text.matchAll(/\w+/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...texts].flatMap(([file, text]) =>
    Array.from(text.matchAll(DECLARED), ([, name = '']) => name)
      .filter((name) => counts.get(name) === 1)
      .map((name) => `${file}: ${name}`),
  )
}

// knip finds what nobody uses; what only tests use, it takes for used.
test('nothing of src is there for tests only', () => {
  const files = globSync(['src/**/*.ts', 'scripts/**/*.{ts,mjs}', 'bench/*.ts'], { cwd: ROOT })
  const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
  expect(files.length).toBeGreaterThan(300)
  expect(unused(texts).filter((name) => name.startsWith('src/'))).toEqual([])
})

test.each([
  [['export const A = 1', 'import { A } from "./a.ts"'], []],
  [['export const A = 1\nexport const B = A', 'use(B)'], []],
  [['export function a(): void {}'], ['0: a']],
])('%j', (texts, expected) => {
  expect(unused(new Map(texts.map((text, at) => [String(at), text])))).toEqual(expected)
})
