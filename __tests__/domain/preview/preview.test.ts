import { describe, expect, it } from '@jest/globals'
import { refuseNoPreview } from '../../../src/domain/host/ending.ts'
import { refuseCrowd, refuseNotPreview } from '../../../src/domain/preview/guards.ts'
import {
  isSamePreview,
  numberOfEnvironment,
  previewEnvironment,
  previewOfJob,
  previewPort,
  removalOf,
} from '../../../src/domain/preview/preview.ts'
import { aRecord } from '../../fakes/samples.ts'

const preview = { number: 12, repository: 'acme/web' }
const recorded = (number: number, changed: object = {}) =>
  aRecord({ environment: `pr-${number}`, preview: { number, repository: 'acme/web' }, hostId: 'i-1', hostIds: ['i-1'], ...changed })

describe('names', () => {
  it.each([1, 12, 999_999])('of pull request %d are read back', (number) => {
    expect(numberOfEnvironment(previewEnvironment(number))).toBe(number)
  })

  it.each(['production', 'pr-', 'pr-0', 'pr-012', 'pr-12-eu', 'xpr-12', 'pr-12345678901'])('%s is not a preview', (environment) => {
    expect(numberOfEnvironment(environment)).toBeUndefined()
  })

  it('a port is always the same, and one of the range', () => {
    const range = { first: 8000, last: 8009 }
    const ports = Array.from({ length: 30 }, (_, number) => previewPort(number, range))
    expect([Math.min(...ports), Math.max(...ports)]).toEqual([8000, 8009])
    expect(new Set(ports.slice(0, 10)).size).toBe(10)
    expect(previewPort(12, range)).toBe(previewPort(12, range))
  })
})

describe('other environments', () => {
  it.each([
    ['this preview', recorded(12)],
    ['nothing yet', undefined],
  ])('is not %s', (_, record) => {
    expect(refuseNotPreview(record, preview)).toBeUndefined()
    expect(refuseNoPreview(preview, { record, own: [] })).toBeUndefined()
  })

  it.each([
    ['an environment that somebody else made', aRecord({ environment: 'pr-12' }), 'web (pr-12) is no preview'],
    ['one of another repository', recorded(12, { preview: { number: 12, repository: 'acme/api' } }), 'the preview of acme/api#12'],
    ['another one', recorded(13), 'the preview of acme/web#13'],
    ['production, whatever its mark', recorded(12, { environment: 'production' }), 'web (production)'],
  ])('is %s', (_, record, reason) => {
    expect(refuseNotPreview(record, preview)?.reason).toContain(reason)
    expect(refuseNoPreview(preview, { record, own: [] })?.reason).toContain(reason)
  })

  it('is one that has a host of its own', () => {
    expect(refuseNoPreview(preview, { record: recorded(12), own: ['i-9'] })?.reason).toContain('i-9 has the tags of pr-12')
  })
})

describe('the same preview', () => {
  const id = { repositoryId: '4711' }
  it.each([
    ['with the number of its repository', { ...preview, ...id }, { ...preview, ...id }, true],
    ['after a rename', { ...preview, ...id }, { ...preview, repository: 'acme-inc/site', ...id }, true],
    ['of a record without a number', { ...preview, ...id }, preview, true],
    ['of a runner without a number', preview, { ...preview, ...id }, true],
    ['not if another repository has its name now', { ...preview, ...id }, { ...preview, repositoryId: '4712' }, false],
    ['not by another name without a number', preview, { ...preview, repository: 'acme/api', ...id }, false],
    ['not with another number', { ...preview, ...id }, { ...preview, ...id, number: 13 }, false],
  ])('is one %s', (_, one, other, same) => {
    expect(isSamePreview(one, other)).toBe(same)
    expect(isSamePreview(other, one)).toBe(same)
  })

  it('is marked with the number of its repository, if the runner knows it', () => {
    expect(previewOfJob(12, { repository: 'acme/web', repositoryId: '4711' })).toEqual({ ...preview, ...id })
    expect(previewOfJob(12, { repository: 'acme/web', repositoryId: '' })).toEqual(preview)
    expect(removalOf({ ...preview, ...id }, 'then')).toMatchObject({ ...preview, ...id, act: 'remove', judged: 'then' })
  })
})

describe('preview-limit', () => {
  const asked = { preview, hostId: 'i-1', limit: 2 }

  it('lets one in as long as there is room', () => {
    expect(refuseCrowd([recorded(1), aRecord({ hostId: 'i-1' }), recorded(2, { hostIds: ['i-2'] })], asked)).toBeUndefined()
  })

  it('lets one in that is there', () => {
    expect(refuseCrowd([recorded(12), recorded(1), recorded(2)], asked)).toBeUndefined()
  })

  it('refuses one more, with a list', () => {
    const refusal = refuseCrowd([recorded(1), recorded(2, { service: 'api' })], asked)
    expect(refusal?.reason).toMatch(/^i-1 has 2 previews, and preview-limit is 2: web \(pr-1\) of \d{4}-\d\d-\d\d, api \(pr-2\) of /)
  })
})
