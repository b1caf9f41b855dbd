import * as v from 'valibot'
import { levelOf } from '../../../domain/comment/permission.ts'
import type { Permission } from '../../../domain/comment/permission.ts'
import { count, line } from '../../../domain/untrusted.ts'
import { askGithub } from '../api.ts'
import type { GithubSpec } from '../api.ts'

const SECONDS = 20

/** https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
const PERMISSION = v.pipe(
  v.object({
    /** One of the four old levels: `write` includes the role `maintain`. */
    permission: line,
    user: v.object({ id: count, permissions: v.optional(v.object({ maintain: v.optional(v.boolean(), false) })) }),
  }),
  v.transform(({ permission, user }) => ({ id: user.id, level: levelOf(permission, user.permissions?.maintain ?? false) })),
)

/** The only proof of what somebody may do. An `author_association` is none: a member or collaborator can be one who only reads. */
export function askPermission(spec: GithubSpec, username: string): Promise<Permission> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
  return askGithub(spec, { route, parameters: { username }, answer: PERMISSION, seconds: SECONDS })
}
