import { guard, optional, orWord } from '../../field/field.ts'
import { decimal, duration, integer, reading, size, spellDuration, spellSize } from '../../field/fields.ts'
import { list, readings } from '../../field/list-fields.ts'
import { map } from '../../field/map-field.ts'
import { user, volume } from '../../container/option-values.ts'
import { SECRET } from './secret-source.ts'
import { hidden, named, shown } from './setting.ts'

const group = 'Container'
const acts = 'container'

/** The format that Docker accepts. */
export const VARIABLE = /^[^=\0]+$/

/** The process in the container. */
export const CONTAINER = {
  port: shown(
    optional(
      orWord(
        'none',
        'none' as const,
        integer({
          min: 1,
          max: 65_535,
          group,
          description:
            'Port that the application listens on in its container. `none` is for a worker, such as a consumer of a queue: nobody visits it (docs/guides/deploy/workers.md). Required for `deploy`; a promoted release brings its own.',
        }),
      ),
    ),
    { acts },
  ),
  args: hidden(list({ group, description: "Arguments of the container, one a line. They replace the image's CMD." }), { acts }),
  'release-command': hidden(
    guard(
      { off: 'none', absent: [] },
      list({
        group,
        description:
          "Arguments of the new image, one a line, that run to their end before the release starts, such as `npm`, `run` and `migrate`: once for each release, on the first host. They replace the image's CMD, as `args` do; environment, secrets, network and volumes are those of the release. If they fail, the earlier release keeps serving. A rollback or a restart does not run them. A plan shows them, so they must not contain secrets. `none`: nothing runs.",
      }),
    ),
    { acts },
  ),
  'release-command-timeout': shown(
    duration({ default: '5m', min: 1, max: 86_400, group, description: 'Time limit for `release-command`, within `deploy-timeout`.' }),
    { acts, identity: false, spell: spellDuration },
  ),
  env: named(
    map({
      key: VARIABLE,
      entry: { name: 'NAME', values: ['value'] },
      group,
      description:
        'Environment variables, `NAME=value`, one a line. Anyone who can list SSM commands can read them: use `secrets` for secrets.',
    }),
    { acts, carried: 'by-name' },
  ),
  secrets: named(
    map({
      key: VARIABLE,
      value: SECRET,
      entry: { name: 'NAME', values: ['ssm:/path', 'secretsmanager:name-or-arn#json-key'] },
      group,
      description:
        'Environment variables whose values the host reads itself: `NAME=ssm:/path` or `NAME=secretsmanager:name-or-arn[#json-key]`, one a line. The values never pass through the workflow.',
    }),
    { acts, carried: 'by-name' },
  ),
  volumes: hidden(
    readings({
      read: volume,
      expected: 'SOURCE:/path[:ro], one a line; SOURCE is a volume name or an absolute path of the host',
      group,
      description: 'Volumes, `SOURCE:/path[:ro]`, one a line. During a deploy, the old and the new release share them for a moment.',
    }),
    { acts },
  ),
  memory: shown(optional(size({ min: 6 * 2 ** 20, group, description: 'Memory limit of the container, such as 512m.' })), {
    acts,
    spell: spellSize,
    docker: (Memory) => ({ HostConfig: { Memory } }),
  }),
  cpus: shown(optional(decimal({ min: 0.01, max: 512, group, description: 'CPU limit of the container, such as 0.5.' })), {
    acts,
    docker: (cpus) => ({ HostConfig: { NanoCpus: Math.round(cpus * 1e9) } }),
  }),
  user: shown(
    optional(
      reading({
        read: user,
        expected: 'a user or uid, with :group if needed; ids are at most 2147483647',
        group,
        description: "User that the container runs as. Default: the image's own.",
      }),
    ),
    { acts, docker: (User) => ({ User }) },
  ),
}
