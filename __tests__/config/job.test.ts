import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { serviceOf } from '../../src/config/job.ts'
import { readJob } from '../fakes/read-config.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

describe('the pull request', () => {
  const folder = temporaryFolder('event')
  const event = (text: string) => {
    writeFileSync(join(folder, 'event.json'), text)
    return { GITHUB_EVENT_PATH: join(folder, 'event.json') }
  }

  it.each<[string, Record<string, string>, number | undefined]>([
    ['of the ref', { GITHUB_REF: 'refs/pull/7/merge' }, 7],
    ['of the event', { GITHUB_REF: 'refs/heads/main', ...event('{"pull_request":{"number":8}}') }, 8],
    ['of none', { GITHUB_REF: 'refs/heads/main' }, undefined],
    ['of a branch that is called like one', { GITHUB_REF: 'refs/heads/refs/pull/7/merge' }, undefined],
    ['of an event that is lost', { GITHUB_EVENT_PATH: '/nowhere' }, undefined],
  ])('%s', (_, env, number) => {
    expect(readJob(env).pullRequest).toBe(number)
  })

  it.each(['{"push":1}', 'not JSON', '{"pull_request":{"number":"1; rm"}}'])('%j has none', (text) => {
    expect(readJob(event(text)).pullRequest).toBeUndefined()
  })
})

describe('the repository', () => {
  const folder = temporaryFolder('event')

  const jobWith = (repository: object) => {
    const path = join(folder, 'event.json')
    writeFileSync(path, JSON.stringify({ repository }))
    return readJob({ GITHUB_EVENT_PATH: path })
  }

  it.each([
    ['all', { description: 'The shop', license: { spdx_id: 'MIT' } }, { description: 'The shop', licenses: 'MIT' }],
    ['nothing', { description: null, license: null }, {}],
    ['an unknown license', { description: '', license: { spdx_id: 'NOASSERTION' } }, {}],
    ['an invalid license', { description: 'The shop', license: { spdx_id: 'MIT\nX' } }, { description: 'The shop' }],
    ['an invalid description', { description: 'a\nb', license: { spdx_id: 'MIT' } }, { licenses: 'MIT' }],
    ['only who sees it, which is nothing for a label', { private: true, visibility: 'private' }, {}],
  ])('says %s of itself', (_, repository, expected) => {
    expect(jobWith(repository).about).toEqual(expected)
  })

  it.each([
    ['public', { private: false, visibility: 'public' }, 'public'],
    ['private', { private: true, visibility: 'private' }, 'private'],
    ['internal', { private: true, visibility: 'internal' }, 'private'],
    ['private, of an older server', { private: true }, 'private'],
    ['public, of an older server', { private: false }, 'public'],
    ['contradictory', { private: true, visibility: 'public' }, 'public'],
    ['only a word', { visibility: 'private' }, undefined],
    ['of another type', { private: 'true', visibility: 1 }, undefined],
  ])('that is %s', (_, repository, expected) => {
    expect(jobWith(repository).visibility).toBe(expected)
  })
})

describe('serviceOf', () => {
  it.each([
    ['acme/web', 'web'],
    ['acme/My_App.js', 'my-app-js'],
    ['acme/--x--', 'x'],
    [`acme/${'a'.repeat(39)}-b`, 'a'.repeat(39)],
    ['', ''],
  ])('%s is %s', (repository, service) => {
    expect(serviceOf(repository)).toBe(service)
  })
})
