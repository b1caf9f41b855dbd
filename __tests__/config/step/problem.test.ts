import { describe, expect, it } from '@jest/globals'
import { inputError } from '../../../src/config/step/problem.ts'

describe('the error of all problems', () => {
  const at = { path: 'x.yml', line: 2, column: 1 }
  const typo = { input: 'prot', message: 'no such input; did you mean `port`?', means: ['port'], at }
  const missing = { input: 'port', message: 'missing', isMissing: true } as const

  it('has no missing input that is there with a typo', () => {
    expect(inputError([typo, missing])).toMatchObject({
      message: 'A problem with the inputs: x.yml:2:1: prot: no such input; did you mean `port`?',
      hint: 'Correct the configuration file; nothing was changed.',
    })
  })

  it.each([
    ['the step', [{ input: 'memory', message: 'wrong' }], 'the `with:` block of this step'],
    [
      'both',
      [
        { input: 'cpus', message: 'wrong', at },
        { input: 'memory', message: 'wrong' },
      ],
      'the `with:` block of this step and the configuration file',
    ],
    ['either', [missing], 'the `with:` block of this step or the configuration file'],
    ['the file and something missing', [{ input: 'cpus', message: 'wrong', at }, missing], 'the configuration file'],
    ['a place of its own', [{ input: 'role-to-assume', message: 'wrong', place: "the job's permissions" }], "the job's permissions"],
  ] as const)('says what to correct: %s', (_, problems, places) => {
    expect(inputError(problems).hint).toBe(`Correct ${places}; nothing was changed.`)
  })
})
