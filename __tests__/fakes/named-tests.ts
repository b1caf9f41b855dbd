/** Finds tests by the name of their file and their own, where a page or a list promises them. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** Of all files of that name, or path. Those for the virtual machine repeat names of others. */
export function textOf(file: string): string {
  const paths = globSync(`__tests__/**/${file}`, { cwd: ROOT, exclude: ['__tests__/vm'] })
  return paths.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n')
}

/** The names of groups of tests in a file of Jest's. */
export function groupsIn(file: string): readonly string[] {
  return [...textOf(file).matchAll(/^(?:describe|test)\('([^']*)'/gm)].map(([, name = '']) => name)
}

/** The names of the tests in a file of pytest's or Jest's. */
export function testsIn(file: string): readonly string[] {
  const text = textOf(file)
  if (file.endsWith('.py')) return [...text.matchAll(/^def (test_\w+)/gm)].map(([, name = '']) => name)
  return [...text.matchAll(/(?:\b(?:it|test)|\]\))\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)].map(
    ([, single, double = '']) => single ?? double,
  )
}
