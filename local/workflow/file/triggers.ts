import { list, mapped, only, plain } from './nodes.ts'
import type { Node } from './nodes.ts'
import type { Input, Trigger } from './types.ts'

const OF_REQUESTS = ['branches', 'types']
const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  push: ['branches', 'tags'],
  pull_request: OF_REQUESTS,
  pull_request_target: OF_REQUESTS,
  issue_comment: ['types'],
  workflow_call: ['inputs', 'secrets', 'outputs'],
}

export function readTriggers(on: unknown): Record<string, Trigger> {
  const events = typeof on === 'string' ? { [on]: null } : Array.isArray(on) ? Object.fromEntries(on.map((name) => [name, null])) : on
  only('on', events, ['push', 'pull_request', 'pull_request_target', 'issue_comment', 'schedule', 'workflow_dispatch', 'workflow_call'])
  return mapped(events, (value, name) => {
    const trigger = name === 'schedule' ? readSchedule(value) : only(`on.${name}`, value, TRIGGERS[name] ?? ['inputs'])
    const branches = list(trigger['branches'])
    if (branches?.some((branch) => /[*?+![\]]/.test(branch))) throw new Error(`on.${name}: patterns of branches are not known here`)
    const tags = list(trigger['tags'])
    if (tags?.some((tag) => /[?+![\]]|\*\*/.test(tag))) throw new Error(`on.${name}: of patterns of tags, only * is known here`)
    return {
      branches,
      tags,
      types: list(trigger['types']),
      inputs: mapped(trigger['inputs'], readInput),
      secrets: mapped(trigger['secrets'], (secret, id) => only(`secrets.${id}`, secret, ['description', 'required'])['required'] === true),
      outputs: mapped(trigger['outputs'], (output, id) => plain(only(`outputs.${id}`, output, ['description', 'value'])['value'])),
    }
  })
}

/** Nothing waits for the time here: a run by hand stands for it. */
function readSchedule(value: unknown): Node {
  const times = (Array.isArray(value) ? value : [value]).map((time) => plain(only('on.schedule', time, ['cron'])['cron']))
  const wrong = times.find((cron) => !/^\S+( \S+){4}$/.test(cron))
  if (wrong !== undefined) throw new Error(`on.schedule: ${wrong} is not known here`)
  return {}
}

function readInput(value: unknown, name: string): Input {
  const input = only(`inputs.${name}`, value, ['description', 'type', 'options', 'default', 'required'])
  const type = plain(input['type'] ?? 'string')
  if (!['string', 'choice', 'boolean'].includes(type)) throw new Error(`inputs.${name}: the type ${type} is not known here`)
  const options = list(input['options']) ?? []
  const byDefault = { boolean: 'false', choice: options[0] ?? '' }[type] ?? ''
  return { type, options, default: plain(input['default'] ?? byDefault), required: input['required'] === true }
}
