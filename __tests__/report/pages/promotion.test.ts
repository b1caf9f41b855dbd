import { expect, it } from '@jest/globals'
import { promotionReport } from '../../../src/report/pages/promotion.ts'
import { aRelease, SERVICE } from '../../fakes/samples.ts'

it.each([
  ['web-1', 'web-1 of staging is live at http://203.0.113.9, with the same digest'],
  ['web-2', 'web-1 of staging is live at http://203.0.113.9 as web-2, with the same digest'],
])('a promotion that serves as %s', (name, words) => {
  const report = { outcome: 'deployed', headline: '', outputs: { url: 'http://203.0.113.9', release: name }, facts: [] } as const
  const from = { environment: 'staging', release: { ...aRelease({ name: 'web-1' }), login: '' }, semver: undefined, differs: [] }
  expect(promotionReport({ service: SERVICE }, report, from).headline).toBe(`web (production): ${words}`)
})
