/** What to do about EC2's reasons for the end of a host: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StateReason.html */
const HINTS: readonly (readonly [reason: RegExp, hint: string])[] = [
  [
    /^Client\.(InternalError|InvalidKMSKey)/,
    "Usually, the role of this run cannot use the KMS key that encrypts the account's new volumes (EC2 console, EBS encryption): docs/permissions.md says what it needs. Then run this again.",
  ],
  [
    /^Client\.VolumeLimitExceeded/,
    'Request a higher quota for EBS storage in Service Quotas, or set a smaller volume-size. Then run this again.',
  ],
  [
    /^Server\.(SpotInstanceTermination|InsufficientInstanceCapacity)/,
    'AWS has too little capacity for it now. Run this again to launch a new one.',
  ],
]

/** The next step after this end, if EC2's reason allows one. */
export function hintOfEnd(reason: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(reason))?.[1]
}

/** Whether somebody stopped the host once, which does not explain why it does not start now. */
export function isEarlierStop(reason: string): boolean {
  return reason.startsWith('Client.UserInitiated')
}
