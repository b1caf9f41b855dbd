import { DeleteParameterCommand, SSMServiceException } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import type { Service } from '../../../domain/service.ts'
import type { Shared } from '../../../ports/state/shared.ts'
import { unlessMissing } from '../errors.ts'
import { readStanding, writeOver } from './parameter-versions.ts'
import type { Parse } from './parameter-versions.ts'

/** A value of a service that several runs write, as JSON in the parameter with the name `nameOf` the service. */
export function sharedParameter<T extends object>(client: SSMClient, nameOf: (service: Service) => string, parse: Parse<T>): Shared<T> {
  return {
    read: (service) => readStanding(client, nameOf(service), parse),
    write: (service, value, over) => writeOver(client, { Name: nameOf(service), Value: JSON.stringify({ ...value, over }), over, parse }),
    remove: (service) => remove(client, nameOf(service)),
  }
}

async function remove(client: SSMClient, Name: string): Promise<void> {
  await unlessMissing('ssm:DeleteParameter', client.send(unrepeated(new DeleteParameterCommand({ Name }))), 'ParameterNotFound')
}

/** Repeats a deletion that SSM refused, but not one whose answer was lost: it may have succeeded, and the parameter may be another run's by now. */
function unrepeated(request: DeleteParameterCommand): DeleteParameterCommand {
  let lost: Error | undefined
  request.middlewareStack.add(
    (next) => async (args) => {
      if (lost !== undefined) throw new Error(`nobody knows whether it was deleted: ${lost.message}`, { cause: lost })
      return next(args).catch((error: unknown) => {
        if (!(error instanceof SSMServiceException) || error.$fault === 'server') lost = error as Error
        throw error
      })
    },
    { step: 'finalizeRequest', priority: 'low', name: 'unrepeated' },
  )
  return request
}
