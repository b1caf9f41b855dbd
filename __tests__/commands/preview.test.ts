import { describe, expect, it } from '@jest/globals'
import { preview } from '../../src/commands/preview.ts'
import { refused } from '../../src/errors.ts'
import { HEAD, pullRequestEnv } from '../fakes/pull-request.ts'
import { aHost, aRecord } from '../fakes/samples.ts'
import { aWorld } from '../fakes/world.ts'
import type { World } from '../fakes/world.ts'
import { short } from '../fakes/short-commit.ts'

const HOST = 'i-0123456789abcdef0'
const MARKER = '<!-- docker-to-ec2 preview web.pr-12 -->'
const MARK = { number: 12, repository: 'acme/web', repositoryId: '4711' }

/** A host of another service, and a run for pull request 12. */
function aPreview(happened: Parameters<typeof pullRequestEnv>[0] = {}, inputs: Readonly<Record<string, string>> = {}): World {
  const world = aWorld(
    { command: 'preview', 'instance-id': HOST, 'preview-domain': 'preview.example.com', ...inputs },
    pullRequestEnv(happened),
  )
  world.hosts.push(aHost({ madeFor: { name: 'web', environment: 'preview-host' } }))
  return world
}

const ofRequest = (number: number) =>
  aRecord({ environment: `pr-${number}`, preview: { number, repository: 'acme/web', repositoryId: '4711' } })

/** GitHub says that pull request 12 is closed, as its event did. */
function aClosed(inputs: Readonly<Record<string, string>> = {}, happened: Parameters<typeof pullRequestEnv>[0] = {}): World {
  const world = aPreview({ action: 'closed', ...happened }, inputs)
  return Object.assign(world, { requests: new Map([[12, { state: 'closed' as const }]]), answer: () => removes })
}
const removes = { stdout: JSON.stringify({ outcome: 'removed', removed: ['container a', 'volume data'], others: ['web.preview-host'] }) }

