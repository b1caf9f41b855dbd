import { expect, test } from '@jest/globals'
import { imageLabels } from '../../../src/domain/image/labels.ts'

const COMMIT = '3f2a9c1d'.repeat(5)
const ORIGIN = {
  title: 'web',
  source: 'https://github.com/acme/shop',
  commit: COMMIT,
  tag: `${COMMIT}-0123456789ab`,
  committedAt: new Date(1_767_323_045_000),
}

test('an image tells what it is, and of which commit', () => {
  expect(imageLabels(ORIGIN)).toEqual({
    'org.opencontainers.image.title': 'web',
    'org.opencontainers.image.source': 'https://github.com/acme/shop',
    'org.opencontainers.image.url': `https://github.com/acme/shop/tree/${COMMIT}`,
    'org.opencontainers.image.revision': COMMIT,
    'org.opencontainers.image.version': `${COMMIT}-0123456789ab`,
    'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
  })
})

test('where nobody knows when the commit was made, nothing is made up', () => {
  expect(imageLabels({ ...ORIGIN, committedAt: undefined })).not.toHaveProperty(['org.opencontainers.image.created'])
})
