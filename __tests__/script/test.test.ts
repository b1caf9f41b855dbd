import { readFile } from 'node:fs/promises'
import { expect, it } from '@jest/globals'
import { parse } from 'yaml'

const script = await readFile('script/test', 'utf8')

/** The functions or parts that a list of words in the script names. */
const words = (found: RegExpExecArray | null): string[] => (found?.[1] ?? '').split(/[ |]+/).filter((word) => word !== '')

it('runs on GitHub, part by part, all that it runs at once', async () => {
  const workflow = parse(await readFile('.github/workflows/ci.yml', 'utf8')) as {
    jobs: { test: { strategy: { matrix: { part: string[] } } } }
  }
  const parts = words(/in (all \|.*)\) ;;/.exec(script))
  const side = words(/^ {4}side_by_side (.*)$/m.exec(script))
  const besides = ['all', 'vm', 'dns'] // the whole, and what the nightly workflow runs
  const withUnit = words(/^ {2}unit\) side_by_side (.*) ;;$/m.exec(script))

  const jobs = workflow.jobs.test.strategy.matrix.part

  expect([...jobs, ...withUnit].toSorted()).toEqual([...parts.filter((part) => !besides.includes(part)), 'unit'].toSorted())
  expect(side.toSorted()).toEqual(['computing', 'e2e', 'faults', 'host'])
})
