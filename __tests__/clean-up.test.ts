import { CancelCommandCommand, DeleteParameterCommand, GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterEach, expect, it } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { cleanUp } from '../src/clean-up.ts'
import { awsError } from './fakes/aws-error.ts'

const ssm = mockClient(SSMClient)
const STATES = ['STATE_command', 'STATE_will', 'STATE_lease', 'STATE_finished']

afterEach(() => {
  ssm.reset()
  for (const name of STATES) delete process.env[name]
})

function killed(): void {
  const service = { name: 'web', environment: 'production' }
  const mine = { owner: '7/1', actor: 'ada', runUrl: '', expiresAt: 1 }
  process.env['STATE_command'] = JSON.stringify({ id: 'o-1', hostIds: ['i-1'], sentAt: 0, commandId: 'c-1', region: 'us-east-1' })
  process.env['STATE_lease'] = JSON.stringify({ service, owner: '7/1', region: 'us-east-1' })
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: JSON.stringify(mine) } })
}

it('gives up the lease of a run that was killed also when its command cannot be cancelled', async () => {
  killed()
  ssm.on(CancelCommandCommand).rejects(awsError('AccessDeniedException'))
  await expect(cleanUp()).rejects.toThrow('ssm:CancelCommand')
  expect(ssm.commandCalls(DeleteParameterCommand)).toHaveLength(1)
})

it('does nothing after a run that came to its end', async () => {
  killed()
  process.env['STATE_finished'] = 'true'
  await cleanUp()
  expect(ssm.calls()).toEqual([])
})
