import { patientLimit } from './patient-limit.ts'
import { githubDeployments } from '../../src/adapters/github/deployments.ts'
import { readDeployment } from '../../src/domain/deployment/listed.ts'
import type { DeploymentPayload } from '../../src/domain/deployment/payload.ts'
import type { GitHub } from '../../local/github/server.ts'

/** The nth deployment as whoever counts deployments reads it from GitHub; `undefined` for one that says nothing, or has not ended. */
export async function toldDeployment({ url: apiUrl, deployments }: GitHub, at: number): Promise<DeploymentPayload | undefined> {
  const { id = 0, environment = '' } = deployments[at] ?? {}
  const port = githubDeployments({ token: 'the-token', repository: 'acme/web', apiUrl, limit: patientLimit })
  const listed = (await port.list(environment, () => false)).find((one) => one.id === id)
  return listed && readDeployment({ ...listed, statuses: await port.statuses(id) })
}
