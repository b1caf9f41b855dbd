import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startBrowser } from '../../../local/browser/browser.ts'
import type { Browser } from '../../../local/browser/browser.ts'
import { metricsFiles } from '../../../src/report/metrics/files.ts'
import { FEW, HOSTILE, HOSTILE_TEXT, METRICS } from '../../fakes/sample-metrics.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const folder = temporaryFolder('site')
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** What an expression of a page comes to, in JSON. */
async function inPage(file: string, text: string, expression: string): Promise<unknown> {
  writeFileSync(join(folder, file), text)
  const page = await browser.open(`file://${join(folder, file)}`)
  return JSON.parse(String(await page.run(`JSON.stringify(${expression})`)))
}

/** The page in a frame that is as wide as a phone. */
async function onPhone(text: string, expression: string): Promise<unknown> {
  const frame = `<iframe style="width:390px;height:800px;border:0" srcdoc="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
  return inPage('phone.html', `<!doctype html><body>${frame}`, `((doc) => ${expression})(document.querySelector('iframe').contentDocument)`)
}

describe.each([
  ['a busy service', METRICS],
  ['a new service', FEW],
  ['a service with hostile names', HOSTILE],
])('the page of %s in a browser', (_, metrics) => {
  const { 'index.html': page = '' } = metricsFiles(metrics)

  it('loads and runs nothing', async () => {
    const seen = await inPage(
      'index.html',
      page,
      '{ scripts: document.scripts.length, images: document.images.length, loaded: performance.getEntriesByType("resource").length }',
    )
    expect(seen).toEqual({ scripts: 0, images: 0, loaded: 0 })
  })

  it('is no wider than a phone', async () => {
    expect(await onPhone(page, 'doc.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})

it('shows hostile names as they are', async () => {
  const { 'index.html': page = '' } = metricsFiles(HOSTILE)
  const heading = await inPage('index.html', page, '[...document.querySelectorAll("h2")].map((one) => one.textContent)')
  expect(heading).toContain(`../../${HOSTILE_TEXT}`)
})

it('draws badges that are images', async () => {
  const { 'badges/production/lead-time.svg': svg = '' } = metricsFiles(METRICS)
  writeFileSync(join(folder, 'badge.svg'), svg)
  const size = '(() => { const { naturalWidth, naturalHeight } = document.images[0]; return [naturalWidth > 100, naturalHeight] })()'
  expect(await inPage('badge.html', '<!doctype html><img src="badge.svg">', size)).toEqual([true, 20])
})
