import type { Job } from '../job.ts'
import { refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import type { Person } from './event.ts'
import type { Level } from './permission.ts'
import type { Word } from './request.ts'
import { shortCommit } from '../commits.ts'

/** A pull request as GitHub has it now. */
export interface PullRequestHead {
  readonly isOpen: boolean
  readonly isDraft: boolean
  /** `undefined`: a deleted account. */
  readonly authorId: number | undefined
  readonly commit: string
  readonly branch: string
  /** `owner/name`; `undefined`: it was deleted. */
  readonly repository: string | undefined
}

/** A run that somebody starts again has the comment and the commit of its first time, however old they are, and whoever starts it. */
export function refuseRepetition({ runAttempt }: Pick<Job, 'runAttempt'>): Refused | undefined {
  if (!isRepetition({ runAttempt })) return undefined
  return refuse('a comment counts once, and this run was started again', 'Write the command in a new comment if you still want it.')
}

/** Whether somebody ran the job again: the comment may be old, and its author's permission with it. */
export function isRepetition({ runAttempt }: Pick<Job, 'runAttempt'>): boolean {
  return runAttempt !== '1'
}

/** Words that take the code of the pull request. */
export function takesCode(word: Word): boolean {
  return word === 'plan' || word === 'deploy'
}

export interface PullRequestPolicy {
  /** `owner/name` of this repository. */
  readonly repository: string
  readonly allowForks: boolean
}

/** Why the code of a pull request is refused, whoever asks. */
export function refusePullRequest(word: Word, head: PullRequestHead, { repository, allowForks }: PullRequestPolicy): Refused | undefined {
  if (!head.isOpen)
    return refuse(
      'the pull request is closed',
      'Comment on an open pull request, or on an issue for the newest commit of the default branch.',
    )
  if (head.repository === undefined)
    return refuse('the repository of the pull request was deleted', 'Push the branch to this repository, and open a new pull request.')
  if (head.repository !== repository && !allowForks)
    return refuse(
      'the pull request comes from a fork, and its code would get the credentials of this workflow',
      'Push the branch to this repository, or read docs/guides/release/comments.md, "Forks".',
    )
  if (head.isDraft && word === 'deploy') return refuse('the pull request is a draft', 'Mark it as ready for review, and comment again.')
  return undefined
}

/** The last change of a branch, by GitHub's own record of pushes. */
export interface Push {
  /** The commit that it left there. */
  readonly commit: string
  /** Milliseconds since the epoch; GitHub's clock, unlike the dates in a commit, which its author chooses. */
  readonly at: number
  /** `undefined`: a deleted account. */
  readonly actorId: number | undefined
}

/** The author of a comment has seen a commit only if it was pushed before. The times are in whole seconds, so an equal one proves nothing. */
export function refusePush({ commit }: PullRequestHead, push: Push | undefined, writtenAt: number): Refused | undefined {
  if (push === undefined)
    return refuse(
      'GitHub does not say when the newest commit of the pull request was pushed',
      'Push again (an empty commit will do), and comment after that.',
    )
  if (push.commit !== commit)
    return refuse('the branch of the pull request is changing right now', 'Read its newest commit, and comment again.')
  if (push.at >= writtenAt)
    return refuse(
      `the commit ${shortCommit(commit)} was pushed after the comment was written`,
      'Read it, and comment again if it is the one that you want.',
    )
  return undefined
}

export interface Review {
  /** `undefined`: a deleted account. */
  readonly reviewer: Person | undefined
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED' | 'COMMENTED' | 'PENDING'
  /** The commit that was reviewed. */
  readonly commit: string | undefined
}

/**
 * Who approved exactly this commit and has not withdrawn that, without the author of the pull request and whoever pushed the commit.
 * `reviews`: oldest first.
 */
export function approversOf(reviews: readonly Review[], head: PullRequestHead, push: Push): readonly Person[] {
  const last = new Map<number, Review & { readonly reviewer: Person }>()
  for (const review of reviews) {
    const { reviewer, state } = review
    // A mere comment leaves an earlier approval as it is.
    if (reviewer !== undefined && state !== 'COMMENTED' && state !== 'PENDING') last.set(reviewer.id, { ...review, reviewer })
  }
  return [...last.values()]
    .filter(({ state, commit }) => state === 'APPROVED' && commit === head.commit)
    .map(({ reviewer }) => reviewer)
    .filter(({ id }) => id !== head.authorId && id !== push.actorId)
}

/** `level`: the permission that a reviewer needs. */
export function refuseUnreviewed({ commit }: PullRequestHead, level: Level): Refused {
  return refuse(
    `nobody with the permission ${level} has approved the commit ${shortCommit(commit)}`,
    'Let somebody approve it who has neither opened the pull request nor pushed that commit, and comment again.',
  )
}

/** The comment as it is now. */
export interface CommentNow {
  readonly body: string
  readonly authorId: number | undefined
  readonly isEdited: boolean
}

/** Refuses a comment that its author or somebody else has changed in the meantime. */
export function refuseChanged(now: CommentNow | undefined, then: { readonly body: string; readonly author: Person }): Refused | undefined {
  if (now?.body === then.body && now.authorId === then.author.id && !now.isEdited) return undefined
  return refuse(
    `the comment was ${now === undefined ? 'deleted' : 'edited'} after it was written`,
    'Write the command in a new comment if you still want it.',
  )
}
