import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'
import { describe, expect } from '@jest/globals'
import { startCloud } from '../../local/cloud.ts'
import type { Cloud } from '../../local/cloud.ts'
import { holdAt } from '../../local/host/hold.ts'
import type { HostHandle } from '../../local/host/host.ts'
import { sleep, until } from '../../local/machine/patience.ts'
import { daemonSettings, fillDisk, freeMemory, installDocker, ownClock, restartDocker, rightClock, stepClock } from '../../local/world.ts'
import { onHost } from './support/on-host.ts'
import { atEnd, beforeEach, given, it } from './support/test.ts'

const AMI = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64'

async function launch(cloud: Cloud): Promise<HostHandle> {
  const { env } = cloud
  const credentials = { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'local' }
  const ec2 = new EC2Client({ region: 'us-east-1', endpoint: env['AWS_ENDPOINT_URL'] ?? '', credentials })
  const { Parameter } = (await cloud.observe('ssm', 'GetParameter', { Name: AMI })) as { Parameter: { Value: string } }
  const { Instances } = await ec2.send(
    new RunInstancesCommand({ ImageId: Parameter.Value, InstanceType: 't3.small', MinCount: 1, MaxCount: 1 }),
  )
  const host = await until('the machine', () => cloud.host(Instances?.[0]?.InstanceId ?? ''))
  await until('its Docker daemon', async () => (await host.exec(['docker', 'info'])).code === 0)
  return host
}

/** Writes a file and renames it into place, as programs do. */
const write = (name: string, synced: boolean) => `
import os
file = os.open("${name}.new", os.O_CREAT | os.O_WRONLY, 0o600)
os.write(file, b"whole")
${synced ? 'os.fsync(file)' : ''}
os.rename("${name}.new", "${name}")
${synced ? 'os.fsync(os.open(".", os.O_RDONLY))' : ''}`

describe.each(['xfs', 'ext4'] as const)('a host with a disk of the kind %s', (kind) => {
  let cloud: Cloud
  let host: HostHandle
  const launched = given(async () => {
    cloud = await startCloud({ disks: kind })
    atEnd(() => cloud.stop())
    host = await launch(cloud)
  })
  beforeEach(launched)

  const files = async (...names: string[]) => Promise.all(names.map((name) => onHost(host, `cat /var/lib/docker-to-ec2/${name}`)))
  const python = (program: string) => host.exec(['python3', '-c', `import os; os.chdir("/var/lib/docker-to-ec2")${program}`])

  it("has Docker's data and the services' state on it", async () => {
    expect(await onHost(host, 'stat --file-system --format %T /var/lib/docker /var/lib/docker-to-ec2')).toBe(
      { xfs: 'xfs\nxfs', ext4: 'ext2/ext3\next2/ext3' }[kind],
    )
    expect(await onHost(host, 'docker info --format "{{.Driver}}"')).toBe('overlay2')
  })

  it('loses only unsynced writes in a power loss, and boots', async () => {
    await python(write('earlier', false))
    await onHost(host, 'sync')
    const lose = async (): Promise<string> => {
      await onHost(host, 'rm -f /var/lib/docker-to-ec2/unsynced; sync')
      await python(write('unsynced', false))
      await sleep(3000)
      await python(write('synced', true))
      await onHost(host, 'touch /run/gone')
      expect(await files('earlier', 'unsynced', 'synced')).toEqual(['whole', 'whole', 'whole'])
      await host.losePower()
      return (await files('unsynced')).join('')
    }
    // The kernel writes everything after half a minute, and when anybody on this machine calls sync(2).
    await until('a loss of what nobody has synced', async () => (await lose()) === '')
    expect(await files('earlier', 'synced')).toEqual(['whole', 'whole'])
    expect(await onHost(host, 'ls /run/gone || echo gone')).toBe('gone')
  })

  it('keeps everything over a reboot', async () => {
    await python(write('unsynced', false))
    await host.reboot()
    expect(await files('unsynced')).toEqual(['whole'])
  })

  it('has free space again after a power loss if a program had filled it', async () => {
    const megabytes = async () => Number((await onHost(host, 'df --output=avail -BM /disk | tail -1')).slice(0, -1))
    const before = await megabytes()
    await fillDisk(host)
    expect((await python(write('more', true))).stderr).toContain('No space left on device')
    await host.losePower()
    expect(await megabytes()).toBeGreaterThan(0.98 * before)
  })
})

