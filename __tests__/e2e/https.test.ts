import { describe, expect } from '@jest/globals'
import { startAuthority } from '../../local/acme/authority.ts'
import { startBrowser } from '../../local/browser/browser.ts'
import type { Authority } from '../../local/acme/authority.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { createHostedZone } from '../../local/hosted-zones.ts'
import { visit as get } from '../../local/load/way.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { SERVICE, filesOf, onHost } from './support/on-host.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import { underLoad } from './support/under-load.ts'
import type { Bed } from './support/test-bed.ts'

const SHOP = 'shop.example.com'
const WWW = 'www.shop.example.com'
const ADMIN = '/var/lib/docker-to-ec2/proxy/data/admin.sock'

let bed: Bed
let authority: Authority
let host: HostHandle
let address: string
let run: ActionRun

const named = given(async () => {
  bed = await openBed()
  authority = await startAuthority(bed.cloud)
  atEnd(() => authority.stop())
  await createHostedZone(bed.cloud, 'example.com')
  run = ended(await bed.act({ domains: SHOP }), 'deployed')
  host = await bed.hostOf(run)
  address = run.outputs['public-ip'] ?? ''
  await authority.trustOn(host)
})
beforeEach(named)

/** A run that looks names up as the authority does. */
const act = (inputs: Readonly<Record<string, string>>) => bed.act(inputs, { nameserver: bed.cloud.nameserver })

const https = (more: Readonly<Record<string, string>> = {}) => ({
  ...{ domains: SHOP, 'redirect-domains': WWW, tls: 'acme', 'acme-directory': authority.directory, 'certificate-timeout': '600s' },
  ...more,
})

/** What a browser gets that trusts the authority alone. */
async function visit(name: string, path = '/'): Promise<{ readonly status: number; readonly location: string }> {
  const { status, headers } = await get(`https://${name}${path}`, { address, authority: authority.issuers })
  return { status, location: headers.location ?? '' }
}

async function plainly(name: string, path = '/'): Promise<{ status: number; location: string }> {
  const answer = await onHost(host, `curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -H 'Host: ${name}' 'http://127.0.0.1${path}'`)
  const [status = '', location = ''] = answer.split(' ')
  return { status: Number(status), location }
}

/** When the proxy loaded a configuration last. */
const loadedAt = async (): Promise<string> =>
  onHost(host, `curl -s --unix-socket ${ADMIN} http://localhost/metrics | grep '^caddy_config_last_reload_success_timestamp_seconds '`)

const routeOf = async (): Promise<string> => onHost(host, `cat ${filesOf(SERVICE).route}`)

describe('a service that changes to HTTPS', () => {
  it("stays on HTTP if the authority limits it, and reports the authority's message", async () => {
    const before = await routeOf()
    const words = 'too many certificates (5) already issued for this exact set of identifiers in the last 168h0m0s'
    await authority.trouble('order-plz', 429, 'rateLimited', words)
    const failed = ended(await act(https()), 'failed', 'certificate-failed')
    expect(errorOf(failed)).toContain(`HTTP 429 rateLimited - ${words}`)
    expect(await plainly(SHOP)).toEqual({ status: 200, location: '' })
    expect(await routeOf()).toBe(before)
    const asked = await authority.orders()
    await authority.noTrouble()
    expect(await onHost(host, `curl -s --unix-socket ${ADMIN} http://localhost/config/apps/tls`)).toBe('null')
    expect(await authority.orders()).toBe(asked)
  })

  it('is served by name over TLS, and redirects other requests there', async () => {
    run = ended(await act(https()), 'deployed')
    expect(run.outputs['url']).toBe(`https://${SHOP}`)
    expect(await visit(SHOP)).toMatchObject({ status: 200 })
    expect(await visit(WWW, '/a?b=c')).toMatchObject({ status: 308, location: `https://${SHOP}/a?b=c` })
    expect(await plainly(SHOP, '/a?b=c')).toEqual({ status: 308, location: `https://${SHOP}/a?b=c` })
    await expect(visit('other.example.com')).rejects.toThrow()
  })

  it('is loaded by a browser that trusts the authority, by both of its names', async () => {
    const browser = await startBrowser({ authority: authority.issuers, names: { [SHOP]: address, [WWW]: address } })
    try {
      for (const asked of [`https://${SHOP}/`, `http://${SHOP}/`, `https://${WWW}/`]) {
        const page = await browser.open(asked)
        expect(await page.run('[location.href, isSecureContext].join()')).toBe(`https://${SHOP}/,true`)
      }
    } finally {
      await browser.close()
    }
  })

  it('requests no new certificate for a deploy, rollback or reboot, and status lists its certificates', async () => {
    const asked = await authority.orders()
    ended(await act(https()), 'unchanged')
    await bed.commit()
    run = ended(await act(https()), 'deployed')
    ended(await act({ command: 'rollback' }), 'rolled-back')
    await host.reboot()
    const status = ended(await bed.act({ command: 'status' }), 'reported')
    const certificates = JSON.parse(status.outputs['certificates'] ?? '') as { name: string; issuer: string }[]
    // Those that expire first come first.
    expect(certificates.map(({ name }) => name).toSorted()).toEqual([SHOP, WWW])
    expect(certificates[0]?.issuer).toMatch(/^Pebble Intermediate/)
    expect(await visit(SHOP)).toMatchObject({ status: 200 })
    expect(await authority.orders()).toBe(asked)
  })

  it('loses no request and no WebSocket in 20 releases, without a reload of the proxy', async () => {
    await bed.commit()
    run = ended(await act(https()), 'deployed')
    const [loaded, asked] = [await loadedAt(), await authority.orders()]
    const way = { address, authority: authority.issuers }
    // A WebSocket stays for as long as it may.
    const quickly = https({ 'drain-timeout': await stretched(2) })
    const report = await underLoad({ url: `https://${SHOP}`, way, webSocket: true }, async () => {
      for (let release = 0; release < 20; release++) {
        await bed.commit()
        ended(await act(quickly), 'deployed')
      }
    })
    expect({ failed: report.failed, outcomes: Object.keys(report.outcomes) }).toEqual({ failed: 0, outcomes: ['ok'] })
    expect(Object.keys(report.versions).length).toBeGreaterThanOrEqual(20)
    expect(report.webSocketEchoes).toBeGreaterThan(20)
    expect([await loadedAt(), await authority.orders()]).toEqual([loaded, asked])
  })

  it('keeps its certificate while the authority is down', async () => {
    await bed.commit()
    ended(await act(https()), 'deployed')
    await authority.trouble('dir', 0)
    await bed.commit()
    const report = await underLoad({ url: `https://${SHOP}`, way: { address, authority: authority.issuers } }, async () => {
      run = ended(await act(https({ 'canary-steps': `50%:${await stretched(3)}` })), 'deployed')
    })
    expect(report).toMatchObject({ failed: 0 })
    // By the requests that were counted over TLS it was judged.
    expect(run.summary).toMatch(/\| 50% \| baseline \| [1-9]\d* \|.*\n\| 50% \| canary \| [1-9]\d* \|/)
    expect(await visit(SHOP)).toMatchObject({ status: 200 })
    await authority.noTrouble()
  })
})
