import { SendCommandCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ssmRemote } from '../../src/adapters/aws/ssm/remote.ts'
import { hostOrder } from '../../src/domain/order/order.ts'
import type { RemoteCommand } from '../../src/ports/hosts/remote.ts'
import type { SentCommand } from '../../src/ports/post-cleanup.ts'
import { fakeClock } from './clock.ts'
import { SERVICE } from './samples.ts'

/** SSM as it takes a command, `c-1`, before each test of a file. */
export function mockSsm() {
  const ssm = mockClient(SSMClient)
  beforeEach(() => {
    ssm.reset()
    ssm.on(SendCommandCommand).resolves({ Command: { CommandId: 'c-1' } })
  })
  return ssm
}

export const COMMAND: RemoteCommand = {
  hostIds: ['i-1'],
  order: hostOrder('status', { id: 'o-1', service: SERVICE, region: 'us-east-1', runUrl: '', token: 0 }),
  comment: 'deploy web',
  timeout: 61.5,
}

/** The adapter, what it saved for another process, and what it told of its waiting. */
export function remoteAt({ abort = new AbortController(), clock = fakeClock() } = {}) {
  const saved: SentCommand[] = []
  const failed: string[] = []
  const waits: { status: string; ms: number }[] = []
  const remote = ssmRemote({
    client: new SSMClient({ region: 'us-east-1' }),
    clock,
    program: { bootstrap: 'pass', sha256: 'abc', packed: 'PACKED' },
    saveCommand: (sent) => void saved.push(sent),
    onAgentFailed: (hostIds) => void failed.push(hostIds.join(' ')),
    onWait: (status, since) => void waits.push({ status, ms: clock.now() - since }),
  })
  return { remote, clock, saved, failed, waits, abort, run: (command = COMMAND) => remote.run(command, abort.signal) }
}
