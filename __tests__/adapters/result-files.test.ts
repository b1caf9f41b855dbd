import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { localResultFiles } from '../../src/adapters/result-files.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

const folder = temporaryFolder('files')

test('creates folders for files, and replaces earlier files', async () => {
  const site = join(folder, 'public/metrics')
  await localResultFiles(folder).write(site, { 'index.html': 'old', 'badges/production/lead-time.svg': '<svg/>' })
  await localResultFiles(folder).write(site, { 'index.html': 'new' })
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('new')
  expect(readFileSync(join(site, 'badges/production/lead-time.svg'), 'utf8')).toBe('<svg/>')
})

test('names the input and the file that it cannot write', async () => {
  writeFileSync(join(folder, 'a-file'), '')
  await expect(localResultFiles(folder).write(join(folder, 'a-file'), { 'index.html': '' })).rejects.toMatchObject({
    code: 'inputs',
    message: expect.stringMatching(/^metrics-path: \S+index\.html could not be written: /),
  })
})

test.each([
  ['the folder', 'linked', (outside: string) => symlinkSync(outside, join(folder, 'linked'))],
  ['a folder above it', 'above/site', (outside: string) => symlinkSync(outside, join(folder, 'above'))],
  [
    'a folder below it',
    'below',
    (outside: string) => {
      mkdirSync(join(folder, 'below'))
      symlinkSync(outside, join(folder, 'below/badges'))
    },
  ],
  [
    'the file',
    'file',
    (outside: string) => {
      mkdirSync(join(folder, 'file/badges'), { recursive: true })
      symlinkSync(join(outside, 'victim'), join(folder, 'file/badges/a.svg'))
    },
  ],
  ['a folder that is missing there', 'gone/site', (outside: string) => symlinkSync(join(outside, 'new'), join(folder, 'gone'))],
])('writes nothing outside of the workspace if %s is a symbolic link', async (_, path, link) => {
  const outside = temporaryFolder('outside')
  writeFileSync(join(outside, 'victim'), 'theirs')
  link(outside)
  await expect(localResultFiles(folder).write(join(folder, path), { 'badges/a.svg': '<svg/>' })).rejects.toMatchObject({ code: 'inputs' })
  expect(readdirSync(outside)).toEqual(['victim'])
  expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('theirs')
})

test('follows a symbolic link that stays in the workspace', async () => {
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'alias'))
  await localResultFiles(folder).write(join(folder, 'alias'), { 'index.html': 'x' })
  expect(existsSync(join(folder, 'real/index.html'))).toBe(true)
})
