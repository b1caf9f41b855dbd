import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CancelCommandCommand,
  GetCommandInvocationCommand,
  GetParameterCommand,
  PutParameterCommand,
  SendCommandCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { startJob } from '../local/github/deployments.ts'
import { startGitHub } from '../local/github/server.ts'
import { temporaryFolder } from './fakes/temporary-folder.ts'
import { until } from '../local/machine/patience.ts'
import { hostOrder } from '../src/domain/order/order.ts'
import { cleanUp } from '../src/clean-up.ts'
import type { Leftovers } from '../src/ports/post-cleanup.ts'
import { awsError } from './fakes/aws-error.ts'

const ssm = mockClient(SSMClient)

afterEach(() => {
  ssm.reset()
  for (const name of Object.keys(process.env)) if (name.startsWith('STATE_')) delete process.env[name]
})

function left<K extends keyof Leftovers>(kind: K, leftover: Leftovers[K]): void {
  process.env[`STATE_${kind}`] = JSON.stringify(leftover)
}

function killed(): void {
  const mine = { owner: '7/1/a', command: 'deploy', actor: 'ada', runUrl: '', token: 0, free: false, beat: 0, over: 4 }
  left('command', { id: 'o-1', sentAt: 0, commandId: 'c-1', hostIds: ['i-1'], region: 'us-east-1' })
  left('lease', { service: { name: 'web', environment: 'production' }, owner: '7/1/a', region: 'us-east-1' })
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: JSON.stringify(mine), Version: 5, LastModifiedDate: new Date(1234) } })
}

it('gives up the lease of a run that was killed also when its command cannot be cancelled', async () => {
  killed()
  ssm.on(PutParameterCommand).resolves({ Version: 6 })
  ssm.on(CancelCommandCommand).rejects(awsError('AccessDeniedException'))
  await expect(cleanUp()).rejects.toThrow('ssm:CancelCommand')
  const [freed] = ssm.commandCalls(PutParameterCommand)
  expect(JSON.parse(freed?.args[0].input.Value ?? '')).toMatchObject({ owner: '7/1/a', free: true, token: 1234, over: 5 })
})

it('tells the hosts what a run left to be done', async () => {
  const order = hostOrder('status', {
    id: 'x',
    service: { name: 'web', environment: 'production' },
    region: 'us-east-1',
    runUrl: '',
    token: 0,
  })
  left('order', { order, hostIds: ['i-1'], region: 'us-east-1' })
  ssm.on(SendCommandCommand).resolves({ Command: { CommandId: 'c-2' } })
  ssm.on(GetCommandInvocationCommand).resolves({ Status: 'Success', StandardOutputContent: '{}' })
  await cleanUp()
  expect(ssm.commandCalls(SendCommandCommand).map(({ args: [{ input }] }) => input)).toMatchObject([
    { InstanceIds: ['i-1'], Comment: 'docker-to-ec2: status web.production x' },
  ])
})

it("tells GitHub that the run's deployment goes on no more, and that it has not failed", async () => {
  const github = await startGitHub('/', 'the-token')
  const runUrl = 'https://github.com/acme/web/actions/runs/7'
  const { id } = startJob(github.deployments, { sha: 'a'.repeat(40), environment: 'production', runUrl })
  left('deployment', { id, repository: 'acme/web', apiUrl: github.url, runUrl })
  process.env['INPUT_GITHUB-TOKEN'] = 'the-token'
  try {
    await cleanUp()
    expect(github.deployments[0]?.statuses.at(-1)).toMatchObject({ state: 'inactive', description: 'cancelled', logUrl: runUrl })
  } finally {
    delete process.env['INPUT_GITHUB-TOKEN']
    await github.stop()
  }
})

it('ends what else is left where one note cannot be read', async () => {
  killed()
  process.env['STATE_command'] = JSON.stringify({ id: 'o-1', hostIds: 'i-1', region: 'us-east-1' })
  ssm.on(PutParameterCommand).resolves({ Version: 6 })
  await expect(cleanUp()).rejects.toThrow('The state that the run left of its command cannot be read')
  expect(ssm.commandCalls(PutParameterCommand)).toHaveLength(1)
  expect(ssm.commandCalls(CancelCommandCommand)).toHaveLength(0)
})

it('does nothing after a run that came to its end', async () => {
  killed()
  process.env['STATE_finished'] = 'true'
  await cleanUp()
  expect(ssm.calls()).toEqual([])
})

describe('a process that is killed in the middle of a build', () => {
  let folder: string
  beforeEach(() => {
    folder = temporaryFolder('clean-up-test')
    for (const name of ['bin', 'temp']) mkdirSync(join(folder, name))
    // It tells where its configuration is and who it is, and works for longer than anyone waits.
    writeFileSync(
      join(folder, 'bin/docker'),
      `#!/bin/bash\necho "$DOCKER_CONFIG $$" >${folder}/docker.new\nmv ${folder}/docker.new ${folder}/docker\nexec sleep 3600\n`,
    )
    chmodSync(join(folder, 'bin/docker'), 0o755)
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n')
    writeFileSync(join(folder, 'build.ts'), BUILD)
  })

  it('has said what is to go: the registry login goes, and Docker ends', async () => {
    const env = {
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      RUNNER_TEMP: join(folder, 'temp'),
      GITHUB_STATE: join(folder, 'state'),
      FOLDER: folder,
    }
    const build = spawn(process.execPath, [join(folder, 'build.ts')], { env, stdio: 'ignore' })
    const ended = new Promise((resolve) => build.on('exit', (_, signal) => resolve(signal)))
    await until('Docker at work', async () => existsSync(join(folder, 'docker')))
    build.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')

    const [config = '', pid = ''] = readFileSync(join(folder, 'docker'), 'utf8').trim().split(' ')
    expect(readFileSync(join(config, 'config.json'), 'utf8')).toContain(Buffer.from('AWS:a-secret').toString('base64'))
    expect(existsSync(`/proc/${pid}`)).toBe(true)
    for (const line of readFileSync(join(folder, 'state'), 'utf8').trim().split('\n')) {
      const [name = '', ...value] = line.split('=')
      process.env[`STATE_${name}`] = value.join('=')
    }
    await cleanUp()
    expect(existsSync(config)).toBe(false)
    await until('the end of Docker', async () => !existsSync(`/proc/${pid}`))
  })
})

const SOURCE = join(import.meta.dirname, '..', 'src')
/** The build as connect.ts wires it. */
const BUILD = `
import { dockerBuilder } from '${SOURCE}/adapters/docker/builder.ts'
import { postCleanup } from '${SOURCE}/connect/post-cleanup.ts'
const context = process.env.FOLDER
const spec = { context, dockerfile: context + '/Dockerfile', buildArgs: {}, secrets: [], ssh: false, platforms: ['linux/amd64'], repository: 'r.test/web', tag: 'abc', cache: false, labels: {} }
const credentials = { registry: 'r.test', username: 'AWS', password: 'a-secret' }
await dockerBuilder({ onLine: () => undefined, postCleanup }).buildAndPush(spec, credentials, new AbortController().signal)
`
