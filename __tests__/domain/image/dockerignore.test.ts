import { describe, expect, it } from '@jest/globals'
import { readDockerignore } from '../../../src/domain/image/dockerignore.ts'
import { DOCKERIGNORE_CASES } from '../../fakes/dockerignore-cases.ts'

describe('.dockerignore', () => {
  it.each(DOCKERIGNORE_CASES)('%j', (text, ignored, taken) => {
    const rules = readDockerignore(text)
    expect(ignored.filter((path) => !rules.ignores(path))).toEqual([])
    expect(taken.filter((path) => rules.ignores(path))).toEqual([])
  })

  it('tells whether a pattern takes something back', () => {
    expect(readDockerignore('a\n! b').takesBack).toBe(true)
    expect(readDockerignore('a\n#!b').takesBack).toBe(false)
  })
})
