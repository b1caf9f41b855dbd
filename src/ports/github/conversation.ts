import type { CommentNow, PullRequestHead, Push, Review } from '../../domain/comment/guards.ts'
import type { Permission } from '../../domain/comment/permission.ts'

/** Pull requests and issues of the repository, and the people who comment on them. Each method throws if GitHub does not answer. */
export interface Conversation {
  /** `undefined`: it was deleted. */
  comment(id: number): Promise<CommentNow | undefined>
  permissionOf(login: string): Promise<Permission>
  pullRequest(number: number): Promise<PullRequestHead>
  /** The newest push to a branch of any repository, `owner/name`; `undefined` if GitHub knows none. */
  lastPush(repository: string, branch: string): Promise<Push | undefined>
  /** All reviews of a pull request, oldest first. Throws if there are too many to read: the newest ones can withdraw an approval. */
  reviews(number: number): Promise<readonly Review[]>
  react(commentId: number, reaction: Reaction): Promise<void>
}

/** GitHub's names of emoji. */
type Reaction = 'eyes' | 'rocket' | 'confused' | '-1'
