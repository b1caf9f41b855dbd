/** Turns stored values of container options into Docker's. */

interface Ulimit {
  readonly Name: string
  readonly Soft: number
  readonly Hard: number
}

/** `nofile=1024:2048` */
export function ulimitOf(text: string): Ulimit {
  const [name = '', soft, hard] = text.split(/[=:]/)
  return { Name: name, Soft: Number(soft), Hard: Number(hard) }
}

/** `/run`, or `/run:size=64m`: the folder and its options. */
export function tmpfsOf(mount: string): readonly [string, string] {
  const [path = '', options = ''] = mount.split(':')
  return [path, options]
}

interface Device {
  readonly PathOnHost: string
  readonly PathInContainer: string
  readonly CgroupPermissions: string
}

/** `/dev/snd:/dev/snd:rwm` */
export function deviceOf(text: string): Device {
  const [host = '', inside = '', access = ''] = text.split(':')
  return { PathOnHost: host, PathInContainer: inside, CgroupPermissions: access }
}

type GpuRequest = ({ readonly DeviceIDs: readonly string[] } | { readonly Count: number }) & {
  readonly Capabilities: readonly (readonly string[])[]
}

/** `all`, `2` or `device=0,1` */
export function gpuRequest(text: string): GpuRequest {
  const [, ids] = text.split('=')
  const amount = ids === undefined ? { Count: text === 'all' ? -1 : Number(text) } : { DeviceIDs: ids.split(',') }
  return { ...amount, Capabilities: [['gpu']] }
}
