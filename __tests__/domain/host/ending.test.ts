import { expect, it } from '@jest/globals'
import { clearHosts, clearRepository, refuseStaying } from '../../../src/domain/host/ending.ts'
import type { Clearance, ClearedHost, ClearedRepository } from '../../../src/domain/host/ending.ts'
import { aRecord } from '../../fakes/samples.ts'

const NOTHING = { hostId: 'i-1', volumes: [], guests: [], unknown: undefined }

it('gives leave for the hosts that were asked about, and for no others', () => {
  expect(clearHosts([NOTHING, { ...NOTHING, hostId: 'i-2' }], [])).toEqual({ hosts: [{ id: 'i-1' }, { id: 'i-2' }] })
})

// The compiler is the test: an unused `@ts-expect-error` is an error of its own.
it('is the only one that can', () => {
  // @ts-expect-error A host by its id was never asked.
  const host: ClearedHost = { id: 'i-1' }
  // @ts-expect-error Nor were these.
  const clearance: Clearance = { hosts: [] }
  // @ts-expect-error Whose images are in it is not known.
  const repository: ClearedRepository = { name: 'web' }
  expect([host, clearance, repository]).toHaveLength(3)
})

it.each([
  ['data', { volumes: [{ name: 'data', path: '/data' }] }, 'the data on i-1 would be lost: data (/data)'],
  [
    'a guest, before its data',
    { guests: ['api (staging)'], volumes: [{ name: 'd', path: '/d' }] },
    'the host i-1 also serves api (staging)',
  ],
  ['silence', { unknown: 'it is silent' }, 'nobody knows what is on i-1: it is silent'],
])('gives none where there is %s', (_, at, reason) => {
  expect(clearHosts([NOTHING, { ...NOTHING, ...at }], [])).toMatchObject({ kind: 'refuse', reason })
})

it('gives no clearance for a guest, whatever the inputs say about data', () => {
  expect(clearHosts([{ ...NOTHING, guests: ['api (staging)'] }], ['discarded'])).toMatchObject({ kind: 'refuse' })
})

it('gives clearance to delete a repository only if nobody else uses it', () => {
  expect(clearRepository('web', [aRecord({ image: 'docker.io/library/nginx' })])).toEqual({ name: 'web' })
  const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/web:tag'
  expect(clearRepository('web', [aRecord({ service: 'api', image })])).toMatchObject({
    kind: 'refuse',
    reason: 'the repository web also has the image of api (production)',
  })
})

it('names the hosts that would stay', () => {
  expect(refuseStaying([])).toBeUndefined()
  expect(refuseStaying(['i-1', 'i-2'])?.reason).toBe('i-1, i-2 also belong to the service, and instance-id does not name them')
})
