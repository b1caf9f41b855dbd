import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { localResultFiles } from '../../src/adapters/result-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'docker-to-ec2-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('writes files into folders that are made for them, over earlier ones', async () => {
  const site = join(folder, 'public/metrics')
  await localResultFiles().write(site, { 'index.html': 'old', 'badges/production/lead-time.svg': '<svg/>' })
  await localResultFiles().write(site, { 'index.html': 'new' })
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('new')
  expect(readFileSync(join(site, 'badges/production/lead-time.svg'), 'utf8')).toBe('<svg/>')
})

test('names the input and the file where it may not write', async () => {
  writeFileSync(join(folder, 'a-file'), '')
  await expect(localResultFiles().write(join(folder, 'a-file'), { 'index.html': '' })).rejects.toMatchObject({
    code: 'inputs',
    message: expect.stringMatching(/^metrics-path: \S+index\.html could not be written: /),
  })
})
