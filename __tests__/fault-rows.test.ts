import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ROWS } from './e2e/support/faults/rows/rows.ts'
import { RELIABILITY, linesIn, tableOf } from './e2e/support/faults/table.ts'
import type { Row, Strike } from './e2e/support/faults/row.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Steps of the host program, by their file. Before `lock`, an order has changed nothing; the log, by which a test holds it, begins after it. */
const STEPS = globSync('host/**/*.py', { cwd: ROOT }).flatMap((file) =>
  [...read(file).matchAll(/\brun\.step\("([^"]+)"\)/g)].map(([, step = '']) => ({ file, step })).filter(({ step }) => step !== 'lock'),
)
const [, listed = ''] = /^VERBS = \((.*)\)$/m.exec(read('host/order.py')) ?? []
/** What changes something. */
const VERBS = [...listed.matchAll(/"(\w+)"/g)].map(([, verb]) => verb).filter((verb) => verb !== 'status' && verb !== 'logs')

const OF_CHANGES: Readonly<Partial<Record<NonNullable<Row['change']>, string>>> = { back: 'rollback', restart: 'restart', remove: 'remove' }

function verbOf({ at, change = 'variable' }: Row): string {
  return at !== undefined && 'step' in at && at.step === 'canary' ? 'canary' : (OF_CHANGES[change] ?? 'deploy')
}

const struckBy = (strike: Strike) => ROWS.filter((row) => [row.strike ?? []].flat().includes(strike))
const stepOf = ({ at }: Row): string | undefined => (at !== undefined && 'step' in at ? at.step : undefined)

it('every step has its name where it begins', () => {
  const calls = globSync('host/**/*.py', { cwd: ROOT }).flatMap((file) => read(file).match(/\.step\(.*/g) ?? [])
  expect(calls.filter((call) => !/^\.step\("[a-z-]+"\)$/.test(call))).toEqual([])
})

describe.each(['the program is killed', 'the host loses its power'] as const)('%s', (strike) => {
  const rows = struckBy(strike)

  it('in each step of the program', () => {
    expect(STEPS.length).toBeGreaterThan(20)
    expect(STEPS.filter(({ step }) => !rows.some((row) => stepOf(row) === step))).toEqual([])
  })

  it('in each step that a verb has in its own file', () => {
    const own = STEPS.flatMap(({ file, step }) => {
      const [, verb] = /^host\/verbs\/(\w+)\.py$/.exec(file) ?? []
      return verb === undefined || !VERBS.includes(verb) ? [] : [`${verb}: ${step}`]
    })
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter((one) => !rows.some((row) => `${verbOf(row)}: ${stepOf(row)}` === one))).toEqual([])
  })

  it('in each verb', () => {
    expect(VERBS).toContain('remove')
    expect(VERBS.filter((verb) => !rows.some((row) => verbOf(row) === verb))).toEqual([])
  })
})

describe('docs/reliability.md', () => {
  const page = readFileSync(RELIABILITY, 'utf8')
  const lines = linesIn(page, ROWS)

  it('has the results of all faults, and of no other', () => {
    expect(ROWS.filter((row) => !lines.has(row)).map(({ phase, fault }) => `${phase}: ${fault}`)).toEqual([])
    expect(page).toContain(tableOf(ROWS.flatMap((row) => lines.get(row) ?? [])))
  })

  it('knows of no lost request that a fault does not explain', () => {
    expect(ROWS.filter((row) => row.lost === undefined && lines.get(row)?.isLossless === false)).toEqual([])
  })

  it('keeps every line that a partial run did not play', () => {
    const [row] = ROWS
    const line = row && lines.get(row)
    expect(line && tableOf([line]).split('\n')[3]).toBe(page.split('\n').find((one) => one.startsWith(`| ${row?.phase} | ${row?.fault} |`)))
  })
})
