import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { payload, shell } from './shell.ts'

const NO_DOCKER = { docker: 'exit 1' }

function verb(
  name: 'status' | 'show' | 'remove' | 'deploy',
  fields: Record<string, string>,
  before = '',
): { status: number | null; result: Record<string, unknown> } {
  const text = readFileSync(join(import.meta.dirname, `../../host/${name}.sh`), 'utf8')
  const { status, stdout } = shell(`${before}\n${text}\nmain`, { stdin: payload(Object.entries(fields)), commands: NO_DOCKER })
  return { status, result: JSON.parse(stdout.split('\n', 1)[0] ?? '') as Record<string, unknown> }
}

describe('status', () => {
  it('is a result where nothing is deployed', () => {
    expect(verb('status', { service: '', region: 'us-east-1' }).result).toEqual({
      outcome: 'status',
      services: [],
      docker: '',
      diskFreeBytes: expect.any(Number),
    })
  })

  it('lists what was deployed and does not run', () => {
    const before = `state_open web.production; printf '8080\\n/up\\n\\n200' >"$SERVICE_DIR/visit"; printf '{}' >"$SERVICE_DIR/releases/r1.json"`
    expect(verb('status', { service: 'web.production', region: 'us-east-1' }, before).result['services']).toEqual([
      {
        service: 'web.production',
        release: '',
        serving: '',
        running: false,
        healthy: false,
        startedAt: '',
        releases: [{ release: 'r1', container: false, image: false, active: false, left: false }],
        httpPort: 8080,
        proxy: 'missing',
        canary: null,
        drift: ['proxy-missing', 'live-file-missing'],
      },
    ])
  })
})

describe('show', () => {
  const state = (text: string) => `state_open web.production; cd "$SERVICE_DIR/releases"; ${text}`
  const verified = state(
    `printf '{}' >r1.json; printf 'a\\0b\\0' | base64 >r1.order; printf 'r1 left\\n' >../history; printf r1 >../active`,
  )

  it('where nothing is deployed tells so', () => {
    expect(verb('show', { service: 'web.production', release: '' }).result).toEqual({
      ...{ outcome: 'shown', release: '', verified: false, left: false, active: '', live: '' },
      ...{ serving: '', healthy: false, releases: [], order: '' },
    })
  })

  it('gives the order of a verified release, whether it serves or not', () => {
    const { result } = verb('show', { service: 'web.production', release: 'r1' }, verified)
    expect(result).toMatchObject({ release: 'r1', verified: true, left: true, active: 'r1', live: '', healthy: false, releases: ['r1'] })
    expect(gunzipSync(Buffer.from(String(result['order']), 'base64')).toString()).toBe('a\0b\0')
  })

  it('gives no order of another one', () => {
    const before = state(`printf 'a' | base64 >r2.order`)
    expect(verb('show', { service: 'web.production', release: 'r2' }, before).result).toMatchObject({
      verified: false,
      releases: [],
      order: '',
    })
  })

  it('tells that an order is larger than what SSM keeps of the output', () => {
    const before = `${verified}; head -c 18000 /dev/urandom | base64 -w0 >r1.order`
    const { result } = verb('show', { service: 'web.production', release: 'r1' }, before)
    expect(result).toMatchObject({ outcome: 'shown', verified: true, order: 'too-large' })
  })

  it.each(['../../../etc/passwd', '.', '*', 'a b'])('does not take %j for a release', (release) => {
    const { status, result } = verb('show', { service: 'web.production', release })
    expect(status).toBe(1)
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-payload' })
  })
})

describe('remove', () => {
  it('of nothing removes nothing, and takes the folders along', () => {
    expect(verb('remove', { service: 'web.production', region: 'us-east-1' })).toEqual({
      status: 0,
      result: { outcome: 'removed', removed: [], others: [] },
    })
  })

  it.each(['', '.', '..', '../..', 'a/b', '*'])('does not take %j for a service', (service) => {
    const { status, result } = verb('remove', { service, region: 'us-east-1' })
    expect(status).toBe(1)
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-payload' })
  })

  it('removes nothing while a deploy holds the lock', () => {
    const before = `state_open web.production; flock() { return 1; }`
    const { result } = verb('remove', { service: 'web.production', region: 'us-east-1' }, before)
    expect(result).toMatchObject({ outcome: 'failed', cause: 'lock-held' })
  })
})
