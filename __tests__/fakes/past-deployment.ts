import type { SeenDeployment } from '../../src/domain/deployment/listed.ts'
import type { EndedDeployment, StartedDeployment } from '../../src/domain/deployment/payload.ts'
import { endText } from '../../src/domain/deployment/status-text.ts'

interface Past {
  readonly id: number
  /** ISO 8601. */
  readonly startedAt: string
  readonly release: string
  readonly command?: StartedDeployment['command']
  readonly service?: string
  readonly committedAt?: string
  readonly runUrl?: string
  /** Default: deployed, served after half a minute and verified after a minute. */
  readonly ended?: EndedDeployment
}

/** A deployment of web (production) as GitHub lists it when it is over. */
export function pastDeployment({
  id,
  startedAt,
  release,
  command = 'deploy',
  service = 'web',
  committedAt,
  runUrl,
  ended,
}: Past): SeenDeployment {
  const after = (seconds: number) => new Date(Date.parse(startedAt) + seconds * 1000).toISOString()
  const end = ended ?? { outcome: 'deployed', servedAt: after(30), verifiedAt: after(60) }
  const started = { schema: 1, service, environment: 'production', command, release, version: release, digest: `sha256:${'a'.repeat(64)}` }
  return {
    ...{ id, sha: 'a'.repeat(40), environment: 'production', createdAt: startedAt },
    payload: { ...started, startedAt, commit: `commit of ${release}`, ...(committedAt !== undefined && { committedAt }) },
    statuses: [
      {
        state: end.cause === undefined ? 'success' : 'failure',
        description: endText(end, startedAt),
        createdAt: after(61),
        logUrl: runUrl ?? `https://github.com/acme/web/actions/runs/${id}`,
      },
    ],
  }
}
