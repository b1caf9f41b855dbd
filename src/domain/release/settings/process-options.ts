import { optional } from '../../field/field.ts'
import { boolean, duration, integer, reading, size, spellDuration, spellSize, text } from '../../field/fields.ts'
import { argv, readings } from '../../field/list-fields.ts'
import { map } from '../../field/map-field.ts'
import { entrypoint, extraHost, signal, ulimit } from '../../container/option-values.ts'
import { ulimitOf } from '../../container/docker-values.ts'
import { hidden, shown } from './setting.ts'
import type { Json } from './setting.ts'

const group = 'Container options'
const acts = 'container'

/**
 * Named as in Compose: https://docs.docker.com/reference/compose-file/services/. Docker's options:
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate
 */
export const PROCESS_OPTIONS = {
  'stop-grace-period': shown(
    duration({
      default: '10s',
      min: 0,
      max: 3600,
      group,
      description:
        'How long the container may take to stop after its stop signal. Then Docker kills it, and log, summary and history report it. This comes on top of `deploy-timeout`.',
    }),
    { acts, spell: spellDuration, docker: (seconds) => ({ StopTimeout: Math.ceil(seconds) }) },
  ),
  'stop-signal': shown(
    optional(
      reading({
        read: signal,
        expected: 'a signal, such as SIGINT, SIGRTMIN+3 or 15',
        group,
        description: "Signal that stops the container. Default: the image's STOPSIGNAL, or SIGTERM.",
      }),
    ),
    { acts, docker: (StopSignal) => ({ StopSignal }) },
  ),
  init: shown(
    boolean({
      default: 'true',
      group,
      description:
        'Run a small init (tini) as the first process, which forwards signals and reaps zombies. Set `false` for an image whose own init must be the first process, such as systemd or s6.',
    }),
    { acts, docker: (Init) => ({ HostConfig: { Init } }) },
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
    { acts, docker: (WorkingDir) => ({ WorkingDir }) },
  ),
  entrypoint: hidden(
    optional(
      argv({
        read: entrypoint,
        expected: 'the program and its arguments, one a line, or a JSON list such as ["node", "server.js"]',
        group,
        description:
          "Program and arguments that replace the image's ENTRYPOINT, one a line or as a JSON list. The image's CMD is then ignored; `args` still count. `[]` removes the ENTRYPOINT.",
      }),
    ),
    {
      acts,
      // Docker takes an empty list for a missing one, and an empty program for "ignore the image's".
      docker: (words) => ({ Entrypoint: words.length === 0 ? [''] : words }),
    },
  ),
  hostname: shown(
    optional(
      text({
        pattern: /^(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
        expected: 'a host name of 64 characters at most, such as web-1',
        group,
        description: 'Host name inside the container. Default: the start of its id.',
      }),
    ),
    { acts, docker: (Hostname) => ({ Hostname }) },
  ),
  'extra-hosts': shown(
    optional(
      readings({
        read: extraHost,
        expected: 'NAME=ADDRESS, one a line; ADDRESS is an IP address or host-gateway',
        group,
        description:
          'Entries for /etc/hosts, `NAME=ADDRESS`, one a line. `host-gateway` is the address of the host, which [walls](docs/security.md#walls-between-services) close to containers.',
      }),
    ),
    { acts, docker: (ExtraHosts) => ({ HostConfig: { ExtraHosts } }) },
  ),
  labels: hidden(
    optional(
      map({
        key: /^(?!docker-to-ec2(\.|$))[A-Za-z0-9][\w./-]*$/,
        entry: { name: 'name', values: ['value'], note: 'names that begin with docker-to-ec2 are taken' },
        group,
        description: 'Labels of the container, `name=value`, one a line.',
      }),
    ),
    { acts },
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
    { acts, docker: (limits) => ({ HostConfig: { Ulimits: limits.map(ulimitOf) } }) },
  ),
  'pids-limit': shown(
    integer({
      default: '2048',
      min: 1,
      max: 4_194_304,
      group,
      description: 'How many processes and threads the container can have at a time.',
    }),
    { acts, docker: (PidsLimit) => ({ HostConfig: { PidsLimit } }) },
  ),
  'log-max-size': shown(
    size({
      default: '10m',
      min: 2 ** 10,
      group,
      description:
        "Size at which Docker starts a new file of the container's log: `max-size` of Compose's `logging`, with the driver json-file.",
    }),
    { acts, spell: spellSize, docker: logOption('max-size') },
  ),
  'log-max-file': shown(
    integer({
      default: '3',
      min: 1,
      max: 1000,
      group,
      description: "How many files of the container's log Docker keeps: `max-file` of Compose's `logging`.",
    }),
    { acts, docker: logOption('max-file') },
  ),
}

function logOption(name: string): (value: number) => Json {
  return (value) => ({ HostConfig: { LogConfig: { Config: { [name]: String(value) } } } })
}
