import { expect, test } from '@jest/globals'
import { readSbom } from '../../../src/domain/image/sbom.ts'

test.each([
  ['application/spdx+json', { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages: [] }],
  ['application/spdx+json', { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [] }],
  ['application/vnd.cyclonedx+json', { bomFormat: 'CycloneDX', specVersion: '1.6', components: [] }],
  [undefined, { spdxVersion: '2.3' }],
  [undefined, { '@context': 'https://schema.org', '@graph': [] }],
  [undefined, { bomFormat: 'CycloneDX' }],
  [undefined, []],
  [undefined, null],
])('%s: %j', (type, document) => {
  const text = JSON.stringify(document)
  expect(readSbom(text)).toEqual(type === undefined ? undefined : { type, text })
})

test('a text that is not JSON is not an SBOM', () => {
  expect(readSbom('SPDXVersion: SPDX-2.3')).toBeUndefined()
})
