import { expect, test } from '@jest/globals'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import { attempt } from '../../../src/config/step/values.ts'

/** What a message says about a value that no input accepts, and the examples at the end of it. */
const examples = Object.entries(INPUTS).flatMap(([name, { parse }]) => {
  const read = attempt<unknown>(() => parse('\u0001'))
  const [{ expected } = { expected: '' }] = 'faults' in read ? read.faults : []
  const [, first, second] = /such as ([^\s,]+)(?: or ([^\s,]+))?$/.exec(expected) ?? []
  return [first, second].filter((one) => one !== undefined).map((example) => ({ name, parse, example }))
})

test('the inputs have examples', () => {
  expect(examples.length).toBeGreaterThan(40)
})

// An ellipsis stands for the rest.
test.each(examples.filter(({ example }) => !example.endsWith('...')))(
  '$name takes the example in its own message: $example',
  ({ parse, example }) => {
    expect(attempt<unknown>(() => parse(example))).toHaveProperty('value')
  },
)
