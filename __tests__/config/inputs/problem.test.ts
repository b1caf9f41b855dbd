import { expect, it } from '@jest/globals'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import { didYouMean } from '../../../src/config/inputs/problem.ts'

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
  expect(didYouMean(name, Object.keys(INPUTS))).toBe(`no such input${advice}`)
})

it('names all inputs that have the words of one that is none', () => {
  expect(didYouMean('canary', ['canary-steps', 'canary-header', 'port'])).toBe(
    'no such input; did you mean `canary-steps` or `canary-header`?',
  )
})
