import { inflateSync } from 'node:zlib'
import type { Host } from '../host/host.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Job } from '../job.ts'
import type { Frozen } from '../untrusted.ts'
import { answerOf, LOGS_ANSWER } from './host-answers.ts'

/** A container's log. `lines`: each with its time; `undefined` if the answer does not contain what it should. */
export type ContainerLog = Omit<Packed, 'packed'> & { readonly lines: readonly string[] | undefined }

/** The logs on one host. */
export type LogsResult = Omit<Answer, 'containers'> & { readonly containers: readonly ContainerLog[] }

/** A host and its logs, or why it has none. */
export interface HostLogs {
  readonly host: Pick<Host, 'id'>
  readonly logs: LogsResult | string
}

type Answer = Frozen<typeof LOGS_ANSWER>
type Packed = Answer['containers'][number]

/** Bytes: more than a host packs into an answer, and little enough for the runner, whatever a host sends. */
const UNPACKED = 4 << 20

/** Reads the answer to an order `logs`; `undefined` if the text has none. */
export function parseLogsResult(stdout: string): LogsResult | undefined {
  const answer = answerOf(LOGS_ANSWER, stdout)
  return answer && { ...answer, containers: answer.containers.map(({ packed, ...rest }) => ({ ...rest, lines: unpacked(packed) })) }
}

function unpacked(packed: string): readonly string[] | undefined {
  if (packed === '') return []
  try {
    return inflateSync(Buffer.from(packed, 'base64'), { maxOutputLength: UNPACKED }).toString().split('\n')
  } catch {
    return undefined
  }
}

/** A leak cannot be taken back, and the input is one line: so a repository of which the event does not say who sees it counts as public. */
export function refusePublicLogs({ visibility }: Pick<Job, 'visibility'>): Refusal | undefined {
  if (visibility === 'private') return undefined
  const why = visibility === 'public' ? 'the repository is public' : 'the event of this run does not say that the repository is private'
  return refuse(
    `${why}, and everybody can read the log and the summary of a run in a public one`,
    'Set allow-public-logs: true if everybody may read what the application writes to its log. Or run this in a private repository whose role can reach the hosts.',
  )
}
