import { expect, it } from '@jest/globals'
import { statusReport } from '../../src/report/pages/status.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { SERVICE, aHost, aRecord, aServiceStatus, aSpec } from '../fakes/samples.ts'

const STATUS = aServiceStatus({ serving: 'sha256:1' })

it('shows the issuer and the end of each certificate', () => {
  const certificates = [
    { name: 'shop.example.com', issuer: 'R11', expires: 1_800_000_000 },
    { name: 'www.shop.example.com', issuer: '', expires: null },
  ]
  const asked = [{ host: aHost(), status: { ...STATUS, certificates }, others: [], findings: [] }]
  const report = statusReport(
    { service: SERVICE, spec: aSpec(), schedule: undefined },
    { asked, history: [], freeze: undefined, names: [], cost: undefined, now: 0 },
  )
  expect(report.facts).toContainEqual(['Certificate', 'shop.example.com, by R11, until 2027-01-15 08:00 UTC'])
  expect(report.facts).toContainEqual(['Certificate', 'www.shop.example.com: none'])
  expect(JSON.parse(report.outputs['certificates'] ?? '')).toEqual([
    { host: aHost().id, name: 'www.shop.example.com', issuer: '', expires: null },
    { host: aHost().id, name: 'shop.example.com', issuer: 'R11', expires: '2027-01-15T08:00:00.000Z' },
  ])
})

it('limits the certificates to those that expire first', () => {
  const certificates = Array.from({ length: 2000 }, (_, n) => ({ name: `n${n}.example.com`, issuer: 'R11', expires: 1_800_000_000 - n }))
  const asked = [{ host: aHost(), status: { ...STATUS, certificates }, others: [], findings: [] }]
  const report = statusReport(
    { service: SERVICE, spec: aSpec(), schedule: undefined },
    { asked, history: [], freeze: undefined, names: [], cost: undefined, now: 0 },
  )
  const listed = JSON.parse(report.outputs['certificates'] ?? '') as readonly { name: string }[]
  expect([listed.length, listed[0]?.name]).toEqual([1000, 'n1999.example.com'])
  expect(report.facts.filter(([name]) => name === 'Certificate')).toHaveLength(50)
  expect(report.facts).toContainEqual(['Certificates', 'and 1950 more, which expire later'])
})

it('says of a preview that sleeps that it does, and takes that for no drift', () => {
  const status = { ...STATUS, running: false, healthy: false, asleep: true, drift: [] }
  const asked = [{ host: aHost(), status, others: [], findings: [] }]
  const record = aRecord({ release: 'r1', digest: 'sha256:1' })
  const report = statusReport(
    { service: SERVICE, spec: aSpec(), schedule: undefined },
    { asked, history: [record], freeze: undefined, names: [], cost: undefined, now: 0 },
  )
  expect(report.headline).toMatch(/: r1 is asleep at http/)
  expect(report.facts).toContainEqual(['Serving', 'r1, asleep: the next request wakes it'])
  expect(report.facts.map(([name]) => name)).not.toContain('Drift')
})

it('says of one that does not wake why, with its last lines', () => {
  const unwoken = { cause: 'exited', detail: 'the container ended with exit code 3', at: 1_800_000_000, logs: 'no <database>\n' }
  const status = { ...STATUS, running: false, healthy: false, asleep: true, drift: [], unwoken }
  const report = statusReport(
    { service: SERVICE, spec: aSpec(), schedule: undefined },
    { asked: [{ host: aHost(), status, others: [], findings: [] }], history: [], freeze: undefined, names: [], cost: undefined, now: 0 },
  )
  const words = 'r1, asleep, and did not start for its last visitor (2027-01-15 08:00 UTC): exited: the container ended with exit code 3'
  expect(report.headline).toMatch(/: r1 does not start at http/)
  expect(report.facts).toContainEqual(['Serving', words])
  expect(renderSummary(report, [])).toContain('<summary>Last log lines of the container</summary>\n\n```text\nno <database>\n')
})

it('shows no certificates of a service without any', () => {
  const asked = [{ host: aHost(), status: STATUS, others: [], findings: [] }]
  const report = statusReport(
    { service: SERVICE, spec: aSpec(), schedule: undefined },
    { asked, history: [], freeze: undefined, names: [], cost: undefined, now: 0 },
  )
  expect(report.outputs['certificates']).toBe('[]')
  expect(report.facts.map(([name]) => name)).not.toContain('Certificate')
})
