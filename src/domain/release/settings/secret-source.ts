/** References to secrets that a host reads itself. */
const PARAMETER = String.raw`ssm:[\w./-]+`
export const SECRETS_MANAGER = String.raw`secretsmanager:[\w/+=.@:!-]+`

/** A secret, or a value in a JSON secret. */
export const SECRET = new RegExp(String.raw`^(${PARAMETER}|${SECRETS_MANAGER}(#[\w.-]+)?)$`)
/** A secret as a whole. */
export const WHOLE_SECRET = new RegExp(`^(${PARAMETER}|${SECRETS_MANAGER})$`)
