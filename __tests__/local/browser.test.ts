import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startBrowser } from '../../local/browser/browser.ts'
import type { Browser } from '../../local/browser/browser.ts'
import { must } from '../../local/machine/exec.ts'

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

test('a page that is not there is an error', async () => {
  await expect(browser.open('http://127.0.0.1:1/')).rejects.toThrow('net::ERR_')
})

/** An authority, and a certificate by it for shop.example.com with its key, in PEM. */
async function issued(): Promise<{ readonly authority: string; readonly cert: string; readonly key: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-to-ec2-authority-'))
  const at = (name: string): string => join(folder, name)
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const issuing = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign', '-subj', '/CN=authority']
  await must('openssl', 'req', '-x509', ...kind, '-keyout', at('ca.key'), '-out', at('ca.crt'), '-days', '2', ...issuing)
  await must('openssl', 'req', ...kind, '-keyout', at('key'), '-out', at('csr'), '-subj', '/CN=shop')
  await writeFile(at('names'), 'subjectAltName=DNS:shop.example.com')
  const by = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2', '-extfile', at('names')]
  await must('openssl', 'x509', '-req', '-in', at('csr'), '-out', at('crt'), ...by)
  const [authority = '', cert = '', key = ''] = await Promise.all(['ca.crt', 'crt', 'key'].map((name) => readFile(at(name), 'utf8')))
  await rm(folder, { recursive: true })
  return { authority, cert, key }
}

test('a page by HTTPS is loaded only by whoever trusts its authority, and only by the names of its certificate', async () => {
  const { authority, cert, key } = await issued()
  const secure = createSecureServer({ key, cert }, (_, response) => response.setHeader('content-type', 'text/html').end('<p>'))
  await once(secure.listen(0, '127.0.0.1'), 'listening')
  const place = `127.0.0.1:${(secure.address() as AddressInfo).port}`
  const names = { 'shop.example.com': place, 'other.example.com': place }
  const [trusting, doubting] = [await startBrowser({ authority, names }), await startBrowser({ names })]
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
