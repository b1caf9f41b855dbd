import { DescribeImageScanFindingsCommand } from '@aws-sdk/client-ecr'
import type { DescribeImageScanFindingsResponse, ECRClient, EnhancedImageScanFinding, ImageScanFinding } from '@aws-sdk/client-ecr'
import type { Scan, Vulnerability } from '../../../domain/image/scan.ts'
import type { ImageScans } from '../../../ports/image/image-scans.ts'
import { unlessMissing } from '../errors.ts'

/** Findings per page: the most that ECR allows. */
const PAGE = 1000
/** More than any image has. */
const MOST_PAGES = 100
/** Values of `ScanStatus` that turn into a result later: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageScanStatus.html */
const ON_THE_WAY = ['IN_PROGRESS', 'PENDING']
/** `ACTIVE`: enhanced scanning watches the image for as long as it exists. */
const THERE = ['COMPLETE', 'ACTIVE']

export function ecrScans(client: ECRClient): ImageScans {
  return { find: (repository, digest) => find(client, repository, digest) }
}

/** A list that is too long to read is no result: the rest could have the worst finding. */
async function find(client: ECRClient, repositoryName: string, imageDigest: string): Promise<Scan> {
  const found: Vulnerability[] = []
  let nextToken: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(client, { repositoryName, imageId: { imageDigest }, nextToken, maxResults: PAGE })
    const state = stateOf(answer)
    if (state) return state
    found.push(...vulnerabilitiesIn(answer))
    nextToken = answer?.nextToken
    if (nextToken === undefined) return { kind: 'complete', vulnerabilities: found }
  }
  return { kind: 'none', reason: `ECR lists its findings on more than ${MOST_PAGES} pages` }
}

type Request = ConstructorParameters<typeof DescribeImageScanFindingsCommand>[0]

function ask(client: ECRClient, request: Request): Promise<DescribeImageScanFindingsResponse | undefined> {
  return unlessMissing('ecr:DescribeImageScanFindings', client.send(new DescribeImageScanFindingsCommand(request)), 'ScanNotFoundException')
}

/** `undefined`: there are findings to read. */
function stateOf(answer: DescribeImageScanFindingsResponse | undefined): Scan | undefined {
  if (answer === undefined) return { kind: 'none', reason: 'ECR has no scan of it' }
  const { status = '', description = '' } = answer.imageScanStatus ?? {}
  if (THERE.includes(status)) return undefined
  if (ON_THE_WAY.includes(status)) return { kind: 'pending', status }
  return { kind: 'none', reason: `ECR says ${status || 'nothing'} of it${description === '' ? '' : `: ${description}`}` }
}

function vulnerabilitiesIn(answer: DescribeImageScanFindingsResponse | undefined): readonly Vulnerability[] {
  const { findings = [], enhancedFindings = [] } = answer?.imageScanFindings ?? {}
  return [...findings.map(basic), ...enhancedFindings.map(enhanced)]
}

function basic({ name = '', severity = 'UNDEFINED', attributes = [] }: ImageScanFinding): Vulnerability {
  const says = (key: string): string => attributes.find((attribute) => attribute.key === key)?.value ?? ''
  const where = `${says('package_name')} ${says('package_version')}`.trim()
  return { name, severity: severity.toLowerCase(), in: where, fixed: says('fixed_in_version') }
}

function enhanced({ title = '', severity = '', packageVulnerabilityDetails: details }: EnhancedImageScanFinding): Vulnerability {
  const [first] = details?.vulnerablePackages ?? []
  const fixed = first?.fixedInVersion ?? ''
  return {
    name: details?.vulnerabilityId ?? title,
    severity: severity.toLowerCase(),
    in: `${first?.name ?? ''} ${first?.version ?? ''}`.trim(),
    fixed: fixed === 'NotAvailable' ? '' : fixed,
  }
}
