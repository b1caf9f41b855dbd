import { describe, expect, it } from '@jest/globals'
import { IMAGE_REFERENCE } from '../../../src/domain/image/image-reference.ts'
import { buildTag, isEcr, parseImage } from '../../../src/domain/image/image.ts'
import { COMMIT, DIGEST } from '../../fakes/samples.ts'

describe('parseImage', () => {
  it.each([
    ['nginx', 'docker.io', 'library/nginx', undefined, undefined],
    ['nginx:1.29', 'docker.io', 'library/nginx', '1.29', undefined],
    ['grafana/grafana', 'docker.io', 'grafana/grafana', undefined, undefined],
    ['ghcr.io/a/b/c:v1', 'ghcr.io', 'a/b/c', 'v1', undefined],
    ['localhost/x', 'localhost', 'x', undefined, undefined],
    ['10.0.0.1:5000/x:y', '10.0.0.1:5000', 'x', 'y', undefined],
    [`public.ecr.aws/a/b@${DIGEST}`, 'public.ecr.aws', 'a/b', undefined, DIGEST],
    [`10.0.0.1:5000/a:t@${DIGEST}`, '10.0.0.1:5000', 'a', 't', DIGEST],
  ])('%s', (reference, registry, repository, tag, digest) => {
    expect(parseImage(reference)).toEqual({ registry, repository, tag, digest })
    expect(reference).toMatch(IMAGE_REFERENCE)
  })

  it.each([
    ...['', 'NGINX:1', 'ghcr.io/Acme/web', 'a//b', 'a/', '/a', 'a:', 'a:::', 'a:b:c', 'a@sha256:1', 'a@', 'a:-b', 'a..b', 'a b', 'a\nb'],
    ...[
      'https://ghcr.io/a/b:1',
      'docker://a',
      'ghcr.io:port/a',
      '-a',
      'a-',
      '.a/b',
      `a:${'t'.repeat(129)}`,
      `a@${DIGEST}0`,
      `${'a-'.repeat(200)}!`,
    ],
  ])('%j is not a reference of an image', (reference) => {
    expect(reference).not.toMatch(IMAGE_REFERENCE)
  })

  it.each(['a__b', 'a--b/c.d_e', 'registry.example:5000/a', `a:${'t'.repeat(128)}`, 'a:V1.2_3-4'])('%s is one', (reference) => {
    expect(reference).toMatch(IMAGE_REFERENCE)
  })
})

describe('isEcr', () => {
  it.each([
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com', undefined, true],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', undefined, true],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', undefined, true],
    ['123456789012.dkr-ecr.us-east-1.on.aws', undefined, true],
    ['registry.example:5000', 'registry.example:5000', true],
    ['public.ecr.aws', undefined, false],
    ['evil.example/123456789012.dkr.ecr.us-east-1.amazonaws.com', undefined, false],
  ])('%s', (registry, own, expected) => {
    expect(isEcr(registry, own)).toBe(expected)
  })
})

describe('buildTag', () => {
  const usual = { context: '.', dockerfile: undefined, target: undefined, buildArgs: {}, platforms: ['linux/amd64'] as const, content: '' }

  it('is the commit for a usual build', () => {
    expect(buildTag(COMMIT, usual)).toBe(COMMIT)
  })

  it('tells apart what is built differently, whatever the order of the arguments', () => {
    const variants = [
      { ...usual, context: 'app' },
      { ...usual, dockerfile: 'Other' },
      { ...usual, target: 'debug' },
      { ...usual, buildArgs: { A: '1', B: '2' } },
      { ...usual, buildArgs: { A: '1', B: '3' } },
      { ...usual, platforms: ['linux/arm64'] as const },
      { ...usual, content: '1f' },
      { ...usual, content: '2f' },
    ].map((inputs) => buildTag(COMMIT, inputs))
    expect(new Set([...variants, COMMIT]).size).toBe(9)
    expect(variants.every((tag) => new RegExp(`^${COMMIT}-[0-9a-f]{12}$`).test(tag))).toBe(true)
    expect(buildTag(COMMIT, { ...usual, buildArgs: { B: '2', A: '1' } })).toBe(variants[3])
  })
})
