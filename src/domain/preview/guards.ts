import { shortCommit } from '../commits.ts'
import { hostIdsOf } from '../release/record.ts'
import type { ReleaseRecord } from '../release/record.ts'
import type { Wanted } from '../release/wanted.ts'
import type { Refusal } from '../refusal.ts'
import { displayName } from '../service.ts'
import { isSamePreview, previewEnvironment } from './preview.ts'
import type { Preview, PreviewRun, PullRequest, ServedPreview } from './preview.ts'

/** Whether the record belongs to exactly this preview, by its name and its mark. */
export function isPreviewRecord({ preview, environment }: ReleaseRecord, asked: Preview): boolean {
  return environment === previewEnvironment(asked.number) && preview !== undefined && isSamePreview(preview, asked)
}

/** Refuses to take over or end something that has a preview's name, but is none. */
export function refuseNotPreview(record: ReleaseRecord | undefined, preview: Preview): Refusal | undefined {
  if (record === undefined || isPreviewRecord(record, preview)) return undefined
  const { service: name, environment, preview: other } = record
  const what = other === undefined ? 'no preview' : `the preview of ${other.repository}#${other.number}`
  return {
    reason: `${displayName({ name, environment })} is ${what}, so a run for ${preview.repository}#${preview.number} does not touch it`,
    hint: `Give this repository another service name, or remove that service with command: destroy and environment: ${environment}.`,
  }
}

/** Refuses to end a preview that another run deployed after it was decided to remove it: the reason may no longer hold. */
export function refuseDeployedSince(record: ReleaseRecord | undefined, preview: PreviewRun): Refusal | undefined {
  const judged = preview.act === 'remove' ? preview.judged : undefined
  if (judged === undefined || record === undefined || record.deployedAt === judged) return undefined
  return {
    reason: `${previewEnvironment(preview.number)} was deployed at ${record.deployedAt}, after this run decided to remove it`,
    hint: 'Run this again: it decides again.',
  }
}

/**
 * Refuses to serve another commit as the pull request's: its comment names the newest one. After a label, somebody has reviewed only that one. Otherwise,
 * the run's own commit counts, too: for `pull_request`, that is the merge of both branches.
 */
export function refuseOtherCommit(
  { number, head, onlyHead }: ServedPreview,
  { kind, commit }: Pick<Wanted, 'kind' | 'commit'>,
  ofRun: string,
): Refusal | undefined {
  if (commit === head || (!onlyHead && (kind === 'given' || commit === ofRun))) return undefined
  const found = `the commit ${shortCommit(commit)} is checked out`
  return onlyHead
    ? {
        reason: `${found}, and the label was set for ${shortCommit(head)}`,
        hint: 'Let actions/checkout check out ref: ${{ github.event.pull_request.head.sha }}.',
      }
    : {
        reason: `${found}, and pull request ${number} has ${shortCommit(head)}`,
        hint: 'Leave ref out of actions/checkout: it then takes the commit of the pull request.',
      }
}

/** Refuses to serve a pull request that is closed, or a commit of it that is no longer the newest. */
export function refuseLateRun({ number, head, onlyHead }: ServedPreview, now: PullRequest): Refusal | undefined {
  if (now.state === 'closed')
    return {
      reason: `pull request ${number} is closed, so it gets no preview`,
      hint: 'Reopen it: that starts a run of its own.',
    }
  if (now.head === head) return undefined
  return {
    code: 'superseded',
    reason: `pull request ${number} has a newer commit, ${shortCommit(now.head)}, so ${shortCommit(head)} is not served`,
    hint: onlyHead
      ? 'Let a reviewer set the label again, after reading the newest commit.'
      : 'The run of the newest commit serves it. Run that one again if it failed.',
  }
}

/** Refuses a preview over the host's limit. `records`: of all services. */
export function refuseCrowd(
  records: readonly ReleaseRecord[],
  asked: { readonly preview: Preview; readonly hostId: string; readonly limit: number },
): Refusal | undefined {
  const { preview, hostId, limit } = asked
  const there = records.filter((record) => record.preview !== undefined && hostIdsOf(record).includes(hostId))
  if (there.length < limit || there.some((record) => isPreviewRecord(record, preview))) return undefined
  const list = there.map(
    ({ service: name, environment, deployedAt }) => `${displayName({ name, environment })} of ${deployedAt.slice(0, 10)}`,
  )
  return {
    reason: `${hostId} has ${there.length} ${there.length === 1 ? 'preview' : 'previews'}, and preview-limit is ${limit}: ${list.join(', ')}`,
    hint: 'Close a pull request that needs no preview any more, or raise preview-limit.',
  }
}
