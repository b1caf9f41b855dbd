import { guard, neverEmpty, optional } from '../../field/field.ts'
import { boolean, reading, size, spellSize } from '../../field/fields.ts'
import { readings } from '../../field/list-fields.ts'
import { capability, device, gpus, tmpfs } from '../../container/option-values.ts'
import { deviceOf, gpuRequest, tmpfsOf } from '../../container/docker-values.ts'
import { shown } from './setting.ts'

const group = 'Container options'
const acts = 'container'

/** The process's share of the machine, named as in Compose: https://docs.docker.com/reference/compose-file/services/ */
export const MACHINE_OPTIONS = {
  'cap-add': shown(
    optional(
      readings({
        read: capability,
        separator: 'any',
        expected: 'names of Linux capabilities, such as NET_ADMIN, or ALL',
        group,
        description:
          'Linux capabilities to add to the [usual ones](docs/security.md#what-a-container-may-do), such as `NET_ADMIN`; `ALL` adds all.',
      }),
    ),
    { acts },
  ),
  'cap-drop': shown(
    guard(
      { off: 'none', absent: undefined },
      readings({
        read: capability,
        separator: 'any',
        expected: 'names of Linux capabilities, such as CHOWN, or ALL',
        group,
        description: 'Linux capabilities to drop, such as `CHOWN`. `ALL` leaves only those in `cap-add`, and `none` drops none.',
      }),
    ),
    { acts },
  ),
  'host-role': shown(
    boolean({
      default: 'false',
      group,
      description:
        'Let the container use the role of its host, through the instance metadata service. Otherwise no container reaches that service. A new host gets the hop limit of 2 that this needs; an existing host must have it.',
    }),
    { acts },
  ),
  'read-only': shown(
    neverEmpty(
      boolean({
        default: 'false',
        group,
        description: "Mount the container's root file system read-only. `tmpfs` and `volumes` stay writable.",
      }),
    ),
    { acts, docker: (ReadonlyRootfs) => ({ HostConfig: { ReadonlyRootfs } }) },
  ),
  tmpfs: shown(
    optional(
      readings({
        read: tmpfs,
        expected: '/path or /path:OPTIONS, one a line, such as /run:size=64m,mode=1777',
        group,
        description: 'Folders in memory, `/path[:OPTIONS]`, one a line, such as `/tmp:size=64m,mode=1777`.',
      }),
    ),
    { acts, docker: (mounts) => ({ HostConfig: { Tmpfs: Object.fromEntries(mounts.map(tmpfsOf)) } }) },
  ),
  'shm-size': shown(optional(size({ min: 2 ** 20, group, description: "Size of /dev/shm, such as 256m. Default: Docker's 64m." })), {
    acts,
    spell: spellSize,
    docker: (ShmSize) => ({ HostConfig: { ShmSize } }),
  }),
  devices: shown(
    optional(
      readings({
        read: device,
        expected: '/dev/NAME, with :/path/inside and :rwm if needed, one a line',
        group,
        description: 'Devices of the host, `/dev/NAME[:/path/inside][:rwm]`, one a line. A host without one of them is refused.',
      }),
    ),
    { acts, docker: (devices) => ({ HostConfig: { Devices: devices.map(deviceOf) } }) },
  ),
  gpus: shown(
    optional(
      reading({
        read: gpus,
        expected: 'all, a number of GPUs, or device= with indexes or UUIDs, such as device=0,1',
        group,
        description:
          'NVIDIA GPUs for the container: `all`, a number, or `device=0,1`. The host needs the NVIDIA container toolkit. During a deploy, the old and the new release share them.',
      }),
    ),
    { acts, docker: (gpus) => ({ HostConfig: { DeviceRequests: [gpuRequest(gpus)] } }) },
  ),
}
