/** Who signed, as the certificate says: https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
export interface Signer {
  readonly issuer: string
  /** Address of the workflow that signed, with its ref: `https://github.com/acme/web/.github/workflows/build.yml@refs/heads/main`. */
  readonly workflow: string
  /** Address of the repository of the run; a reusable workflow may be in another one. */
  readonly repository: string
  /** Number of that repository, which a later one of the same name does not get. */
  readonly repositoryId: string
  readonly ownerId: string
  readonly commit: string
  readonly run: string
}

/** A workflow that is allowed to sign. */
export interface SignerWorkflow {
  /** `owner/name`; empty: the repository of the run. */
  readonly repository: string
  /** `.github/workflows/build.yml` */
  readonly path: string
  /** `refs/heads/main`; empty: any. */
  readonly ref: string
}

/** Values of `require-attestation`; `any`: every workflow of the repository. */
export type RequiredSigner = SignerWorkflow | 'any'

/** Who must have signed. */
export interface ExpectedSigner {
  readonly serverUrl: string
  /** `owner/name` */
  readonly repository: string
  /** Empty if the runner does not set it. */
  readonly repositoryId: string
  readonly ownerId: string
  readonly workflow: RequiredSigner
}

const WORKFLOW = /^(?:([\w.-]+\/[\w.-]+)\/)?(\.github\/workflows\/[\w.-]+\.ya?ml)(?:@(refs\/(?:heads|tags)\/[\w./-]+))?$/

/** `[owner/name/].github/workflows/file.yml[@refs/...]`; `undefined` for anything else. */
export function signerWorkflow(text: string): SignerWorkflow | undefined {
  const [, repository = '', path = '', ref = ''] = WORKFLOW.exec(text) ?? []
  return path === '' ? undefined : { repository, path, ref }
}

/** Why the signer is the wrong one; `undefined` if it is right. */
export function otherThan(signer: Signer, expected: ExpectedSigner): string | undefined {
  const { serverUrl, repository, repositoryId, ownerId } = expected
  const source = `${serverUrl}/${repository}`
  const comparisons: readonly (readonly [what: string, is: string, should: string])[] = [
    ['a token of', signer.issuer, issuerOf(serverUrl)],
    ['a run of', signer.repository, source],
    ['repository number', signer.repositoryId, repositoryId || signer.repositoryId],
    ['owner number', signer.ownerId, ownerId || signer.ownerId],
  ]
  const other = comparisons.find(([, is, should]) => is !== should)
  if (other) return `it was signed with ${other[0]} ${other[1] || 'nobody'}, not ${other[2]}`
  return isSignedBy(signer, expected) ? undefined : `it was signed by ${signer.workflow}, not by ${workflowWords(expected)}`
}

/** Splits at the last `@`, so that a file name cannot imitate a file and a ref. A ref with an `@` never matches an expected one. */
function isSignedBy({ workflow }: Signer, { serverUrl, repository, workflow: wanted }: ExpectedSigner): boolean {
  const at = workflow.lastIndexOf('@')
  const [file, ref] = [workflow.slice(0, at), workflow.slice(at + 1)]
  if (wanted === 'any') return file.startsWith(`${serverUrl}/${repository}/.github/workflows/`)
  return file === `${serverUrl}/${wanted.repository || repository}/${wanted.path}` && (wanted.ref === '' || ref === wanted.ref)
}

function workflowWords({ repository, workflow }: ExpectedSigner): string {
  if (workflow === 'any') return `a workflow of ${repository}`
  return `${workflow.repository || repository}/${workflow.path}${workflow.ref === '' ? '' : `@${workflow.ref}`}`
}

/**
 * The issuer of workflows' identity tokens, on github.com, a subdomain of ghe.com, or a self-hosted server:
 * https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc,
 * https://docs.github.com/en/enterprise-server@latest/actions/reference/security/oidc
 */
export function issuerOf(serverUrl: string): string {
  const { host } = new URL(serverUrl)
  if (host === 'github.com') return 'https://token.actions.githubusercontent.com'
  return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `${serverUrl}/_services/token`
}
