import type { Claims } from './claims.ts'
import { placeOf } from './job-role.ts'

/** The trust policy statement that lets exactly this kind of job assume the role. */
export function trustFor(claims: Claims, roleArn: string): object {
  const { partition, accountId } = placeOf(roleArn)
  const issuer = claims.iss.replace(/^https:\/\//, '')
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${issuer}:aud`]: claims.aud, [`${issuer}:sub`]: claims.sub } },
  }
}

/** The token's claims, a line each. */
export function claimLines(claims: Claims | undefined): readonly string[] {
  if (claims === undefined) return ['The identity token cannot be read.']
  const { iss, sub, aud, environment } = claims
  return [
    `sub: \`${sub}\``,
    `aud: \`${aud}\``,
    `iss: \`${iss}\``,
    environment === undefined ? 'environment: none' : `environment: \`${environment}\``,
  ]
}

/**
 * The missing trust, if that is why AWS refused: a role cannot allow a wrong audience or duration. None for a pull request: with that trust, whoever
 * opens one has the role before anybody has read it.
 */
export function trustLines(message: string, claims: Claims | undefined, roleArn: string): readonly string[] {
  if (claims === undefined || !isDenial(message) || isOfPullRequest(claims.sub)) return []
  return [`A trust statement that matches: \`${JSON.stringify(trustFor(claims, roleArn))}\``]
}

/** A subject can end so, or have further claims behind it: https://docs.github.com/actions/reference/security/oidc */
function isOfPullRequest(sub: string): boolean {
  return /:pull_request(:|$)/.test(sub)
}

function isDenial(message: string): boolean {
  return /not authorized/i.test(message)
}

/** The next step after AWS's refusal. `message`: AWS's words. */
export function adviceOn(message: string, claims: Claims | undefined): string {
  if (/audience/i.test(message))
    return 'Set the input audience to one that the identity provider in the account lists, usually sts.amazonaws.com.'
  if (/No OpenIDConnect provider/i.test(message))
    return 'Create the identity provider for this issuer in the account: docs/iam/setup.yaml does, with OidcProvider=create.'
  if (/MaxSessionDuration|DurationSeconds/.test(message))
    return 'Lower the input role-duration. A run that takes longer renews its credentials.'
  if (isDenial(message))
    return `${ofSubject(claims?.sub ?? '')} AWS says the same of a role that does not exist: check role-to-assume. See docs/permissions.md.`
  return 'Check the role in role-to-assume and the identity provider in its account. See docs/permissions.md.'
}

/** A role of docs/iam/setup.yaml trusts an environment; the planner's also trusts branches and pull requests. */
function ofSubject(sub: string): string {
  if (isOfPullRequest(sub))
    return "Do not let a role that deploys trust pull requests: their code runs before anybody has read it. Give the job an environment, such as `environment: pr-12`, whose reviewers approve it, or let a label start it (docs/guides/serve/previews.md); for plans, use the planner's role."
  if (/:environment:/.test(sub)) return 'Let the role trust this subject, or give the job the environment that the role trusts.'
  return "Give the job the environment that the role trusts, such as `environment: production`, or let the role trust this subject; for plans, use the planner's role."
}
