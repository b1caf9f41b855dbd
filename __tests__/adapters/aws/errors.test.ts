import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { aws } from '../../../src/adapters/aws/errors.ts'

let proxy: Server
let status = 200
const PAGE = '<html><head><title>Sign in</head></html>'

beforeAll(async () => {
  proxy = createServer((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(PAGE))
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => proxy.close(resolve)))

function clients() {
  const { port } = proxy.address() as AddressInfo
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const options = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials, maxAttempts: 1 }
  return { ec2: new EC2Client(options), ssm: new SSMClient(options) }
}

it.each([200, 403, 407])('says that an answer with status %d is not from AWS', async (code) => {
  status = code
  const { ec2, ssm } = clients()
  const told = { code: 'aws-unavailable', hint: expect.stringContaining('proxy') }
  const words = (action: string) => `The answer to ${action} did not come from AWS (HTTP status ${code}).`
  await expect(aws('ec2:DescribeInstances', ec2.send(new DescribeInstancesCommand({})))).rejects.toMatchObject({
    ...told,
    message: words('ec2:DescribeInstances'),
  })
  await expect(aws('ssm:GetParameter', ssm.send(new GetParameterCommand({ Name: '/a' })))).rejects.toMatchObject({
    ...told,
    message: words('ssm:GetParameter'),
  })
})
