import { expect, it } from '@jest/globals'
import { FACTS } from '../../../src/config/step/facts.ts'
import { isInStep } from '../../../src/config/step/step.ts'
import type { InputName } from '../../../src/config/inputs/inputs.ts'
import { readConfig } from '../../fakes/read-config.ts'

const guards = (Object.keys(FACTS) as InputName[]).filter((name) => FACTS[name].emptyIsWrong && !FACTS[name].ofRun)

it('no word that a step may write means that an input that protects is left out', () => {
  expect(guards.length).toBeGreaterThan(10)
  for (const name of guards)
    for (const word of ['unset', 'none', 'null', 'undefined', 'default', 'absent', 'false', 'off', '0', '-'])
      expect([name, word, isInStep({ [`INPUT_${name.toUpperCase()}`]: word }, name)]).toEqual([name, word, true])
  expect(guards.filter((name) => isInStep({ [`INPUT_${name.toUpperCase()}`]: FACTS[name].passed ?? '' }, name))).toEqual([])
})

it('a step that writes unset for the account that it may use is refused', () => {
  const env = { GITHUB_REPOSITORY: 'acme/web', AWS_REGION: 'us-east-1', INPUT_COMMAND: 'status', 'INPUT_ACCOUNT-ID': 'unset' }
  expect(() => readConfig(env)).toThrow('account-id: got "unset"')
})
