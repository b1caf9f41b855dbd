import { describe, expect, it } from '@jest/globals'
import { readArtifact, releaseArtifact } from '../../../src/domain/release/release-artifact.ts'
import type { Release } from '../../../src/domain/release/release.ts'
import type { Specification } from '../../../src/domain/release/spec.ts'
import { releaseName } from '../../../src/domain/release/release.ts'
import { aRecord, aRelease, aSpec, COMMIT, DIGEST } from '../../fakes/samples.ts'

function release(changes: Partial<Specification> = {}): Release {
  const made = aRelease({ spec: aSpec({ env: { A: '1' }, secrets: { B: 'ssm:/b' }, ...changes }) })
  return { ...made, name: releaseName(made.commit, made.digest, made.spec) }
}
const recorded = (of: Release, changes = {}) => aRecord({ release: of.name, digest: of.digest, commit: of.commit, ...changes })

describe('the specification of a release', () => {
  it("is read as it was written, with the image's place from the record", () => {
    const one = release({ domains: ['a.example'], 'trusted-proxies': ['vpc'], migration: true })
    const image = `elsewhere.example/web@${DIGEST}`
    const { text } = releaseArtifact(one)
    expect(readArtifact(text, recorded(one, { image, login: 'elsewhere.example' }))).toEqual({
      ...one,
      ...{ image, login: 'elsewhere.example' },
    })
  })

  it('is one, whatever the environment, the repository and the run are', () => {
    const one = release()
    expect(releaseArtifact({ ...one, image: `other.example/web@${DIGEST}` })).toEqual(releaseArtifact(one))
    expect(releaseArtifact(one).text).not.toMatch(/production|registry\.example|runUrl/)
  })

  it('has a tag of its own, even if only time limits differ', () => {
    const [one, slower] = [release(), release({ 'health-timeout': 120 })]
    expect(slower.name).toBe(one.name)
    const tags = [one, slower].map((of) => releaseArtifact(of).tag)
    expect(new Set(tags).size).toBe(2)
    for (const tag of tags) expect(tag).toMatch(new RegExp(`^release-${one.name}-[0-9a-f]{8}$`))
  })

  it.each<[string, (text: string) => string, object]>([
    ['no JSON', (text) => text.slice(1), {}],
    ['no object', () => 'null', {}],
    ['another configuration', (text) => text.replace('"A":"1"', '"A":"2"'), {}],
    ['a setting that this version does not know', (text) => text.replace('"port":8080', '"port":8080,"gpu":1'), {}],
    ['another name than the record', (text) => text, { release: 'other' }],
    ['another digest', (text) => text, { digest: 'sha256:e' }],
    ['another commit', (text) => text, { commit: COMMIT.replace('c0ffee00', 'c0ffee01') }],
  ])('is rejected with %s', (_, change, record) => {
    const one = release()
    expect(readArtifact(change(releaseArtifact(one).text), recorded(one, record))).toBeUndefined()
  })
})
