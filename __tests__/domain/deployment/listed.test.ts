import { describe, expect, it, test } from '@jest/globals'
import { deploymentOfJob, readDeployment, replaced, relevantDeployments } from '../../../src/domain/deployment/listed.ts'
import type { ListedStatus, SeenDeployment, State } from '../../../src/domain/deployment/listed.ts'

const SHA = '3f2a9c1d'.padEnd(40, '0')
const DIGEST = `sha256:${'a'.repeat(64)}`
const PAYLOAD = {
  schema: 1,
  service: 'web',
  environment: 'staging',
  command: 'deploy',
  release: '3f2a9c1d-b04e77aa',
  version: '1.4.0',
  digest: DIGEST,
  commit: SHA,
  startedAt: '2026-11-27T12:00:00.000Z',
} as const

const status = (state: State, description = '', logUrl = 'https://github.com/acme/web/actions/runs/7'): ListedStatus => ({
  state,
  description,
  createdAt: '2026-11-27T12:00:01Z',
  logUrl,
})
const seen = (changes: Partial<SeenDeployment> = {}): SeenDeployment => ({
  id: 1,
  sha: SHA,
  environment: 'staging',
  createdAt: '2026-11-27T11:59:00Z',
  payload: PAYLOAD,
  statuses: [],
  ...changes,
})
const ofJob = (changes: Partial<SeenDeployment> = {}): SeenDeployment =>
  seen({ payload: {}, statuses: [status('in_progress', '', 'https://github.com/acme/web/actions/runs/7/job/12')], ...changes })

describe('a deployment is read', () => {
  const end = status('success', 'deployed; served +31s, verified +41s')

  it('from its payload and the status of its end, whatever was said later', () => {
    const statuses = [status('inactive', 'a later run replaced it'), end, status('in_progress')]
    expect(readDeployment(seen({ statuses }))).toEqual({
      ...PAYLOAD,
      outcome: 'deployed',
      servedAt: '2026-11-27T12:00:31.000Z',
      verifiedAt: '2026-11-27T12:00:41.000Z',
    })
  })

  const told = [
    status('success'),
    end,
    status('in_progress', `image ${DIGEST}`),
    status('in_progress', 'deploy of web: release 3f2a9c1d-b04e77aa, version 1.4.0'),
    status('in_progress'),
  ]

  it('from its statuses alone, where GitHub made it for the job', () => {
    expect(readDeployment(ofJob({ statuses: told }))).toEqual({
      ...PAYLOAD,
      startedAt: '2026-11-27T12:00:01Z',
      outcome: 'deployed',
      servedAt: '2026-11-27T12:00:32.000Z',
      verifiedAt: '2026-11-27T12:00:42.000Z',
    })
  })

  it("without a commit, if the job runs for another commit than the release's", () => {
    expect(readDeployment(ofJob({ sha: 'b'.repeat(40), statuses: told }))?.commit).toBeUndefined()
  })

  test.each<[string, SeenDeployment]>([
    ['that has not ended', seen({ statuses: [status('in_progress')] })],
    ['of somebody else', seen({ payload: { ...PAYLOAD, schema: 2 }, statuses: [end] })],
    ['of a job without a run of this action', ofJob({ statuses: [status('success')] })],
  ])('but not one %s', (_, one) => expect(readDeployment(one)).toBeUndefined())
})

describe("the job's own deployment", () => {
  it('is known by the run', () => {
    expect(deploymentOfJob([seen({ id: 3, statuses: [status('in_progress')] }), ofJob({ id: 2 })], '7')?.id).toBe(2)
  })

  test.each<[string, readonly SeenDeployment[]]>([
    ['of another run, whose number begins the same', [ofJob({ statuses: [status('in_progress', '', 'https://x/actions/runs/77/job/1')] })]],
    ['of an earlier attempt', [ofJob({ statuses: [status('failure', '', 'https://x/actions/runs/7/job/1')] })]],
    ['in which another service is told of', [ofJob({ statuses: [status('in_progress', 'deploy of api: release a-b')] })]],
    ['when several jobs of the run have one', [ofJob(), ofJob({ id: 2 })]],
  ])('is not found %s', (_, all) => expect(deploymentOfJob(all, '7')).toBeUndefined())
})

test('statuses are asked for of deployments of the service, and of those that do not say', () => {
  const others = Array.from({ length: 9 }, (_, at) => seen({ id: 50 + at, payload: { ...PAYLOAD, service: 'api' } }))
  const listed = [...others, ofJob({ id: 9 }), ...[8, 7, 6, 5, 4, 3].map((id) => seen({ id }))]
  expect(relevantDeployments(listed, 'web').map(({ id }) => id)).toEqual([9, 8, 7, 6, 5, 4])
})

test("the own job's deployment is found among those of a dozen other jobs that one push started", () => {
  const jobs = Array.from({ length: 12 }, (_, at) =>
    ofJob({ id: 50 - at, statuses: [status('in_progress', '', `https://x/actions/runs/${90 + at}/job/1`)] }),
  )
  const found = relevantDeployments([...jobs, seen({ id: 10 }), ofJob({ id: 9 })], 'web') as readonly SeenDeployment[]
  expect(deploymentOfJob(found, '7')).toMatchObject({ id: 9 })
})

describe('a later run ends earlier deployments of its service', () => {
  const all = [
    seen({ id: 6, statuses: [status('success')] }),
    seen({ id: 5, statuses: [status('in_progress')] }),
    seen({ id: 4, statuses: [status('failure')] }),
    seen({ id: 3, payload: { ...PAYLOAD, service: 'api' }, statuses: [status('success')] }),
    seen({ id: 2 }),
    ofJob({ id: 1 }),
  ]
  test.each<[State, number[]]>([
    ['success', [6, 5, 2]],
    ['failure', [5, 2]],
    ['inactive', [5, 2]],
  ])('that ended with %s: %j', (state, ids) => {
    expect(replaced(all, 'web', state).map(({ id }) => id)).toEqual(ids)
  })
})

test.each(['2026-11-27T12:00:00+14', '2026-11-27T12:00:00 +02:00'])('a deployment without a valid start, %j, is ignored', (startedAt) => {
  const ended = status('success', 'deployed; served +31s, verified +90s')
  expect(readDeployment(seen({ payload: { ...PAYLOAD, startedAt }, statuses: [ended] }))).toBeUndefined()
})
