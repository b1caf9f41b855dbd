import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { readSbomFile } from '../../../src/adapters/checkout/sbom-file.ts'
import { LARGEST_SBOM } from '../../../src/domain/image/sbom.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

let folder = ''

beforeAll(async () => {
  folder = temporaryFolder('sbom-file-test')
  await writeFile(join(folder, 'good.json'), '{"bomFormat":"CycloneDX","specVersion":"1.6"}')
  await writeFile(join(folder, 'marked.json'), '\uFEFF{"bomFormat":"CycloneDX","specVersion":"1.6"}')
  await writeFile(join(folder, 'other.json'), '{}')
  await writeFile(join(folder, 'large.json'), '')
  await truncate(join(folder, 'large.json'), LARGEST_SBOM + 1)
})

test.each(['good.json', 'marked.json'])('reads an SBOM without its byte order mark: %s', async (name) => {
  expect(await readSbomFile(join(folder, name))).toEqual({
    type: 'application/vnd.cyclonedx+json',
    text: '{"bomFormat":"CycloneDX","specVersion":"1.6"}',
  })
})

test.each([
  ['none.json', 'cannot be read'],
  ['.', 'is not a file'],
  ['other.json', 'is neither SPDX nor CycloneDX'],
  ['large.json', 'bytes; the limit'],
])('%s %s', async (name, message) => {
  await expect(readSbomFile(join(folder, name))).rejects.toMatchObject({
    code: 'inputs',
    message: expect.stringContaining(message),
    hint: expect.stringContaining('syft'),
  })
})
