import { DescribeImageScanFindingsCommand, ECRClient } from '@aws-sdk/client-ecr'
import type { FindingSeverity } from '@aws-sdk/client-ecr'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ecrScans } from '../../../../src/adapters/aws/ecr/scans.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const ecr = mockClient(ECRClient)
const find = () => ecrScans(new ECRClient({ region: 'us-east-1' })).find('web', 'sha256:1')
const ASKED = { repositoryName: 'web', imageId: { imageDigest: 'sha256:1' } }

const pageOf = (severity: FindingSeverity, nextToken: string | undefined) => ({
  imageScanStatus: { status: 'COMPLETE' as const },
  imageScanFindings: { findings: [{ name: 'CVE', severity }] },
  ...(nextToken !== undefined && { nextToken }),
})

beforeEach(() => void ecr.reset())

test('reads a basic scan over two pages', async () => {
  const attributes = [
    { key: 'package_name', value: 'zlib' },
    { key: 'package_version', value: '1.3' },
  ]
  ecr
    .on(DescribeImageScanFindingsCommand, ASKED)
    .resolvesOnce({
      imageScanStatus: { status: 'COMPLETE' },
      imageScanFindings: { findings: [{ name: 'CVE-1', severity: 'HIGH', attributes }] },
      nextToken: 'more',
    })
    .resolvesOnce({ imageScanStatus: { status: 'COMPLETE' }, imageScanFindings: { findings: [{ name: 'CVE-2' }] } })
    .rejects(new Error('asked a third time'))
  expect(await find()).toEqual({
    kind: 'complete',
    vulnerabilities: [
      { name: 'CVE-1', severity: 'high', in: 'zlib 1.3', fixed: '' },
      { name: 'CVE-2', severity: 'undefined', in: '', fixed: '' },
    ],
  })
  expect(ecr.commandCalls(DescribeImageScanFindingsCommand).map(({ args: [{ input }] }) => input.nextToken)).toEqual([undefined, 'more'])
})

test('finds the worst finding on any page', async () => {
  const pages = ['LOW', 'LOW', 'LOW', 'CRITICAL'] as const
  for (const [at, severity] of pages.entries())
    ecr
      .on(DescribeImageScanFindingsCommand, { ...ASKED, nextToken: at === 0 ? undefined : String(at) })
      .resolves(pageOf(severity, at + 1 === pages.length ? undefined : String(at + 1)))
  expect(await find()).toMatchObject({ vulnerabilities: pages.map((severity) => ({ severity: severity.toLowerCase() })) })
})

test('gives up on an endless list', async () => {
  ecr.on(DescribeImageScanFindingsCommand, ASKED).resolves(pageOf('LOW', 'more'))
  expect(await find()).toEqual({ kind: 'none', reason: 'ECR lists its findings on more than 100 pages' })
})

test('reads an enhanced scan, which never completes', async () => {
  const packages = (fixedInVersion?: string) => [
    { name: 'openssl', version: '3.0', ...(fixedInVersion !== undefined && { fixedInVersion }) },
  ]
  ecr.on(DescribeImageScanFindingsCommand, ASKED).resolves({
    imageScanStatus: { status: 'ACTIVE' },
    imageScanFindings: {
      enhancedFindings: [
        { severity: 'CRITICAL', packageVulnerabilityDetails: { vulnerabilityId: 'CVE-3', vulnerablePackages: packages('3.1') } },
        { severity: 'UNTRIAGED', packageVulnerabilityDetails: { vulnerabilityId: 'CVE-4', vulnerablePackages: packages('NotAvailable') } },
        { title: 'Something else', severity: 'LOW' },
      ],
    },
  })
  expect(await find()).toEqual({
    kind: 'complete',
    vulnerabilities: [
      { name: 'CVE-3', severity: 'critical', in: 'openssl 3.0', fixed: '3.1' },
      { name: 'CVE-4', severity: 'untriaged', in: 'openssl 3.0', fixed: '' },
      { name: 'Something else', severity: 'low', in: '', fixed: '' },
    ],
  })
})

test.each(['IN_PROGRESS', 'PENDING'] as const)('treats %s as in progress', async (status) => {
  ecr.on(DescribeImageScanFindingsCommand, ASKED).resolves({ imageScanStatus: { status } })
  expect(await find()).toEqual({ kind: 'pending', status })
})

test.each(['FAILED', 'UNSUPPORTED_IMAGE', 'SCAN_ELIGIBILITY_EXPIRED', 'FINDINGS_UNAVAILABLE'] as const)(
  '%s is no result',
  async (status) => {
    ecr.on(DescribeImageScanFindingsCommand, ASKED).resolves({ imageScanStatus: { status, description: 'because' } })
    expect(await find()).toEqual({ kind: 'none', reason: `ECR says ${status} of it: because` })
  },
)

test('reports no result without a scan or with an empty answer', async () => {
  ecr.on(DescribeImageScanFindingsCommand, ASKED).rejectsOnce(awsError('ScanNotFoundException')).resolvesOnce({})
  expect(await find()).toEqual({ kind: 'none', reason: 'ECR has no scan of it' })
  expect(await find()).toEqual({ kind: 'none', reason: 'ECR says nothing of it' })
})

test('fails if the role cannot read scans', async () => {
  ecr.on(DescribeImageScanFindingsCommand, ASKED).rejects(awsError('AccessDeniedException'))
  await expect(find()).rejects.toMatchObject({ code: 'not-allowed' })
})
