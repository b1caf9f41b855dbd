import { expect, it } from '@jest/globals'
import { promotionReport } from '../../../src/report/pages/promotion.ts'
import { aRelease } from '../../fakes/samples.ts'

it('says where the release comes from, beside what the deploy says', () => {
  const report = { outcome: 'deployed', headline: 'web-2 is live', outputs: {}, facts: [['Host', 'i-1']] } as const
  const from = { environment: 'staging', release: { ...aRelease({ name: 'web-1' }), login: '' }, semver: undefined, differs: [] }
  expect(promotionReport(report, from)).toEqual({
    ...report,
    facts: [
      ['Host', 'i-1'],
      ['Promoted from', 'staging, release web-1, with the same digest'],
      ['Different from staging', 'nothing'],
    ],
  })
})
