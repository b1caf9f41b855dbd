import { DeployError } from '../../errors.ts'

const DENIED = ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'Client.UnauthorizedOperation', 'NotAuthorized']
const EXPIRED = ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired']
const NOT_ACCEPTED = [
  ...['InvalidClientTokenId', 'UnrecognizedClientException', 'AuthFailure', 'SignatureDoesNotMatch', 'InvalidSignatureException'],
  ...['IncompleteSignature', 'IncompleteSignatureException', 'MissingAuthenticationToken', 'MissingAuthenticationTokenException'],
  // For a clock that even the SDK could not correct.
  ...['RequestInTheFuture', 'RequestTimeTooSkewed'],
]
const UNAVAILABLE = 'aws-unavailable'
/** Errors by which a service refuses requests that come too fast, beside any with HTTP status 429. */
const THROTTLED = [
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'RateExceeded',
  'EC2ThrottledException',
  'BandwidthLimitExceeded',
  'SlowDown',
  'PriorRequestNotComplete',
]
/** Errors of the SDK itself, or of a service with an HTTP status below 500. */
const NO_ANSWER = ['RequestTimeout', 'RequestTimeoutException', 'TimeoutError', 'IDPCommunicationError', 'IDPCommunicationErrorException']
const TOO_MANY_REQUESTS = 429
/** Node's errors of a lost connection that no system call reports: https://nodejs.org/api/errors.html */
const NO_CONNECTION = ['ECONNRESET', 'ECONNABORTED', 'EPIPE']
/** Node's errors of TLS: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED = /CERT|^ERR_TLS_|^ERR_SSL_|^UNABLE_TO_|^HOSTNAME_MISMATCH$/

/** Whether an AWS error has one of these names. */
export function isNamed(error: unknown, ...names: readonly string[]): error is Error {
  return error instanceof Error && names.includes(error.name)
}

/** Whether AWS has no room for what was requested, in the place that was requested: a decision, although EC2 answers with status 500. */
export function lacksCapacity(error: unknown): error is Error {
  return error instanceof Error && error.name.endsWith('Capacity')
}

/** Whether AWS was out of reach or failed, also after all retries. */
export function isUnavailable(error: unknown): error is DeployError {
  return error instanceof DeployError && error.code === UNAVAILABLE
}

/** Awaits a call to AWS. `action` is its IAM name, such as `ec2:RunInstances`; a refusal becomes a `DeployError` that names it. */
export async function aws<T>(action: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    throw translated(action, cause) ?? cause
  }
}

/** Like `aws`, but an error with one of these names means that the resource does not exist. */
export async function unlessMissing<T>(action: string, answer: Promise<T>, ...names: readonly string[]): Promise<T | undefined> {
  try {
    return await aws(action, answer)
  } catch (error) {
    if (isNamed(error, ...names)) return undefined
    throw error
  }
}

/** The items of all pages. */
export async function pages<Page, T>(
  action: string,
  all: AsyncIterable<Page>,
  pick: (page: Page) => readonly T[] | undefined,
): Promise<T[]> {
  const found: T[] = []
  await aws(
    action,
    (async () => {
      for await (const page of all) found.push(...(pick(page) ?? []))
    })(),
  )
  return found
}

function translated(action: string, cause: unknown): DeployError | undefined {
  if (isNamed(cause, ...DENIED)) return denied(action, cause)
  if (isNamed(cause, ...EXPIRED)) return expired(action, cause)
  if (isNamed(cause, 'CredentialsProviderError')) return noCredentials(cause)
  if (isNamed(cause, ...NOT_ACCEPTED)) return notAccepted(cause)
  if (isUntrusted(cause)) return untrusted(action, cause)
  const status = foreignStatus(cause)
  if (status !== undefined) return notAws(action, { cause, status })
  return isFailure(cause) || isDisconnected(cause) ? unavailable(action, cause) : undefined
}

/** Whether AWS failed, or had too many requests. By status, because each service has its own names for it, also undocumented ones. */
function isFailure(cause: unknown): cause is Error {
  if (!(cause instanceof Error) || lacksCapacity(cause)) return false
  const status = statusOf(cause) ?? 0
  return status >= 500 || status === TOO_MANY_REQUESTS || isNamed(cause, ...THROTTLED, ...NO_ANSWER)
}

