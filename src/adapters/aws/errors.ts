import { DeployError } from '../../errors.ts'

const DENIED = ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'Client.UnauthorizedOperation', 'NotAuthorized']
const EXPIRED = ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired']
const NOT_ACCEPTED = ['InvalidClientTokenId', 'UnrecognizedClientException', 'AuthFailure', 'SignatureDoesNotMatch', 'IncompleteSignature']
const UNAVAILABLE = 'aws-unavailable'
const THROTTLED = [
  'ThrottlingException',
  'Throttling',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'RateExceeded',
  'PriorRequestNotComplete',
]
const OUT_OF_ORDER = [
  'InternalFailure',
  'InternalError',
  'InternalServerError',
  'InternalServiceError',
  'ServiceFailure',
  'ServerException',
]
const NO_ANSWER = [
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'Unavailable',
  'IDPCommunicationError',
  'IDPCommunicationErrorException',
  'RequestTimeout',
  'RequestTimeoutException',
  'TimeoutError',
]
const NO_CONNECTION = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']

/** Whether an AWS error has one of these names. */
export function isNamed(error: unknown, ...names: readonly string[]): error is Error {
  return error instanceof Error && names.includes(error.name)
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
  if (isNamed(cause, ...THROTTLED, ...OUT_OF_ORDER, ...NO_ANSWER) || isDisconnected(cause)) return unavailable(action, cause)
  if (isNoAnswerOfAws(cause)) return notAws(action, cause)
  return undefined
}

interface Unread extends Error {
  readonly $response: { readonly statusCode?: number }
}

/** The SDK could not read the answer, such as the HTML of a proxy. It keeps the answer in a hidden field. */
function isNoAnswerOfAws(cause: unknown): cause is Unread {
  return cause instanceof Error && '$response' in cause && cause.message.includes('Deserialization error')
}

function notAws(action: string, cause: Unread): DeployError {
  const { statusCode = 'unknown' } = cause.$response
  return new DeployError(UNAVAILABLE, `The answer to ${action} did not come from AWS (HTTP status ${statusCode}).`, {
    hint: 'Check the input aws-region, and that no proxy between the runner and AWS answers instead of it. Then run this again: it continues from what is there.',
    cause,
  })
}

function isDisconnected(cause: unknown): cause is Error {
  return cause instanceof Error && 'code' in cause && NO_CONNECTION.includes(String(cause.code))
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
    hint: 'Check that the input aws-region is enabled in the account of role-to-assume (or the access key), and that no old AWS_* variables of the job interfere.',
    cause,
  })
}
