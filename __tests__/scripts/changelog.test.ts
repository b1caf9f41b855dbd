import { describe, expect, it, test } from '@jest/globals'
import { entriesOf, MOST_CHARACTERS, notesOf } from '../../scripts/changelog.ts'
import { read } from '../../scripts/docs.ts'

const TEXT = `# Changelog

## [Unreleased]

## [1.10.0] - 2026-11-27

### Added

- Something.

### Fixed

- Something else.

## [1.9.2] - 2026-11-01

[Unreleased]: https://example.com
[1.10.0]: https://example.com
`

describe('CHANGELOG.md', () => {
  const entries = entriesOf(read('CHANGELOG.md'))
  const [unreleased, ...releases] = entries

  it('begins with what is not released yet, and tells of the version of package.json next', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string }
    expect(unreleased?.version).toBe('Unreleased')
    // 0.0.0 is what has not been released at all.
    expect(releases[0]?.version ?? '0.0.0').toBe(version)
  })

  it('has the newest release first', () => {
    const byVersion = releases.toSorted((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }))
    expect(releases).toEqual(byVersion)
    expect(releases).toEqual(releases.toSorted((a, b) => b.date.localeCompare(a.date)))
  })

  it('groups what changed under the headings of Keep a Changelog, and links each version', () => {
    const headings = entries.flatMap(({ notes }) => [...notes.matchAll(/^#+ (.*)$/gm)].map(([line]) => line))
    expect(headings.filter((line) => !/^### (Added|Changed|Deprecated|Removed|Fixed|Security)$/.test(line))).toEqual([])
    for (const { version } of entries) expect(read('CHANGELOG.md')).toContain(`\n[${version}]: https://github.com/`)
  })
})

describe('notesOf', () => {
  test('gives what is below the heading of the version', () => {
    expect(notesOf(TEXT, { tag: 'v1.10.0', version: '1.10.0' })).toBe('### Added\n\n- Something.\n\n### Fixed\n\n- Something else.')
  })

  it('cuts what GitHub would not accept, and names the rest', () => {
    const long = `# Changelog\n\n## [1.0.0] - 2026-01-01\n\n${'- Something.\n'.repeat(20_000)}`
    const notes = notesOf(long, { tag: 'v1.0.0', version: '1.0.0' })
    expect(notes.length).toBeLessThanOrEqual(MOST_CHARACTERS)
    expect(notes.endsWith('- Something.\n\nThe rest is in CHANGELOG.md.')).toBe(true)
  })

  it.each([
    ['v1.10.1', '1.10.0', "the tag v1.10.1 is not package.json's version 1.10.0"],
    ['v1.9.2', '1.9.2', 'tells nothing of 1.9.2'],
    ['v1.10.1', '1.10.1', 'tells nothing of 1.10.1'],
  ])('refuses the tag %s for the version %s', (tag, version, message) => {
    expect(() => notesOf(TEXT, { tag, version })).toThrow(message)
  })
})

test.each(['## 1.2.3 - 2026-01-01', '## [1.2.3]', '## [Unreleased] - 2026-01-01', '## [1.2] - 2026-01-01'])(
  '%s is no heading',
  (heading) => {
    expect(() => entriesOf(`# Changelog\n\n${heading}\n`)).toThrow(`no heading of a release: ${heading}`)
  },
)
