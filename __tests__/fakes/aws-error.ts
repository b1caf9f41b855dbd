/** An error as the AWS SDK throws it: the code is its name. */
export function awsError(name: string, message = 'no more words'): Error {
  return Object.assign(new Error(message), { name })
}
