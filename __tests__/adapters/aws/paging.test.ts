import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Requests whose answer is never longer than a page, or whose pages the adapter itself reads to their end. */
const COMPLETE: Readonly<Record<string, string>> = {
  'cloudwatch DescribeAlarms': 'asks by name, for fewer than a page has',
  'ec2 DescribeImages': 'asks for one',
  'ec2 DescribeInstanceTypes': 'asks for one',
  'ec2 DescribeVolumes': 'asks by id, which excludes pages',
  'ec2 DescribeVpcs': 'asks for the default one',
  'ecr DescribeImageScanFindings': 'reads on by itself',
  'ecr DescribeImages': 'asks for one',
  'ecr DescribeRepositories': 'asks for one',
  'iam SimulatePrincipalPolicy': 'asks about one action',
}

/** Requests that AWS answers in pages, but of which an adapter sends only one. */
async function unpaged(): Promise<readonly string[]> {
  const found = globSync('src/adapters/aws/**/*.ts', { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return [...text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([\w-]+)'/g)].flatMap(([, names = '', service = '']) =>
      [...names.matchAll(/\b([A-Z]\w+)Command\b/g)].map(([, operation = '']) => ({ service, operation })),
    )
  })
  const paged = found.map(async ({ service, operation }) => {
    const client = (await import(`@aws-sdk/client-${service}`)) as object
    return `paginate${operation}` in client ? [`${service} ${operation}`] : []
  })
  return [...new Set((await Promise.all(paged)).flat())].toSorted()
}

it('reads every list of AWS to its last page', async () => {
  expect(await unpaged()).toEqual(Object.keys(COMPLETE))
})
