import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from '@jest/globals'
import { pages, pinned } from '../../scripts/pin-release.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FILES = [
  ...pages(),
  ...globSync('.github/workflows/*.yml', { cwd: ROOT }),
  ...globSync(['action.yml', '*/action.yml'], { cwd: ROOT }),
]
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

interface Use {
  readonly file: string
  readonly name: string
  /** All that follows the name: version and comment. */
  readonly pin: string
}

function matches(pattern: RegExp): readonly Use[] {
  return FILES.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].map(([, name = '', pin = '']) => ({ file, name, pin: pin.trim() })),
  )
}

const uses = matches(/^\s*(?:- )?uses: ([^\s@]+)@(.*)$/gm)
const isOwn = ({ name }: Use): boolean => /^OWNER\/docker-to-ec2(\/|$)/.test(name)
const foreign = uses.filter((use) => !isOwn(use))

describe('an action of somebody else', () => {
  it('is pinned by its full commit, with the version in a comment', () => {
    expect(foreign.length).toBeGreaterThan(30)
    expect(foreign.filter(({ pin }) => !/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(pin))).toEqual([])
  })

  it('has one pin in all files', () => {
    const repositories = Map.groupBy(foreign, ({ name }) => name.split('/').slice(0, 2).join('/'))
    const several = [...repositories].filter(([, found]) => new Set(found.map(({ pin }) => pin)).size > 1)
    expect(several).toEqual([])
  })
})

test('this action is named in one way on all pages: by v1, or by the commit of a release', () => {
  const pins = new Set(uses.filter(isOwn).map(({ pin }) => pin))
  expect([...pins]).toEqual([expect.stringMatching(/^(v1|[0-9a-f]{40} # v\d+\.\d+\.\d+)$/)])
})

test('the image of a job is pinned by its digest', () => {
  const images = matches(/^ {6}image: (\S+?)(@.*)?$/gm)
  expect(images.length).toBeGreaterThan(0)
  expect(images.filter(({ pin }) => !/^@sha256:[0-9a-f]{64}$/.test(pin))).toEqual([])
})

describe('pinned', () => {
  const release = { version: 'v1.4.0', commit: COMMIT }

  it.each([
    ['- uses: OWNER/docker-to-ec2@v1\n', `- uses: OWNER/docker-to-ec2@${COMMIT} # v1.4.0\n`],
    ['  uses: acme/docker-to-ec2/plan@v1', `  uses: acme/docker-to-ec2/plan@${COMMIT} # v1.4.0`],
    [`uses: OWNER/docker-to-ec2@${'f'.repeat(40)} # v1.3.12\n`, `uses: OWNER/docker-to-ec2@${COMMIT} # v1.4.0\n`],
    [
      'uses: OWNER/docker-to-ec2/.github/workflows/deliver.yml@v1\n',
      `uses: OWNER/docker-to-ec2/.github/workflows/deliver.yml@${COMMIT} # v1.4.0\n`,
    ],
    ['uses: OWNER/docker-to-ec2-more@v1', 'uses: OWNER/docker-to-ec2-more@v1'],
    ['uses: actions/checkout@v7', 'uses: actions/checkout@v7'],
    ['https://example.com/OWNER/docker-to-ec2/v1/schema', 'https://example.com/OWNER/docker-to-ec2/v1/schema'],
  ])('turns %j into %j, and stays so', (text, expected) => {
    expect(pinned(text, release)).toBe(expected)
    expect(pinned(expected, release)).toBe(expected)
  })

  it('pins every place of every page', () => {
    const after = pages().flatMap((page) => [
      ...pinned(readFileSync(join(ROOT, page), 'utf8'), release).matchAll(/uses: OWNER\/docker-to-ec2.*/g),
    ])
    expect(after.length).toBeGreaterThan(15)
    expect(after.map(([line]) => line).filter((line) => !line.endsWith(`@${COMMIT} # v1.4.0`))).toEqual([])
  })

  it.each([
    [{ version: 'v1', commit: COMMIT }, '"v1" is no version'],
    [{ version: 'v1.4.0', commit: 'abc1234' }, '"abc1234" is no full commit'],
  ])('refuses %j', (given, message) => {
    expect(() => pinned('', given)).toThrow(message)
  })
})
