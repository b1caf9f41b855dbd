import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { payload, shell } from './shell.ts'

const NO_DOCKER = { docker: 'exit 1' }

function verb(
  name: 'status' | 'remove' | 'deploy',
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
