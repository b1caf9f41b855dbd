import { RELEASES } from '../../domain/command.ts'
import { words } from '../../domain/field/list-fields.ts'

const group = 'Container'

/** What may become of data on the hosts. */
export const DATA = {
  'volume-data': words({
    of: ['each-host-its-own', 'discarded'],
    alone: 'protected',
    group,
    commands: [...RELEASES, 'destroy'],
    description:
      'What may become of data in volumes and in folders of the host. `protected` refuses whatever would split or lose it. `each-host-its-own` lets several hosts write to a volume, each to its own copy. `discarded` lets a host be replaced or destroyed with the data on it, also one that gives no answer, but never one with another service on it. Both can be given, separated by a comma.',
  }),
}
