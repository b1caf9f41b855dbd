// Prints the section of a release in CHANGELOG.md, for its page: node scripts/changelog.ts v1.4.0
import { readFileSync } from 'node:fs'

export interface Entry {
  /** Such as `1.4.0`; `Unreleased` is the first one. */
  readonly version: string
  /** Such as `2026-11-27`; empty where it is not released. */
  readonly date: string
  /** Markdown below the heading. */
  readonly notes: string
}

const HEADING = /^## \[(Unreleased|\d+\.\d+\.\d+)\](?: - (\d{4}-\d{2}-\d{2}))?$/

/** The characters that GitHub accepts as the notes of a release. */
export const MOST_CHARACTERS = 125_000
const CUT = '\n\nThe rest is in CHANGELOG.md.'

if (import.meta.main) {
  const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
  const { version } = JSON.parse(read('package.json')) as { version: string }
  process.stdout.write(`${notesOf(read('CHANGELOG.md'), { tag: process.argv[2] ?? '', version })}\n`)
}

/** The entries in their order. Form: https://keepachangelog.com/en/1.1.0/. Throws where a heading is none of that form. */
export function entriesOf(text: string): readonly Entry[] {
  const [, ...parts] = text.replace(/^\[[^\]]+\]: .*\n?/gm, '').split(/^(?=## )/m)
  return parts.map((part) => {
    const [heading = '', ...lines] = part.trimEnd().split('\n')
    const [, version, date = ''] = HEADING.exec(heading) ?? []
    if (version === undefined || (date === '') !== (version === 'Unreleased')) throw new Error(`no heading of a release: ${heading}`)
    return { version, date, notes: lines.join('\n').trim() }
  })
}

function cut(notes: string): string {
  if (notes.length <= MOST_CHARACTERS) return notes
  return `${notes.slice(0, notes.lastIndexOf('\n', MOST_CHARACTERS - CUT.length)).trimEnd()}${CUT}`
}

/** `version`: of package.json. Throws where tag and version differ, and where there is nothing to tell. */
export function notesOf(text: string, { tag, version }: { readonly tag: string; readonly version: string }): string {
  if (tag !== `v${version}`) throw new Error(`the tag ${tag} is not package.json's version ${version}`)
  const notes = entriesOf(text).find((entry) => entry.version === version)?.notes ?? ''
  if (notes === '') throw new Error(`CHANGELOG.md tells nothing of ${version}`)
  return cut(notes)
}
