/** An error as the AWS SDK throws it: the code is its name. `status`: of the HTTP answer. */
export function awsError(name: string, message = 'no more words', status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } })
}
