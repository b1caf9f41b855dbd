import { expect, it } from '@jest/globals'
import { checkupReport } from '../../src/report/pages/checkup.ts'
import { metricsFile } from '../../src/report/metrics/json.ts'
import { METRICS } from '../fakes/sample-metrics.ts'
import { SERVICE } from '../fakes/samples.ts'
import { PAGES } from '../fakes/pages.ts'

/** The names of all fields in a document, at any depth. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]) : []
}

const checkup = checkupReport({ service: SERVICE }, [{ area: 'Hosts', detail: 'i-1 runs', state: 'ok' }])
const OUTPUTS = [checkup, ...Object.values(PAGES).map(({ report }) => report)].flatMap(({ outputs }) =>
  Object.entries(outputs).filter(([, text]) => /^[[{]/.test(text)),
)
const DOCUMENTS = [...new Map(OUTPUTS), ['metrics.json', metricsFile(METRICS)] as const]

it('has every output that is JSON', () => {
  expect(DOCUMENTS.map(([name]) => name).toSorted()).toEqual(['certificates', 'checks', 'hosts', 'metrics', 'metrics.json', 'plan'])
})

it.each(DOCUMENTS)('%s has camelCase names', (_, text) => {
  const names = namesIn(JSON.parse(text))
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !/^[a-z]+([A-Z][a-z]*)*$/.test(name))).toEqual([])
})
