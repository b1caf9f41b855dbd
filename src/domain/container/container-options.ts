import { optional } from '../field/field.ts'
import type { Field } from '../field/field.ts'
import { boolean, duration, integer, reading, size, spellDuration, spellSize, text } from '../field/fields.ts'
import { argv, map, readings } from '../field/list-fields.ts'
import { capability, device, entrypoint, extraHost, gpus, signal, tmpfs, ulimit } from './option-values.ts'

/** An option of the container: the input of its name, and how its value may be told. */
export interface ContainerOption<T> extends Field<T> {
  /** A plan, and the record that every reader of Parameter Store sees, tell the value; of others only that it changed. */
  readonly shown: boolean
  spell(value: T & {}): string
}

type AnyOption = Field<unknown> & { readonly shown: boolean; spell(value: never): string }

const group = 'Container options'

/**
 * All of them, by their Compose names: https://docs.docker.com/reference/compose-file/services/. Whatever else knows an option derives it from its row:
 * input, documentation, configuration, identity, plan, record, order, promotion. The host has a row of the same name (host/options.py).
 */
export const CONTAINER_OPTIONS = {
  'stop-grace-period': shown(
    duration({
      default: '10s',
      min: 0,
      max: 3600,
      group,
      description:
        'How long the container may take to stop after its stop signal. Then Docker kills it, and log, summary and history tell so. It comes on top of `timeout`.',
    }),
    spellDuration,
  ),
  'stop-signal': shown(
    optional(
      reading({
        read: signal,
        expected: 'a signal, such as SIGINT, SIGRTMIN+3 or 15',
        group,
        description: "Signal that asks the container to stop. Default: the image's STOPSIGNAL, or SIGTERM.",
      }),
    ),
  ),
  init: shown(
    boolean({
      default: 'true',
      group,
      description:
        'Run a small init (tini) as the first process: it passes signals on and reaps zombies. Set `false` for an image with an init of its own that must be the first process, such as systemd or s6.',
    }),
  ),
  'shm-size': shown(
    optional(size({ min: 2 ** 20, group, description: "Size of /dev/shm, such as 256m. Default: Docker's 64m." })),
    spellSize,
  ),
  ulimits: shown(
    optional(
      readings({
        read: ulimit,
        expected: 'NAME=SOFT or NAME=SOFT:HARD, one a line, such as nofile=20000:40000; SOFT is not above HARD, and -1 is no limit',
        group,
        description: 'Limits of the processes, `NAME=SOFT[:HARD]`, one a line, such as `nofile=20000:40000`; -1 is no limit.',
      }),
    ),
    listed,
  ),
  'cap-add': shown(
    optional(
      readings({
        read: capability,
        separator: 'any',
        expected: 'names of Linux capabilities, such as NET_ADMIN, or ALL',
        group,
        description:
          'Linux capabilities to add to the [usual ones](docs/security.md#what-a-container-may-do), such as `NET_ADMIN`; `ALL` is all of them.',
      }),
    ),
    listed,
  ),
  'cap-drop': shown(
    optional(
      readings({
        read: capability,
        separator: 'any',
        expected: 'names of Linux capabilities, such as CHOWN, or ALL',
        group,
        description: 'Linux capabilities to drop, such as `CHOWN`; with `ALL`, only those of `cap-add` are left.',
      }),
    ),
    listed,
  ),
  'pids-limit': shown(
    integer({
      default: '2048',
      min: 1,
      max: 4_194_304,
      group,
      description: 'How many processes and threads the container may have at a time.',
    }),
  ),
  'host-role': shown(
    boolean({
      default: 'false',
      group,
      description:
        'Let the container use the role of its host, which AWS SDKs find by the instance metadata service. Without it, no container reaches that service. A new host is launched with a hop limit of 2 for it; one that is there must have that.',
    }),
  ),
  'read-only': shown(
    boolean({
      default: 'false',
      group,
      description: "Mount the container's root file system read-only; `tmpfs` and `volumes` stay writable.",
    }),
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
    listed,
  ),
  'extra-hosts': shown(
    optional(
      readings({
        read: extraHost,
        expected: 'NAME=ADDRESS, one a line; ADDRESS is an IP address or host-gateway',
        group,
        description:
          'Names for /etc/hosts, `NAME=ADDRESS`, one a line. `host-gateway` is the address of the host, which [walls](docs/security.md#walls-between-services) close to containers.',
      }),
    ),
    listed,
  ),
  labels: hidden(
    optional(
      map({
        key: /^(?!docker-to-ec2(\.|$))[A-Za-z0-9][\w./-]*$/,
        expected: 'name=value, one a line; names that begin with docker-to-ec2 are taken',
        group,
        description: 'Labels of the container, `name=value`, one a line.',
      }),
    ),
  ),
  hostname: shown(
    optional(
      text({
        pattern: /^(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
        expected: 'a host name of 64 characters at most, such as web-1',
        group,
        description: 'Name that the container has for itself. Default: the beginning of its id.',
      }),
    ),
  ),
  'working-dir': shown(
    optional(
      text({
        pattern: /^\/[^\0\n]*$/,
        expected: 'an absolute path inside of the container, such as /app',
        group,
        description: "Folder that the container starts in. Default: the image's WORKDIR.",
      }),
    ),
  ),
  entrypoint: hidden(
    optional(
      argv({
        read: entrypoint,
        expected: 'the program and its arguments, one a line, or a JSON list such as ["node", "server.js"]',
        group,
        description:
          "Program and arguments in the place of the image's ENTRYPOINT, one a line or as a JSON list; the image's CMD then does not count, `args` do. `[]` leaves it out.",
      }),
    ),
  ),
  devices: shown(
    optional(
      readings({
        read: device,
        expected: '/dev/NAME, with :/path/inside and :rwm if needed, one a line',
        group,
        description: 'Devices of the host, `/dev/NAME[:/path/inside][:rwm]`, one a line. A host without one of them is refused.',
      }),
    ),
    listed,
  ),
  gpus: shown(
    optional(
      reading({
        read: gpus,
        expected: 'all, a number of GPUs, or device= with indexes or UUIDs, such as device=0,1',
        group,
        description:
          'NVIDIA GPUs for the container: `all`, a number, or `device=0,1`. A host without the NVIDIA container toolkit is refused. During a deploy the old and the new release share them.',
      }),
    ),
  ),
  'log-max-size': shown(
    size({
      default: '10m',
      min: 2 ** 10,
      group,
      description:
        "Size at which Docker begins another file of the container's log: `max-size` of Compose's `logging`, with the driver json-file.",
    }),
    spellSize,
  ),
  'log-max-file': shown(
    integer({
      default: '3',
      min: 1,
      max: 1000,
      group,
      description: "How many files of the container's log are kept: `max-file` of Compose's `logging`.",
    }),
  ),
} as const satisfies Record<string, AnyOption>

export type OptionName = keyof typeof CONTAINER_OPTIONS
export const OPTION_NAMES = Object.keys(CONTAINER_OPTIONS) as readonly OptionName[]

type OptionValues = { readonly [K in OptionName]: ReturnType<(typeof CONTAINER_OPTIONS)[K]['parse']> }
/** Those that are given, and those that have a default; as JSON they are part of the release. */
export type ContainerOptions = { readonly [K in OptionName]?: OptionValues[K] & {} }

function shown<T>(field: Field<T>, spell: (value: T & {}) => string = String): ContainerOption<T> {
  return { ...field, shown: true, spell }
}

function hidden<T>(field: Field<T>): ContainerOption<T> {
  return { ...field, shown: false, spell: (value) => JSON.stringify(value) }
}

function listed(items: readonly string[]): string {
  return items.join(', ')
}

/** The options out of all inputs. */
export function optionsOf(inputs: OptionValues): ContainerOptions {
  const given = OPTION_NAMES.map((name) => [name, inputs[name]] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** The values that are not their options' defaults, in words, by name. */
export function spelledOptions(
  options: ContainerOptions,
): readonly { readonly name: OptionName; readonly words: string; readonly shown: boolean }[] {
  return OPTION_NAMES.flatMap((name) => {
    const { shown: isShown, default: usual } = CONTAINER_OPTIONS[name]
    const words = spelled(name, options[name])
    return words === undefined || words === usual ? [] : [{ name, words, shown: isShown }]
  })
}

function spelled(name: OptionName, value: unknown): string | undefined {
  const option: AnyOption = CONTAINER_OPTIONS[name]
  return value === undefined ? undefined : option.spell(value as never)
}

/** Whether this version of the action knows all of them by name. */
export function areKnown(options: object): boolean {
  return Object.keys(options).every((name) => Object.hasOwn(CONTAINER_OPTIONS, name))
}
