import { expect, it } from '@jest/globals'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import { didYouMean } from '../../../src/config/step/spelling.ts'

it.each([
  ['region', '; did you mean `aws-region` or `promote-from-region`?'],
  ['cap_add', '; did you mean `cap-add`?'],
  ['helth-path', '; did you mean `health-path`?'],
  ['PORT', '; did you mean `port`?'],
  ['Health_Path', '; did you mean `health-path`?'],
  ['ports', '; did you mean `port`?'],
  ['severity', '; did you mean `max-severity`?'],
  ['domain', '; did you mean `domains` or `preview-domain`?'],
  ['label', '; did you mean `labels`, `incident-label` or `preview-label`?'],
  ['instance', '; did you mean `instances`, `instance-id`, `instance-type` or `instance-profile`?'],
  ['secret', '; did you mean `secrets`?'],
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
