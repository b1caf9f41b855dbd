import { paginateDescribeParameters } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import type { CurrentVersion } from '../../../domain/release/secret-changes.ts'
import { DeployError } from '../../../errors.ts'
import { pages } from '../errors.ts'
import type { VersionsOf } from './secret-versions.ts'

/** Names per filter. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html */
const BATCH = 50

/** `DescribeParameters` returns versions, never a value. */
export function parameterVersions(client: SSMClient): VersionsOf {
  return async (names) => {
    const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, at) => names.slice(at * BATCH, (at + 1) * BATCH))
    const found = await Promise.all(batches.map((batch) => describe(client, batch)))
    return new Map(found.flat())
  }
}

async function describe(client: SSMClient, names: readonly string[]): Promise<[string, CurrentVersion][]> {
  const ParameterFilters = [{ Key: 'Name', Option: 'Equals', Values: [...names] }]
  const all = paginateDescribeParameters({ client }, { ParameterFilters, MaxResults: BATCH })
  try {
    const parameters = await pages('ssm:DescribeParameters', all, (page) => page.Parameters)
    return parameters.map(({ Name = '', Version }) => [Name, { version: String(Version) }])
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    return names.map((name) => [name, { unknown: error.message }])
  }
}
