import { CancelCommandCommand, DeleteParameterCommand, GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { expect, test } from '@jest/globals'
import { permitted, permittedFetch } from '../../../src/connect/aws/permitted.ts'
import { DeployError } from '../../../src/errors.ts'

const LOST = new DeployError('lease-lost', 'another run took over')

/** A client whose requests never get through; `sent` counts them. */
function disconnected(lost: () => Error | undefined): { readonly client: SSMClient; readonly sent: () => number } {
  let sent = 0
  const requestHandler = {
    handle: async () => {
      sent += 1
      throw Object.assign(new Error('reset'), { name: 'TimeoutError' })
    },
  }
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const client = new SSMClient({ region: 'us-east-1', credentials, maxAttempts: 3, requestHandler: requestHandler as never })
  return { client: permitted(client, { lost }), sent: () => sent }
}

test('a run that loses its lease does not repeat what was not answered', async () => {
  const { client, sent } = disconnected(() => (sent() > 0 ? LOST : undefined))
  await expect(client.send(new GetParameterCommand({ Name: '/docker-to-ec2/web/production/release' }))).rejects.toBe(LOST)
  expect(sent()).toBe(1)
})

test.each([
  ['takes back its own command', new CancelCommandCommand({ CommandId: 'c' })],
  ['reads the lease', new GetParameterCommand({ Name: '/docker-to-ec2/web/production/lease' })],
])('but it %s', async (_, command) => {
  const { client, sent } = disconnected(() => LOST)
  await expect(client.send(command as GetParameterCommand)).rejects.toThrow('reset')
  expect(sent()).toBe(3)
})

test('does not delete a lease, which can belong to another run', async () => {
  const { client, sent } = disconnected(() => LOST)
  await expect(client.send(new DeleteParameterCommand({ Name: '/docker-to-ec2/web/production/lease' }))).rejects.toBe(LOST)
  expect(sent()).toBe(0)
})

test('sends no request to registries', async () => {
  await expect(permittedFetch({ lost: () => LOST })('https://registry.example/v2/')).rejects.toBe(LOST)
})
