import { describe, expect, it } from '@jest/globals'
import { exposureOf } from '../../../src/domain/rollout/exposure.ts'

const step = (name: string, start: number, ms: number, ok = true) => ({ name, start: start * 1000, ms: ms * 1000, ok })
const SINCE = 100_000

describe('exposureOf', () => {
  it.each([
    ['nothing that reached a visitor', [step('pull', 101, 4), step('health', 105, 9, false)], {}],
    ['a cut-over that failed', [step('cut-over', 110, 1, false)], {}],
    ['one host', [step('health', 101, 9), step('cut-over', 110, 0.5), step('bake', 111, 5)], { reached: 10.5, served: 10.5 }],
    ['hosts in waves', [step('cut-over', 110, 1), step('cut-over', 150, 1)], { reached: 11, served: 51 }],
    [
      'a canary that was promoted',
      [step('canary 5%', 120, 60), step('canary 25%', 180, 60), step('cut-over', 241, 1)],
      { reached: 20, served: 142, canary: 25 },
    ],
    ['a canary that was aborted', [step('canary 2.5%', 120, 60, false)], { reached: 20, canary: 2.5 }],
    ['a dark start', [step('canary 0%', 120, 60, false)], { canary: 0 }],
    ['a dark start and a share', [step('canary 0%', 120, 60), step('canary 5%', 180, 60, false)], { reached: 80, canary: 5 }],
    ['a clock that was set back', [step('cut-over', 90, 1)], { reached: 0, served: 0 }],
  ])('describes %s', (_, steps, expected) => {
    expect(exposureOf(steps, SINCE)).toEqual(expected)
  })
})
