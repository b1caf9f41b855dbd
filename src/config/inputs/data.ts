import { RELEASES } from '../../domain/command.ts'
import { words } from '../../domain/field/list-fields.ts'

const group = 'Container'

/** What can happen to data on the hosts. */
export const DATA = {
  'volume-data': words({
    of: ['each-host-its-own', 'discarded'],
    alone: 'protected',
    group,
    commands: [...RELEASES, 'destroy'],
    description:
      'What may happen to data in volumes and in folders of the host. `protected` refuses to split or lose data. `each-host-its-own` lets several hosts write to a volume, each to its own copy. `discarded` allows a host with data to be replaced or destroyed, even if it does not answer, but never one with another service on it. You can combine the last two with a comma.',
  }),
}