describe('a host', () => {
  let cloud: Cloud
  let host: HostHandle
  const launched = given(async () => {
    cloud = await startCloud()
    atEnd(() => cloud.stop())
    host = await launch(cloud)
  })
  beforeEach(launched)

  const ids = async () => (await onHost(host, 'docker ps --quiet')).split('\n').filter(Boolean)
  const version = () => onHost(host, 'docker version --format "{{.Server.Version}}"')
  const serve = (...more: string[]) =>
    onHost(host, `docker run -d ${more.join(' ')} ${cloud.baseImage} node -e 'setInterval(() => 0, 1000)'`)

  /** The host's clock is so many seconds from the machine's. */
  const expectClock = async (ahead: number): Promise<void> => {
    const from = Date.now() / 1000 + ahead
    const shown = Number(await onHost(host, 'date +%s'))
    expect(shown).toBeGreaterThan(from - 5)
    expect(shown).toBeLessThan(Date.now() / 1000 + ahead + 5)
  }

  it('has a wall clock that can be stepped while a program runs, and a monotonic clock that cannot', async () => {
    await ownClock(host)
    const watch = `import time
wall, steady = time.time(), time.monotonic()
open("/run/began", "w").close()
moved = 0
while abs(moved) < 60:
    time.sleep(0.05)
    moved = time.time() - wall - (time.monotonic() - steady)
print(round(moved))`
    const running = host.exec(['python3', '-I', '-S', '-c', watch])
    await until('the program', async () => (await host.exec(['test', '-e', '/run/began'])).code === 0)
    await stepClock(host, -3600)
    expect((await running).stdout).toBe('-3600\n')
    await expectClock(-3600)
    await rightClock(host)
    await expectClock(0)
  })

  it.each([['line 1'], ['request 1']])('holds a program right behind its %s, until the test lets it go on', async (text) => {
    const work = `import socket
file, (here, there) = open("/run/said", "w", buffering=1), socket.socketpair()
for number in range(4):
    file.write(f"line {number}\\n")
    here.sendall(f"request {number}\\r\\n".encode())`
    const came = await holdAt(host, text)
    const running = host.exec(['python3', '-I', '-S', '-c', work])
    const held = await came()
    expect(await onHost(host, 'cat /run/said')).toBe('line 0\nline 1')
    held.goOn()
    await held.ended()
    expect((await running).code).toBe(0)
    expect(await onHost(host, 'cat /run/said')).toBe('line 0\nline 1\nline 2\nline 3')
  })

  it('is refused by AWS when its clock is off by more than five minutes', async () => {
    await ownClock(host, 3600)
    const asked = await host.exec(['aws', '--region', 'us-east-1', 'ssm', 'get-parameters', '--names', 'x'], {
      env: {
        AWS_ACCESS_KEY_ID: 'AKIALOCALRUNNER00000',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_ENDPOINT_URL: cloud.env['AWS_ENDPOINT_URL'] ?? '',
      },
    })
    await rightClock(host)
    expect(asked.stderr).toMatch(/InvalidSignatureException.*not yet current/)
  })

  it.each([[true], [false]])('has a Docker that restarts, live-restore: %s', async (liveRestore) => {
    await daemonSettings(host, { 'live-restore': liveRestore })
    const id = await serve('--restart', 'unless-stopped')
    const pid = () => onHost(host, `docker inspect --format '{{.State.Pid}}' ${id}`)
    const before = await pid()
    await restartDocker(host)
    expect(await ids()).toEqual([id.slice(0, 12)])
    expect((await pid()) === before).toBe(liveRestore)
    await onHost(host, `docker rm -f ${id}`)
  })

  it('has a Docker that is upgraded under running containers, and can be put back', async () => {
    await daemonSettings(host, { 'live-restore': true })
    const id = await serve()
    for (const [age, number] of [
      ['newer', '26.1.5'],
      ['own', '20.10.24'],
    ] as const) {
      await installDocker(host, age)
      await restartDocker(host)
      expect(await version()).toContain(number)
      expect(await ids()).toEqual([id.slice(0, 12)])
    }
    await onHost(host, `docker rm -f ${id}`)
  })

  it('can run out of memory, which kills only the largest program', async () => {
    const id = await serve()
    const hoard = `const kept = []; setInterval(() => kept.push(Buffer.alloc(1 << 29, 1)), 20)`
    expect((await host.exec(['docker', 'create', '--name', 'hoard', cloud.baseImage, 'node', '-e', hoard])).code).toBe(0)
    await freeMemory(host, 200 << 20)
    expect(Number(await onHost(host, `awk '/^MemAvailable/ { print $2 }' /proc/meminfo`))).toBe(200 << 10)
    await host.exec(['docker', 'start', 'hoard'])
    await until('its end', async () => (await onHost(host, 'docker inspect --format {{.State.Status}} hoard')) === 'exited')
    // Docker's client may want more than is left, so the rest is asked when there is memory again.
    await freeMemory(host, undefined)
    expect(await onHost(host, 'docker inspect --format {{.State.ExitCode}} hoard')).toBe('137')
    expect(await ids()).toEqual([id.slice(0, 12)])
    expect(Number(await onHost(host, `awk '/^MemAvailable/ { print $2 }' /proc/meminfo`))).toBeGreaterThan(1 << 20)
  })
})
