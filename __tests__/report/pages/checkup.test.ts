import { expect, it } from '@jest/globals'
import type { Check } from '../../../src/domain/checkup/check.ts'
import { checkupReport } from '../../../src/report/pages/checkup.ts'
import { SERVICE } from '../../fakes/samples.ts'

const check = (state: Check['state']): Check =>
  state === 'ok' ? { area: 'Quotas', state, detail: 'found' } : { area: 'Quotas', state, detail: 'found', fix: 'Mend it.' }

it.each<[readonly Check['state'][], string]>([
  [['ok', 'ok'], 'all 2 checks passed'],
  [['ok', 'unknown'], '1 of 2 checks passed, 1 not decided'],
  [['ok', 'warning', 'warning', 'unknown'], '1 of 4 checks passed, 2 warnings, 1 not decided'],
  [['ok', 'warning'], '1 of 2 checks passed, 1 warning'],
  [['failed', 'warning', 'ok'], '1 of 3 checks failed'],
])('the headline of %j counts as passed only what was decided', (states, words) => {
  expect(checkupReport({ service: SERVICE }, states.map(check)).headline).toBe(`web (production): ${words}`)
})
