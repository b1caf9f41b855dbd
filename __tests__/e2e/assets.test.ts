import { describe, expect } from '@jest/globals'
import { startBrowser } from '../../local/browser/browser.ts'
import type { Browser, Page } from '../../local/browser/browser.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { until } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { filesOf, onHost, SERVICE, splitOn } from './support/on-host.ts'
import { reached } from './support/reached.ts'
import { buildSite } from './support/site.ts'
import type { Build } from './support/site.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'

const ASSETS = { 'asset-path': '/assets', 'asset-files': '/app/dist/assets', 'health-path': '/' }
const CANARY = { 'X-Canary': 'always' }
const BASELINE = { 'X-Canary': 'never' }

let bed: Bed
let host: HostHandle
let browser: Browser
let url: string
let served: Build
let times = 0

const site = given(async () => {
  bed = await openBed()
  served = await next()
  const run = ended(await bed.act(ASSETS), 'deployed')
  url = run.outputs['url'] ?? ''
  host = await bed.hostOf(run)
  browser = await startBrowser()
  atEnd(() => browser.close())
})
beforeEach(site)

/** A further commit, with a build of the page that has other names. */
async function next(): Promise<Build> {
  await bed.commit()
  return buildSite(bed.workspace, `build ${++times}`)
}

async function release(inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  served = await next()
  return ended(await bed.act({ ...ASSETS, ...inputs }), 'deployed')
}

/** Which build a page is of, and what it gets when it loads the rest. */
const told = async (page: Page): Promise<unknown> => [await page.run('window.build'), await page.run('window.later()')]
const whole = ({ name }: Build): unknown => [name, `later of ${name}`]

/** What the container that serves says itself. */
async function statusInside(path: string): Promise<string> {
  const live = await onHost(host, `cat ${filesOf(SERVICE).live}`)
  return onHost(host, `curl -s -o /dev/null -w '%{http_code}' http://${live}${path}`)
}

describe('an open page', () => {
  it('still gets the assets of its build after two deploys that no longer contain them', async () => {
    const before = served
    const page = await browser.open(url)
    await release()
    expect(await statusInside(before.chunk)).toBe('404')
    expect(await page.run('window.later()')).toBe(`later of ${before.name}`)
    expect(await told(await browser.open(url))).toEqual(whole(served))
    const another = await browser.open(url)
    await release()
    expect(await another.run('window.later()')).toMatch(/^later of /)
    expect((await fetch(`${url}${before.chunk}`)).status).toBe(200)
  })

  it('gets the assets of baseline and canary from either track', async () => {
    const baseline = served
    served = await next()
    const deploying = bed.act({ ...ASSETS, 'canary-steps': '50%:1h', 'deploy-timeout': '8h' })
    await reached(deploying, 'a share of the traffic', async () => !['', '0', '00000000'].includes(await splitOn(host)))
    expect(await told(await browser.open(url, BASELINE))).toEqual(whole(baseline))
    // A canary that takes no connection in 60 ms, which can happen on a busy machine, leaves its visitors to the live release.
    const young = await until('a page of the canary', async () => {
      const page = await browser.open(url, CANARY)
      return (await page.run('window.build')) === served.name && page
    })
    expect(await told(young)).toEqual(whole(served))
    const crossed = async (build: Build, headers: Readonly<Record<string, string>>): Promise<string> =>
      (await fetch(`${url}${build.chunk}`, { headers })).text()
    expect(await crossed(served, BASELINE)).toContain(`later of ${served.name}`)
    expect(await crossed(baseline, CANARY)).toContain(`later of ${baseline.name}`)
    ended(await bed.act({ command: 'steer', port: undefined, steer: 'skip' }, { env: { GITHUB_RUN_ID: '77' } }), 'steered')
    ended(await deploying, 'deployed')
  })

  it('still gets the assets of its build after a rollback removed the container', async () => {
    const before = served
    const left = await release()
    const page = await browser.open(url)
    ended(await bed.act({ command: 'rollback', port: undefined, 'retain-releases': '2' }), 'rolled-back')
    expect(await onHost(host, `docker ps -aq --filter label=docker-to-ec2.release=${left.outputs['release']}`)).toBe('')
    expect(await statusInside(served.chunk)).toBe('404')
    expect(await page.run('window.later()')).toBe(`later of ${served.name}`)
    expect(await told(await browser.open(url))).toEqual(whole(before))
    served = before
  })

  it("gets the application's own answer for a path that no retained release has", async () => {
    const answer = await fetch(`${url}/assets/none-00000000.js`)
    expect([answer.status, await answer.text()]).toEqual([404, 'not here'])
  })
})

it('a missing asset folder changes nothing, and following the advice makes the next run work', async () => {
  const before = served
  await next()
  const run = ended(await bed.act({ ...ASSETS, 'asset-files': '/app/none' }), 'failed', 'asset-files')
  expect(errorOf(run)).toMatch(/\/app\/none.*asset-files/s)
  expect(await told(await browser.open(url))).toEqual(whole(before))
  ended(await bed.act(ASSETS), 'deployed')
})

it('only retained releases have copies of their assets', async () => {
  await release({ 'retain-releases': '2' })
  const kept = await onHost(host, 'docker ps -aq --filter label=docker-to-ec2.service=web.production | wc -l')
  expect([kept, await onHost(host, `ls ${filesOf(SERVICE).assets} | wc -l`)]).toEqual(['2', '2'])
})
