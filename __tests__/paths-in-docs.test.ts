import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const exclude = ['node_modules', '**/node_modules', '.git', 'build', 'coverage', '**/__pycache__']
const PAGES = globSync('{*,docs/**/*,local/**/*,examples/**/*}.md', { cwd: ROOT, exclude }).toSorted()
/** Pages about this repository: the others also name files of their reader's. */
const INSIDE = PAGES.filter((page) => !page.startsWith('docs/guides/') && !['README.md', 'docs/configuration.md'].includes(page))
/** What shows its readers paths of this repository, beside its pages. */
const TEXTS = globSync(['src/**/*.ts', 'host/**/*.py', 'scripts/**/*.ts', '*/action.yml', 'examples/workflows/*.yml', 'docs/iam/*.yaml'], {
  cwd: ROOT,
  exclude: ['node_modules'],
})
  .filter((file) => /\b(docs|examples)\//.test(read(file)))
  .toSorted()
/** Names with a slash that are no paths in this repository. */
const ELSEWHERE = [
  /^@?(actions|sigstore)\//,
  /^\.github\/workflows\/build\.yml@/,
  /^\.github\/docker-to-ec2\.ya?ml$/,
  /^kept-certificates\//,
  /^application\//,
]

/** Everything that a page can call a file or folder by: the end of its path, with or without the file's extension. */
const NAMES = new Set(
  globSync('{*,.*,*/**/*,.*/**/*}', { cwd: ROOT, exclude }).flatMap((path) => {
    const parts = path.split('/')
    const ends = parts.map((_, at) => parts.slice(at).join('/'))
    return [...ends, ...ends.map((end) => end.replace(/\.\w+$/, ''))]
  }),
)

function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map(([, name = '']) => name)
  const files = [...text.matchAll(/(?<![\w./*-])(?:\.\.\/)*([\w.-]+(?:\/[\w.-]+)*\.(?:ts|py))\b/g)].map(([, name = '']) => name)
  return [...quoted.filter((name) => /\/|\.(ts|py|mjs|sh)$/.test(name)), ...files]
}

/** https://github.com/gjtorikian/html-pipeline: how GitHub names the anchor of a heading. */
function anchorOf(heading: string): string {
  const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '')
  return words
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-')
}

function anchorsOf(page: string): readonly string[] {
  const text = read(page).replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)
  return [...named, ...[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))]
}

function isDead(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : normalize(join(dirname(page), path))
  if (!existsSync(join(ROOT, target))) return true
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
}

describe('a path', () => {
  it.each(PAGES)('%s links to files and headings that exist', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !/^(https?|mailto):/.test(link) && isDead(page, link))).toEqual([])
  })

  it.each(INSIDE)('%s names paths that exist', (page) => {
    const named = pathsIn(read(page)).filter((path) => !ELSEWHERE.some((one) => one.test(path)))
    expect(named.filter((path) => !NAMES.has(path.replace(/\/$/, '')))).toEqual([])
  })

  it.each(TEXTS)('%s shows paths that exist', (file) => {
    const named = [...read(file).matchAll(/(?<![\w./-])(docs|examples)\/[\w./-]*\w\.(md|ya?ml)\b/g)].map(([path]) => path)
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('is found, with its anchor', () => {
    expect(INSIDE).toEqual(expect.arrayContaining(['docs/architecture.md', 'CONTRIBUTING.md', 'local/README.md', 'docs/security.md']))
    expect(pathsIn(read('docs/architecture.md')).length).toBeGreaterThan(80)
    expect(pathsIn('`gone/`, a/b/gone.py and `gone.ts`')).toEqual(['gone/', 'gone.ts', 'a/b/gone.py', 'gone.ts'])
    expect(anchorOf('What `a.b` can’t do, [really](x.md)')).toBe('what-ab-cant-do-really')
    expect(isDead('README.md', 'docs/README.md#no-such-heading')).toBe(true)
  })
})
