import type { ConfigurationChange, InputChange, NameChanges } from '../../domain/release/fingerprint.ts'

const KINDS = ['added', 'changed', 'removed'] as const

/** As many names fit into a line; for more of them, that has their counts. */
const FEW = 6

/** What changes, in a line; how much, if that is a lot. */
export function configurationWords(change: ConfigurationChange): string {
  switch (change.kind) {
    case 'unknown':
      return 'unknown: the record of the live release lacks it'
    case 'unchanged':
      return 'unchanged'
    case 'changed':
      return 'changed; the record had no room for details'
    case 'named': {
      if (!isLong(change))
        return allDetails(change)
          .map(({ label, names }) => `${label}: ${names.join(', ')}`)
          .join('; ')
      return [countWords('env', change.env), countWords('secrets', change.secrets), inputCount(change.inputs)]
        .filter((words) => words !== '')
        .join('; ')
    }
  }
}

function countWords(kind: string, changes: NameChanges): string {
  const counts = KINDS.filter((how) => changes[how].length > 0).map((how) => `${changes[how].length} ${how}`)
  return counts.length === 0 ? '' : `${kind}: ${counts.join(', ')}`
}

function inputCount(inputs: readonly InputChange[]): string {
  return inputs.length === 0 ? '' : `inputs: ${inputs.length} changed`
}

interface Detail {
  readonly label: string
  readonly names: readonly string[]
}

type Named = Extract<ConfigurationChange, { readonly kind: 'named' }>

/** The changes in the configuration that do not fit into a line: names, and those values that may be shown. */
export function configurationDetails(change: ConfigurationChange): Detail[] {
  return change.kind === 'named' && isLong(change) ? allDetails(change) : []
}

function isLong(change: Named): boolean {
  return allDetails(change).flatMap(({ names }) => names).length > FEW
}

function allDetails(change: Named): Detail[] {
  return [
    ...nameDetails('env', change.env),
    ...nameDetails('secrets', change.secrets),
    { label: 'inputs', names: change.inputs.map(inputWords) },
  ].filter(({ names }) => names.length > 0)
}

function nameDetails(kind: string, changes: NameChanges): Detail[] {
  return KINDS.map((how) => ({ label: `${kind} ${how}`, names: changes[how] }))
}

function inputWords({ name, before, after }: InputChange): string {
  return before === undefined || after === undefined ? name : `${name} ${before || 'not set'} → ${after || 'not set'}`
}
