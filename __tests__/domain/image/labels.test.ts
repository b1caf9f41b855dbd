import { expect, test } from '@jest/globals'
import { imageLabels } from '../../../src/domain/image/labels.ts'
import type { Origin } from '../../../src/domain/image/labels.ts'

const COMMIT = '3f2a9c1d'.repeat(5)
const DIGEST = `sha256:${'a'.repeat(64)}`
const ORIGIN: Origin = {
  title: 'web',
  serverUrl: 'https://github.com',
  repository: 'acme/shop',
  about: { description: 'The shop', licenses: 'Apache-2.0' },
  commit: COMMIT,
  tag: `${COMMIT}-0123456789ab`,
  committedAt: new Date(1_767_323_045_000),
  readme: 'docs/README.md',
  dockerfile: { own: [], base: { name: 'docker.io/library/node:24', digest: DIGEST } },
}
const ALL = {
  'org.opencontainers.image.title': 'web',
  'org.opencontainers.image.description': 'The shop',
  'org.opencontainers.image.licenses': 'Apache-2.0',
  'org.opencontainers.image.vendor': 'acme',
  'org.opencontainers.image.authors': 'https://github.com/acme',
  'org.opencontainers.image.source': 'https://github.com/acme/shop',
  'org.opencontainers.image.url': `https://github.com/acme/shop/tree/${COMMIT}`,
  'org.opencontainers.image.documentation': `https://github.com/acme/shop/blob/${COMMIT}/docs/README.md`,
  'org.opencontainers.image.revision': COMMIT,
  'org.opencontainers.image.version': `${COMMIT}-0123456789ab`,
  'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
  'org.opencontainers.image.base.name': 'docker.io/library/node:24',
  'org.opencontainers.image.base.digest': DIGEST,
}

test('labels state the origin of an image', () => {
  expect(imageLabels(ORIGIN)).toEqual(ALL)
})

test('unknown facts have no label', () => {
  const unknown = imageLabels({ ...ORIGIN, about: {}, committedAt: undefined, readme: undefined, dockerfile: { own: [], base: undefined } })
  const names = ['title', 'vendor', 'authors', 'source', 'url', 'revision', 'version'].map((name) => `org.opencontainers.image.${name}`)
  expect(Object.keys(unknown).toSorted()).toEqual(names.toSorted())
})

test('labels of the Dockerfile win', () => {
  const own = ['org.opencontainers.image.title', 'org.opencontainers.image.base.digest', 'maintainer']
  const { [own[0] as string]: _title, [own[1] as string]: _digest, ...others } = ALL as Record<string, string>
  expect(imageLabels({ ...ORIGIN, dockerfile: { ...ORIGIN.dockerfile, own } })).toEqual(others)
})

test('a run without a repository has no labels about it', () => {
  expect(Object.keys(imageLabels({ ...ORIGIN, repository: '' }))).not.toContain('org.opencontainers.image.vendor')
})