/** `undefined`: the error is not an answer of a server. */
function statusOf(cause: Error): number | undefined {
  return numberAt(cause, '$metadata', 'httpStatusCode')
}

/** Whether AWS answered that the request cannot be carried out as it is. */
export function isRefusal(error: unknown): error is Error {
  const status = error instanceof Error ? (statusOf(error) ?? 0) : 0
  return status >= 400 && status < 500
}

function numberAt(value: unknown, ...[name, ...rest]: readonly string[]): number | undefined {
  if (name === undefined) return typeof value === 'number' ? value : undefined
  return typeof value === 'object' && value !== null ? numberAt(Reflect.get(value, name), ...rest) : undefined
}

/**
 * The HTTP status of an answer that AWS did not give, such as the page of a proxy: the SDK could not read it, and keeps it in a hidden field, or found
 * no error code in it. Otherwise `undefined`.
 */
function foreignStatus(cause: unknown): number | 'unknown' | undefined {
  if (!(cause instanceof Error)) return undefined
  if ('$response' in cause && cause.message.includes('Deserialization error'))
    return numberAt(cause, '$response', 'statusCode') ?? 'unknown'
  return cause.name === 'Unknown' ? statusOf(cause) : undefined
}

function notAws(action: string, { cause, status }: { readonly cause: unknown; readonly status: number | 'unknown' }): DeployError {
  return new DeployError(UNAVAILABLE, `The answer to ${action} did not come from AWS (HTTP status ${status}).`, {
    hint: 'Check the input aws-region, and that no proxy between the runner and AWS answers instead of it. Then run this again: it continues from what is there.',
    cause,
  })
}

/** The name of the system call shows that the network failed. */
function isDisconnected(cause: unknown): cause is Error {
  return cause instanceof Error && ('syscall' in cause || NO_CONNECTION.includes(codeOf(cause)))
}

function isUntrusted(cause: unknown): cause is Error {
  return cause instanceof Error && UNTRUSTED.test(codeOf(cause))
}

function codeOf(cause: Error): string {
  return 'code' in cause ? String(cause.code) : ''
}

function untrusted(action: string, cause: Error): DeployError {
  return new DeployError(UNAVAILABLE, `The runner does not trust the server that answered ${action}: ${cause.message}`, {
    hint: "If a proxy opens the TLS of this network, set the variable NODE_EXTRA_CA_CERTS of the job to a file with the proxy's certificate. Otherwise, check the clock of the runner.",
    cause,
  })
}

function unavailable(action: string, cause: Error): DeployError {
  return new DeployError(UNAVAILABLE, `AWS failed ${action} several times: ${cause.name}: ${cause.message}`, {
    hint: 'Run this again: it continues from what is there. If AWS keeps failing, see https://health.aws.amazon.com.',
    cause,
  })
}

// AWS names the action itself if it differs from the call: ec2:CreateTags for a RunInstances with tags, iam:PassRole.
function denied(action: string, cause: Error): DeployError {
  const asked = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(cause.message)?.[1] ?? action
  const resource = /on resource:? (arn:[^\s,]+[^\s,.])/.exec(cause.message)?.[1]
  return new DeployError('not-allowed', `AWS refused ${asked}${resource ? ` on ${resource}` : ''} to the role of this run.`, {
    hint: `Allow ${asked} in the policy of the runner's role. docs/iam/setup.yaml has the whole policy.`,
    cause,
  })
}

function expired(action: string, cause: Error): DeployError {
  return new DeployError('credentials-expired', `The AWS credentials expired before ${action}.`, {
    hint: 'Set the input role-to-assume, whose credentials the action renews, or get credentials that last longer in the earlier step.',
    cause,
  })
}

function noCredentials(cause: Error): DeployError {
  return new DeployError('no-credentials', 'No AWS credentials were found.', {
    hint: 'Set the input role-to-assume, and give the job `permissions: id-token: write`. If it is set to a variable, that variable is empty here.',
    cause,
  })
}

function notAccepted(cause: Error): DeployError {
  return new DeployError('credentials-refused', `AWS does not accept the credentials of this run: ${cause.message}`, {
    hint: 'Check that the input aws-region is enabled in the account of role-to-assume (or the access key), and that no old AWS_* variables of the job interfere, and that the clock of the runner is right.',
    cause,
  })
}
