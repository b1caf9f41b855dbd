import { expect, test } from '@jest/globals'
import { readMetadata } from '../../../src/domain/image/build-metadata.ts'

const DIGEST = `sha256:${'0d'.repeat(32)}`
const BASE = { uri: 'pkg:docker/node@24?platform=linux%2Famd64', digest: { sha256: 'ab' } }
const FRONTEND = { uri: 'pkg:docker/docker/dockerfile@1', digest: { sha256: 'cd' } }

test.each([
  [`{"containerimage.config.digest":"sha256:1","containerimage.digest":"${DIGEST}","image.name":"r/web:abc"}`, DIGEST],
  ['{"image.name":"r/web:abc"}', undefined],
  ['{"containerimage.digest":"latest"}', undefined],
  ['{"containerimage.digest":7}', undefined],
  ['{"containerimage.di', undefined],
  ['', undefined],
])("the digest in buildx's metadata", (metadata, expected) => {
  expect(readMetadata(metadata)?.digest).toBe(expected)
})

test.each([
  ['none', {}, []],
  ['of a build', { 'buildx.build.provenance': { builder: { id: '' }, materials: [BASE, FRONTEND] } }, [BASE, FRONTEND]],
  ['in the later form', { 'buildx.build.provenance': { buildDefinition: { resolvedDependencies: [BASE] } } }, [BASE]],
  [
    'of several platforms, each once',
    {
      'buildx.build.provenance/linux/amd64': { materials: [BASE] },
      'buildx.build.provenance/linux/arm64': { materials: [BASE, FRONTEND] },
    },
    [BASE, FRONTEND],
  ],
  ['that are none', { 'buildx.build.provenance': { materials: [{ uri: 7 }, { uri: 'a\nb', digest: {} }, BASE] } }, [BASE]],
  ['that cannot be read', { 'buildx.build.provenance': 'x', 'buildx.build.provenances': { materials: [BASE] } }, []],
])("materials in buildx's metadata: %s", (_, told, expected) => {
  expect(readMetadata(JSON.stringify({ 'containerimage.digest': DIGEST, ...told }))).toEqual({ digest: DIGEST, materials: expected })
})

test.each([
  ['https://ada:secret@git.test/x', 'https://git.test/x'],
  ['git+ssh://git@git.test/x.git#v1', 'git+ssh://git.test/x.git#v1'],
  ['https://files.test/a.tgz?X-Amz-Signature=secret', 'https://files.test/a.tgz'],
  ['https://git.test/x.git?token=secret#main', 'https://git.test/x.git#main'],
  ['HTTPS://files.test?sig=a@b', 'HTTPS://files.test'],
  ['https://files.test/@scope/a.tgz', 'https://files.test/@scope/a.tgz'],
])('a material is published without its secrets: %s', (uri, open) => {
  const text = JSON.stringify({ 'containerimage.digest': DIGEST, 'buildx.build.provenance': { materials: [{ uri, digest: {} }] } })
  expect(readMetadata(text)?.materials).toEqual([{ uri: open, digest: {} }])
})
