import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startBrowser } from '../../local/browser/browser.ts'
import type { Browser } from '../../local/browser/browser.ts'
import { makeAuthority } from '../fakes/certificates.ts'

let browser: Browser
const server = createServer((request, response) => {
  if (request.url !== '/') return response.writeHead(404).end()
  response.setHeader('content-type', 'text/html')
  return response.end(`<script type="module">window.told = ${JSON.stringify(request.headers['x-told'] ?? 'nothing')}</script>`)
})

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

test('a page has run its scripts when it is open, and was asked for with the headers that were given', async () => {
  const [plain, told] = [await browser.open(url()), await browser.open(url(), { 'X-Told': 'a word' })]
  expect([await plain.run('window.told'), await told.run('window.told')]).toEqual(['nothing', 'a word'])
})

test('what a page throws is thrown', async () => {
  const page = await browser.open(url())
  await expect(page.run("import('/none.js')")).rejects.toThrow('Failed to fetch dynamically imported module')
})

test('a missing page is an error', async () => {
  await expect(browser.open('http://127.0.0.1:1/')).rejects.toThrow('net::ERR_')
})

test('a page over HTTPS loads only with a trusted authority and a name of its certificate', async () => {
  const authority = await makeAuthority()
  const { certificate: cert, key } = await authority.issue('shop.example.com')
  const secure = createSecureServer({ key, cert }, (_, response) => response.setHeader('content-type', 'text/html').end('<p>'))
  await once(secure.listen(0, '127.0.0.1'), 'listening')
  const place = `127.0.0.1:${(secure.address() as AddressInfo).port}`
  const names = { 'shop.example.com': place, 'other.example.com': place }
  const [trusting, doubting] = [await startBrowser({ authority: authority.certificate, names }), await startBrowser({ names })]
  try {
    expect(await (await trusting.open('https://shop.example.com/')).run('location.href')).toBe('https://shop.example.com/')
    await expect(trusting.open('https://other.example.com/')).rejects.toThrow('net::ERR_CERT_COMMON_NAME_INVALID')
    await expect(doubting.open('https://shop.example.com/')).rejects.toThrow('net::ERR_CERT_AUTHORITY_INVALID')
  } finally {
    await Promise.all([trusting.close(), doubting.close()])
    secure.closeAllConnections()
    secure.close()
  }
})
