import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, it } from '@jest/globals'
import { logs } from '../../../src/commands/read/logs.ts'
import type { DeployError } from '../../../src/errors.ts'
import { aHost, aRecord } from '../../fakes/samples.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { aWorld } from '../../fakes/world.ts'
import type { World } from '../../fakes/world.ts'

const folder = temporaryFolder('event')

function logged(repository: object = { private: true }, inputs: Readonly<Record<string, string>> = {}): World {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify({ repository }))
  const world = aWorld({ command: 'logs', port: '', ...inputs }, { GITHUB_EVENT_PATH: path })
  world.records.push(aRecord())
  world.answer = (_, hostId) => {
    const packed = deflateSync(`2026-11-28T17:57:33.123Z hello from ${hostId}`).toString('base64')
    const containers = [{ track: 'live', release: 'r1', state: 'running', startedAt: '2026-11-28T17:00:00Z', packed }]
    return { stdout: JSON.stringify({ outcome: 'logs', docker: '', state: 'live', release: 'r1', containers }) }
  }
  return world
}

it('asks all hosts in reach with one command, and changes nothing', async () => {
  const world = logged({ private: true }, { 'log-lines': '50', 'log-since': '15m' })
  world.hosts.push(aHost({ id: 'i-1' }), aHost({ id: 'i-2' }), aHost({ id: 'i-3', state: 'stopped' }))
  const report = await logs(world.ctx)
  expect(world.sent).toMatchObject([
    { hostIds: ['i-1', 'i-2'], continueOnError: true, order: { verb: 'logs', lines: 50, since: 900, token: 0 } },
  ])
  expect(world.done.filter((line) => !line.startsWith('logs on'))).toEqual([])
  expect(report).toMatchObject({
    outcome: 'reported',
    headline: 'web (production): 2 log lines of r1 on 2 of 3 hosts',
  })
  expect(report.logs?.map(({ host, parts }) => [host, parts.map(({ text, words }) => text || words).join()])).toEqual([
    ['i-1', '2026-11-28T17:57:33.123Z hello from i-1'],
    ['i-2', '2026-11-28T17:57:33.123Z hello from i-2'],
    ['i-3', 'the host is stopped'],
  ])
})

it('says that a host did not answer', async () => {
  const world = logged()
  world.hosts.push(aHost())
  world.answer = () => ({ status: 'timed-out', stdout: '' })
  expect((await logs(world.ctx)).headline).toBe('web (production): the host did not answer')
})

it('says that there is no host', async () => {
  const world = logged()
  world.records.length = 0
  const report = await logs(world.ctx)
  expect(report.headline).toBe('web (production): not deployed')
  expect(world.sent).toEqual([])
})

it.each([
  ['a public repository', { private: false }],
  ['a repository of which the event says nothing', {}],
])('in %s, reads nothing unless an input allows it', async (_, repository) => {
  const world = logged(repository)
  world.hosts.push(aHost())
  const error: unknown = await logs(world.ctx).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'refused' })
  expect((error as DeployError).hint).toContain('allow-public-logs: true')
  expect(world.sent).toEqual([])
  const allowed = logged(repository, { 'allow-public-logs': 'true' })
  allowed.hosts.push(aHost())
  expect((await logs(allowed.ctx)).headline).toBe('web (production): 1 log line of r1')
})