describe('a pull request', () => {
  it('is served, marked, and its URL is commented', async () => {
    const world = aPreview()
    const report = await preview(world.ctx)
    expect(report).toMatchObject({ outcome: 'deployed', outputs: { url: 'http://pr-12.preview.example.com' } })
    expect(world.records).toMatchObject([{ environment: 'pr-12', preview: MARK }])
    expect(world.comments).toMatchObject([{ number: 12, marker: MARKER }])
    expect(world.deployments[0]).toMatch(new RegExp(`^deploy ${report.outputs['release']} .*${report.outputs['digest']}$`))
    const body = world.comments[0]?.body ?? ''
    expect(body.startsWith(`${MARKER}\n\n`)).toBe(true)
    expect(body).toContain('http://pr-12.preview.example.com')
    expect(body).toContain(short(HEAD))
    expect(body).toMatch(/Served since \| \d{4}-\d\d-\d\d \d\d:\d\d UTC/)
    expect(body).not.toContain('id')
  })

  it('launches no host', async () => {
    const world = aPreview()
    await preview(world.ctx)
    expect(world.done.filter((line) => line.startsWith('launch'))).toEqual([])
  })

  it.each([
    ['there is no room for it', [ofRequest(1), ofRequest(2)], 'has 2 previews, and preview-limit is 2'],
    ['something else has its name', [aRecord({ environment: 'pr-12' })], 'is no preview'],
  ])('is refused before any change if %s, with the reason', async (_, records, reason) => {
    const world = aPreview({}, { 'preview-limit': '2' })
    world.records.push(...records)
    const report = await preview(world.ctx)
    expect(report).toMatchObject({ outcome: 'refused', failure: { sentence: expect.stringContaining(reason) } })
    expect(world.done).toEqual([])
    expect(world.comments).toMatchObject([{ number: 12, body: expect.stringContaining('was refused') }])
  })

  it('is served on a full host if it already is one of its previews', async () => {
    const world = aPreview({}, { 'preview-limit': '2' })
    world.records.push(ofRequest(1), ofRequest(12))
    expect(await preview(world.ctx)).toMatchObject({ outcome: 'deployed' })
  })

  it('of a fork is served only at the commit that the label was set for', async () => {
    const happened = { event: 'pull_request_target', from: 'mallory/web', action: 'labeled', label: 'preview' } as const
    const inputs = { 'preview-label': 'preview', config: 'none' }
    const world = aPreview(happened, inputs)
    expect(await preview(world.ctx)).toMatchObject({
      outcome: 'refused',
      failure: { sentence: expect.stringContaining('is checked out, and the label was set for aaaaaaaa') },
    })
    expect(world.done).toEqual([])
    const same = aPreview({ ...happened, head: world.ctx.config.job.commit }, inputs)
    expect(await preview(same.ctx)).toMatchObject({ outcome: 'deployed' })
  })

  it.each([
    ['of another branch', 'f'.repeat(40), 'refused'],
    ['of the pull request', HEAD, 'deployed'],
  ])('is not served with what is checked out %s', async (_, commit, outcome) => {
    const world = aPreview()
    const checkout = { ...world.ctx.checkout, head: async () => ({ kind: 'commit', id: commit }) as const }
    const report = await preview({ ...world.ctx, checkout })
    expect(report.outcome).toBe(outcome)
    if (outcome === 'refused') {
      expect(report.failure?.sentence).toContain('the commit ffffffff is checked out, and pull request 12 has aaaaaaaa')
      expect(world.done).toEqual([])
    }
  })

  it('is served at an earlier commit, too: a push can go back', async () => {
    const world = Object.assign(aPreview(), { relation: 'behind' as const })
    world.records.push(aRecord({ ...ofRequest(12), commit: 'f'.repeat(40) }))
    expect(await preview(world.ctx)).toMatchObject({ outcome: 'deployed' })
  })

  it('is served although GitHub takes no comment', async () => {
    const world = Object.assign(aPreview(), { commentFails: new Error('Resource not accessible by integration') })
    expect(await preview(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(world.log.find((line) => line.startsWith('warning: preview'))).toContain('Resource not accessible')
  })
})

describe('a closed pull request', () => {
  it('gets no preview from an old run that somebody starts again', async () => {
    const world = aPreview()
    world.requests = new Map([[12, { state: 'closed' }]])
    expect(await preview(world.ctx)).toMatchObject({
      outcome: 'refused',
      failure: { sentence: expect.stringContaining('pull request 12 is closed, so it gets no preview') },
    })
    expect([world.done, world.records]).toEqual([[], []])
  })

  it.each([
    ['an old run that somebody starts again', {}, 'The run of the newest commit serves it'],
    [
      'a label that was set before the newest push',
      { event: 'pull_request_target', action: 'labeled', label: 'preview' } as const,
      'Let a reviewer set the label again',
    ],
  ])('is not taken back by %s, and keeps its comment', async (_, happened, hint) => {
    const world = aPreview(happened, 'label' in happened ? { 'preview-label': happened.label, config: 'none' } : {})
    world.requests = new Map([[12, { head: 'e'.repeat(40) }]])
    world.records.push(ofRequest(12))
    expect(await preview(world.ctx)).toMatchObject({
      outcome: 'refused',
      failure: {
        cause: 'superseded',
        sentence: expect.stringContaining('pull request 12 has a newer commit, eeeeeeee, so aaaaaaaa is not served'),
        hint: expect.stringContaining(hint),
      },
    })
    expect([world.done, world.comments]).toEqual([[], []])
  })

  it('is served although GitHub learns of the newest commit seconds later', async () => {
    const world = aPreview()
    const heads = ['e', 'e', 'a']
    const read = async () => ({ state: 'open' as const, head: (heads.shift() ?? 'a').repeat(40) })
    expect(await preview({ ...world.ctx, pullRequests: { read } })).toMatchObject({ outcome: 'deployed' })
    expect(heads).toEqual([])
  })

  it('gets no preview from a run that waited for its removal', async () => {
    const world = aPreview()
    world.records.push(ofRequest(12))
    const write: typeof world.ctx.lease.write = async (...parameters) => {
      world.requests = new Map([[12, { state: 'closed' }]])
      world.records.splice(0)
      return world.ctx.lease.write(...parameters)
    }
    const lease = { ...world.ctx.lease, write }
    expect(await preview({ ...world.ctx, lease })).toMatchObject({
      outcome: 'refused',
      failure: { sentence: expect.stringContaining('pull request 12 is closed') },
    })
    expect(world.records).toEqual([])
  })

  it('is served if GitHub does not say that it is closed', async () => {
    const world = aPreview()
    world.requests = new Error('502')
    expect(await preview(world.ctx)).toMatchObject({ outcome: 'deployed' })
    expect(world.log.join('\n')).toContain('GitHub does not say whether pull request 12 is still open: 502')
  })

  it('removes its preview from the host that the record names, with its data', async () => {
    const world = aClosed({ 'instance-id': 'i-0fffffffffffffff0' })
    world.records.push(ofRequest(12), ofRequest(13))
    const report = await preview(world.ctx)
    expect(report).toMatchObject({ outcome: 'destroyed', removed: expect.arrayContaining(['container a', 'repository web/pr-12']) })
    expect(world.done).toEqual([`remove on ${HOST}`, 'release addresses'])
    expect(report).not.toMatchObject({ removed: expect.arrayContaining(['role own']) })
    expect(world.sent[0]?.order).toMatchObject({ verb: 'remove', service: 'web.pr-12', volumeData: ['discarded'] })
    expect(world.comments).toMatchObject([{ number: 12, body: expect.stringContaining('was removed') }])
  })

  it('without a record removes what is left on the host of the previews', async () => {
    const world = aClosed()
    await preview(world.ctx)
    expect(world.done).toContain(`remove on ${HOST}`)
  })

  it('keeps its preview if it was reopened since', async () => {
    const world = aClosed()
    world.requests = new Map()
    world.records.push(ofRequest(12))
    expect(await preview(world.ctx)).toMatchObject({ outcome: 'unchanged', headline: expect.stringContaining('pull request 12 is open') })
    expect(world.done).toEqual([])
    expect(world.comments).toEqual([])
  })

  it('keeps its preview if GitHub does not say that it is closed', async () => {
    const world = aClosed()
    world.requests = new Error('502')
    world.records.push(ofRequest(12))
    await expect(preview(world.ctx)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('502') })
    expect(world.done).toEqual([])
  })

  it('keeps its preview if it was reopened and deployed after GitHub had answered', async () => {
    const world = aClosed()
    world.records.push(ofRequest(12))
    const answers = ['closed', 'open'] as const
    let asked = 0
    const read = async () => {
      world.records.splice(0, 1, { ...ofRequest(12), deployedAt: '2026-05-05T00:00:00.000Z' })
      return { state: answers[asked++] ?? 'open', head: HEAD }
    }
    expect(await preview({ ...world.ctx, pullRequests: { read } })).toMatchObject({
      outcome: 'unchanged',
      headline: expect.stringContaining('pull request 12 is open'),
    })
    expect(world.done.filter((line) => line.startsWith('remove'))).toEqual([])
  })

  it('loses a preview whose deploy ended while its removal waited', async () => {
    const world = aClosed()
    let asked = 0
    const read = async () => {
      asked += 1
      if (asked === 1) world.records.push(ofRequest(12))
      return { state: 'closed' as const, head: HEAD }
    }
    expect(await preview({ ...world.ctx, pullRequests: { read } })).toMatchObject({ outcome: 'destroyed' })
    expect([asked, world.done]).toEqual([2, expect.arrayContaining([`remove on ${HOST}`])])
  })

  it('fails for a preview that is deployed again and again', async () => {
    const world = aClosed()
    let asked = 0
    const read = async () => {
      asked += 1
      world.records.splice(0, 1, { ...ofRequest(12), deployedAt: `2026-05-05T00:00:0${asked}.000Z` })
      return { state: 'closed' as const, head: HEAD }
    }
    await expect(preview({ ...world.ctx, pullRequests: { read } })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('after this run decided to remove it'),
    })
    expect(world.done.filter((line) => line.startsWith('remove'))).toEqual([])
  })

  it('loses its preview after its repository was renamed', async () => {
    const world = aClosed({}, { repository: 'acme-inc/site' })
    world.records.push(ofRequest(12))
    expect(await preview(world.ctx)).toMatchObject({ outcome: 'destroyed' })
  })

  describe('of a repository whose service had its former name', () => {
    const former = { ...ofRequest(12), namedAfter: '4711', runUrl: 'https://github.com/acme/web/actions/runs/1' }
    const other = { ...former, ...ofRequest(11), namedAfter: '4711' }

    it('is refused instead of finding nothing, and says which name to set', async () => {
      const world = aClosed({ service: '' }, { repository: 'acme/shop' })
      world.records.push(former)
      await expect(preview(world.ctx)).rejects.toMatchObject({
        message: expect.stringContaining('it deployed web (pr-12) under its former name'),
        hint: expect.stringContaining('service: web'),
      })
      expect(world.records).toHaveLength(1)
    })

    it('leaves the previews of others alone', async () => {
      const world = aClosed({ service: '' }, { repository: 'acme/shop' })
      world.records.push(other, { ...former, preview: { ...MARK, repositoryId: '4710' }, namedAfter: '4710' })
      expect(await preview(world.ctx)).toMatchObject({ outcome: 'destroyed', headline: expect.stringContaining('shop (pr-12)') })
      expect(world.records).toHaveLength(2)
    })
  })

  it.each([
    ['what is no preview', () => aRecord({ environment: 'pr-12' }), []],
    ['what is one of another repository', () => ({ ...ofRequest(12), preview: { number: 12, repository: 'acme/api' } }), []],
    ['what is one of a repository that had this name before', () => ({ ...ofRequest(12), preview: { ...MARK, repositoryId: '4710' } }), []],
    ['a host', () => ofRequest(12), [aHost({ id: 'i-0aaaaaaaaaaaaaaa0', madeFor: { name: 'web', environment: 'pr-12' } })]],
  ])('never removes %s', async (_, record, hosts) => {
    const world = aClosed()
    world.records.push(record())
    world.hosts.push(...hosts)
    await expect(preview(world.ctx)).rejects.toMatchObject({ code: refused({ reason: '', hint: '' }).code })
    expect(world.done.filter((line) => /^(remove|terminate|release)/.test(line))).toEqual([])
    expect(world.records).toHaveLength(1)
  })
  it('never ends what has a record that cannot be read', async () => {
    const world = aClosed()
    world.unreadable.push({ name: 'web', environment: 'pr-12' })
    await expect(preview(world.ctx)).rejects.toMatchObject({ code: 'record-unreadable' })
    expect(world.done).toEqual([])
  })

  it('goes although the record of another service cannot be read', async () => {
    const world = aClosed()
    world.records.push(ofRequest(12))
    world.unreadable.push({ name: 'api', environment: 'production' })
    expect(await preview(world.ctx)).toMatchObject({ outcome: 'destroyed', removed: expect.arrayContaining(['repository web/pr-12']) })
  })
})
