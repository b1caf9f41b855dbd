import { describe, expect, it } from '@jest/globals'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import { didYouMean, inputError } from '../../../src/config/step/problem.ts'

it.each([
  ['region', '; did you mean `aws-region` or `promote-from-region`?'],
  ['cap_add', '; did you mean `cap-add`?'],
  ['helth-path', '; did you mean `health-path`?'],
  ['PORT', '; did you mean `port`?'],
  ['Health_Path', '; did you mean `health-path`?'],
  ['ports', '; did you mean `port`?'],
  ['severity', '; did you mean `max-severity`?'],
  ['subnet', '; did you mean `subnet-ids`?'],
  ['frobnicate', ''],
])('for %s it advises%s', (name, advice) => {
  expect(didYouMean(name, Object.keys(INPUTS))).toMatchObject({ message: `no such input${advice}` })
})

it('proposes all inputs that share words with an unknown one', () => {
  expect(didYouMean('canary', ['canary-steps', 'canary-header', 'port'])).toEqual({
    message: 'no such input; did you mean `canary-steps` or `canary-header`?',
    means: ['canary-steps', 'canary-header'],
  })
})

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
