import { describe, expect, it, test } from '@jest/globals'
import { parse } from 'yaml'
import { SUB_ACTIONS } from '../../scripts/actions.ts'
import { read } from '../../scripts/docs.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import type { InputName } from '../../src/config/inputs/inputs.ts'

interface Typed {
  readonly type: string
  readonly separator?: string
  readonly 'allowed-values'?: readonly string[]
  readonly 'list-item'?: Typed
}

type Types = Readonly<Record<'inputs' | 'outputs', Readonly<Record<string, Typed>>>>

const typesOf = (folder: string): Types => parse(read(`${folder}action-types.yml`)) as Types
const { inputs, outputs } = typesOf('')

describe.each(['', ...Object.keys(SUB_ACTIONS).map((command) => `${command}/`)])('%saction-types.yml', (folder) => {
  const types = typesOf(folder)

  it('has a type for each input and output of the action beside it, and for nothing else', () => {
    const action = parse(read(`${folder}action.yml`)) as Record<'inputs' | 'outputs', object>
    expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs))
    expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs))
  })

  it('has no type that the format does not know', () => {
    const fits = ({ type, separator, 'allowed-values': values, 'list-item': item }: Typed, inList = false): boolean => {
      if (type === 'list') return !inList && separator !== undefined && item !== undefined && fits(item, true)
      if (type === 'enum') return (values?.length ?? 0) > 0
      return ['string', 'boolean', 'integer', 'float'].includes(type) && separator === undefined && values === undefined
    }
    const all = [...Object.entries(types.inputs), ...Object.entries(types.outputs)]
    expect(all.filter(([, typed]) => !fits(typed))).toEqual([])
  })
})

const names = Object.keys(INPUTS) as InputName[]
const takes = (name: InputName, text: string): boolean => {
  try {
    INPUTS[name].parse(text)
    return true
  } catch {
    return false
  }
}

test('an input takes each value that its type allows, and no other', () => {
  const enums = names.filter((name) => inputs[name]?.type === 'enum')
  expect(enums).toContain('command')
  for (const name of enums) {
    expect(inputs[name]?.['allowed-values']?.filter((value) => !takes(name, value))).toEqual([])
    expect(takes(name, 'something-else')).toBe(false)
  }
  for (const name of names.filter((candidate) => inputs[candidate]?.type === 'boolean'))
    expect(['true', 'false', '1'].map((text) => takes(name, text))).toEqual([true, true, false])
  for (const name of names.filter((candidate) => ['integer', 'float'].includes(inputs[candidate]?.type ?? '')))
    expect(takes(name, 'many')).toBe(false)
})

test.each([
  ['env', 'A=1\nB=2', { A: '1', B: '2' }],
  ['args', '--a\n--b', ['--a', '--b']],
  ['platforms', 'linux/amd64,linux/arm64', ['linux/amd64', 'linux/arm64']],
] as const)('the separator of %s is the one that the input takes', (name, text, expected) => {
  const { type, separator = '' } = inputs[name] ?? { type: '' }
  expect(type).toBe('list')
  expect(text.split(separator)).toHaveLength(2)
  expect(INPUTS[name].parse(text)).toEqual(expected)
})

test('what is one text is no list, also where the file has a list for it', () => {
  expect(inputs['entrypoint']).toEqual({ type: 'string' })
  expect(inputs['canary-steps']).toEqual({ type: 'string' })
})

test('numbers among the outputs are typed', () => {
  expect(outputs['duration']).toEqual({ type: 'float' })
})
