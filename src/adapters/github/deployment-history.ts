import { listOf } from '../../domain/untrusted.ts'
import type { ListedDeployment, SeenDeployment } from '../../domain/deployment/listed.ts'
import type { DeploymentHistory } from '../../ports/github/deployments/deployment-history.ts'
import { mapLimited } from '../../ports/map-limited.ts'
import { askGithub, askPages, PAGE, refusalOf } from './api.ts'
import type { GithubSpec } from './api.ts'
import { DEPLOYMENTS, LISTED, STATUS } from './deployments.ts'

const SECONDS = 60
/** How many deployments are read at most: each costs a request, and a token has 1,000 in an hour. */
const MOST = 300
/** How many are read at a time. */
const AT_A_TIME = 10

export function githubDeploymentHistory(spec: GithubSpec): DeploymentHistory {
  return {
    within: (environment, time) => read(spec, environment, time).catch(explained),
  }
}

type Time = Parameters<DeploymentHistory['within']>[1]

async function read(spec: GithubSpec, environment: string, time: Time): ReturnType<DeploymentHistory['within']> {
  const { listed, complete } = await list(spec, environment, time)
  return { deployments: await mapLimited(listed, AT_A_TIME, (one) => withStatuses(spec, one)), complete }
}

/** GitHub lists the newest first. */
async function list(spec: GithubSpec, environment: string, { from, until }: Time) {
  const listed: ListedDeployment[] = []
  const question = {
    route: `GET ${DEPLOYMENTS}`,
    parameters: { environment, per_page: PAGE },
    answer: listOf(LISTED, PAGE),
    seconds: SECONDS,
  }
  for await (const page of askPages(spec, question)) {
    const times = page.map((one) => ({ one, created: Date.parse(one.createdAt) }))
    listed.push(...times.flatMap(({ one, created }) => (created >= from && created < until ? [one] : [])))
    if (listed.length > MOST) return { listed: listed.slice(0, MOST), complete: false }
    if (times.some(({ created }) => created < from)) break
  }
  return { listed, complete: true }
}

async function withStatuses(spec: GithubSpec, one: ListedDeployment): Promise<SeenDeployment> {
  const parameters = { deployment_id: one.id, per_page: PAGE }
  const route = `GET ${DEPLOYMENTS}/{deployment_id}/statuses`
  const statuses = await askGithub(spec, { route, parameters, answer: listOf(STATUS, PAGE), seconds: SECONDS })
  return { ...one, statuses: statuses.toSorted((a, b) => b.id - a.id) }
}

function explained(error: unknown): never {
  const hint = 'Give the job `deployments: read`.'
  throw refusalOf(error, { message: 'the token cannot read deployments', hint, statuses: [403, 404] }) ?? error
}
