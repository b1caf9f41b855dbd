import { describe, expect, test } from '@jest/globals'
import { closingLine, jestAgain, jestCounts, type JestReport, pytestCounts } from '../../scripts/test-report.ts'

const ok = { status: 'passed', title: 'works', fullName: 'a deploy works' }
const bad = { status: 'failed', title: 'pull: is lost (twice)', fullName: 'a deploy pull: is lost (twice)' }
const later = { status: 'pending', title: 'later', fullName: 'a deploy later' }

function report(...files: readonly (readonly (typeof ok)[])[]): JestReport {
  return {
    testResults: files.map((assertionResults, index) => ({
      name: `/p/${index}.test.ts`,
      status: assertionResults.length === 0 || assertionResults.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
      assertionResults,
    })),
  }
}

describe('the second try', () => {
  test('is of the failed tests alone', () => {
    expect(jestAgain('test:e2e', report([ok], [ok, bad]))).toEqual({
      settings: [],
      options: ['--testNamePattern', String.raw`^(a deploy pull: is lost \(twice\))$`, '--runTestsByPath', '/p/1.test.ts'],
    })
  })

  test('is of whole files if one of them could not be read', () => {
    expect(jestAgain('test', report([], [bad]))).toEqual({ settings: [], options: ['--runTestsByPath', '/p/0.test.ts', '/p/1.test.ts'] })
  })

  test('of faults plays the failed rows alone', () => {
    expect(jestAgain('test:faults', report([ok, bad]))).toEqual({
      settings: [String.raw`FAULTS_ONLY=^(pull: is lost \(twice\))$`],
      options: [],
    })
  })
})

describe('the counts', () => {
  test('of Jest name what failed, also a file that could not be read', () => {
    expect(jestCounts(report([ok, later], [ok, bad], []))).toEqual({
      passed: 2,
      failed: ['a deploy pull: is lost (twice)', '/p/2.test.ts'],
      skipped: 1,
    })
  })

  test('of pytest count a test once that failed and had an error at its end', () => {
    const xml = `<testsuites><testsuite name="pytest"><testcase classname="a" name="test_one" time="0.1" /><testcase classname="a" name="test_two[&quot;x&quot;]"
time="0.1"><failure message="no">&lt;skipped&gt;</failure><error message="end"></error></testcase><testcase name="test_three"><skipped /></testcase></testsuite></testsuites>`
    expect(pytestCounts(xml)).toEqual({ passed: 1, failed: ['test_two[&quot;x&quot;]'], skipped: 1 })
  })
})

describe('the closing line', () => {
  const first = { passed: 9, failed: ['a', 'b'], skipped: 0 }
  const clean = { passed: 5, failed: [], skipped: 1 }

  test('counts all parts', () => {
    expect(closingLine([{ first }, { first: clean }], false)).toBe('14 passed, 2 failed, 1 skipped')
    expect(closingLine([{ first: clean }], true)).toBe('5 passed, 0 failed, 1 skipped')
  })

  test('tells of a failure without a failed test', () => {
    expect(closingLine([], false)).toBe('0 passed, 1 failed')
  })

  test('names what passed only at the second try', () => {
    expect(closingLine([{ first, second: { passed: 2, failed: [], skipped: 7 } }], true)).toBe(
      '11 passed, 0 failed, 2 passed at the second try only: a; b',
    )
    expect(closingLine([{ first, second: { passed: 1, failed: ['b'], skipped: 0 } }], false)).toBe('9 passed, 2 failed')
  })
})
