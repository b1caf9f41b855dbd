import {
  DeleteParameterCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import type { DescribeParametersCommandInput, DescribeParametersCommandOutput } from '@aws-sdk/client-ssm'
import type { Permit } from '../../../src/ports/permit.ts'
import { awsError } from '../aws-error.ts'
import { get, history, put } from '../parameter-store.ts'
import { turn, underWay } from './universe.ts'
import type { Process, Universe } from './universe.ts'

const ATTEMPTS = 4
/** How late AWS can still accept a request that has no fencing: the client's time limit. */
const LATEST_MS = 15_000

export interface Wire {
  readonly universe: Universe
  readonly process: Process
  readonly permit: Pick<Permit, 'lost'>
  /** Whether late requests are rejected. */
  readonly punctual: boolean
}

/** Lets a request reach AWS when it is its turn, or twice, or never; each attempt asks the permit, like the real clients: `permitted`. */
export async function request<T>(wire: Wire, what: string, effect: () => T, free = false): Promise<T> {
  const { universe, process, permit, punctual } = wire
  for (let attempt = 1; ; attempt += 1) {
    const lost = free ? undefined : permit.lost()
    if (lost !== undefined) throw lost
    const [fate, sent] = [universe.fate(), universe.time()]
    await underWay(universe, process, what)
    const late = punctual && universe.time() - sent > LATEST_MS
    const answer = fate === 'throttled' || late ? undefined : answered(effect)
    await turn(universe, process, `the answer to ${what}`)
    if (answer !== undefined && fate === 'answered') return settled(answer)
    if (attempt === ATTEMPTS) throw awsError('ThrottlingException')
  }
}

type Answer<T> = { readonly value: T } | { readonly error: unknown }

function answered<T>(effect: () => T): Answer<T> {
  try {
    return { value: effect() }
  } catch (error) {
    return { error }
  }
}

function settled<T>(answer: Answer<T>): T {
  if ('error' in answer) throw answer.error
  return answer.value
}

function removed({ universe, process }: Wire, name: string): void {
  universe.parameters.delete(name)
  if (name.endsWith('/lease')) process.left = true
}

function below(
  parameters: Universe['parameters'],
  { ParameterFilters = [] }: DescribeParametersCommandInput,
): DescribeParametersCommandOutput {
  const [path = ''] = ParameterFilters[0]?.Values ?? []
  const names = [...parameters.keys()].filter((name) => name.startsWith(`${path}/`))
  return { $metadata: {}, Parameters: names.map((Name) => ({ Name })) }
}

/** A client of Parameter Store for the real adapters. `onPut` sees each text before it is written. */
export function modelSsm(wire: Wire, onPut: (name: string, text: string) => void): SSMClient {
  const { parameters } = wire.universe
  const send = async (command: { readonly input: unknown }): Promise<unknown> => {
    if (command instanceof DescribeParametersCommand) return request(wire, 'list parameters', () => below(parameters, command.input))
    const input = command.input as { readonly Name: string; readonly Value: string }
    const free = /\/(lease|queue)$/.test(input.Name) && !(command instanceof DeleteParameterCommand)
    const name = input.Name.split('/').at(-1) ?? ''
    if (command instanceof GetParameterCommand) return request(wire, `read ${name}`, () => get(parameters, input), free)
    if (command instanceof GetParameterHistoryCommand) return request(wire, `read all of ${name}`, () => history(parameters, input), free)
    if (command instanceof DeleteParameterCommand) return request(wire, `delete ${name}`, () => removed(wire, input.Name), free)
    if (!(command instanceof PutParameterCommand)) throw new Error('The model knows no such request.')
    const write = () => {
      onPut(input.Name, input.Value)
      return put(parameters, input, wire.universe.awsTime())
    }
    return request(wire, `write ${name}`, write, free)
  }
  return Object.assign(Object.create(SSMClient.prototype) as SSMClient, { send })
}
