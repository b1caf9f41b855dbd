import type { ConfigurationChange, InputChange, NameChanges } from '../../domain/release/fingerprint.ts'

const KINDS = ['added', 'changed', 'removed'] as const

/** How much changes, in a line. */
export function configurationWords(change: ConfigurationChange): string {
  switch (change.kind) {
    case 'unknown':
      return 'unknown: the record of the live release lacks it'
    case 'unchanged':
      return 'unchanged'
    case 'changed':
      return 'changed; the record had no room for details'
    case 'named':
      return [countWords('env', change.env), countWords('secrets', change.secrets), inputCount(change.inputs)]
        .filter((words) => words !== '')
        .join('; ')
  }
}

function countWords(kind: string, changes: NameChanges): string {
  const counts = KINDS.filter((how) => changes[how].length > 0).map((how) => `${changes[how].length} ${how}`)
  return counts.length === 0 ? '' : `${kind}: ${counts.join(', ')}`
}

function inputCount(inputs: readonly InputChange[]): string {
  return inputs.length === 0 ? '' : `inputs: ${inputs.length} changed`
}

/** The changes in the configuration: names, and those values that may be shown. */
export function configurationDetails(change: ConfigurationChange): { readonly label: string; readonly names: readonly string[] }[] {
  if (change.kind !== 'named') return []
  return [
    ...nameDetails('env', change.env),
    ...nameDetails('secrets', change.secrets),
    { label: 'inputs', names: change.inputs.map(inputWords) },
  ].filter(({ names }) => names.length > 0)
}

function nameDetails(kind: string, changes: NameChanges): { readonly label: string; readonly names: readonly string[] }[] {
  return KINDS.map((how) => ({ label: `${kind} ${how}`, names: changes[how] }))
}

function inputWords({ name, before, after }: InputChange): string {
  return before === undefined || after === undefined ? name : `${name} ${before || 'none'} → ${after || 'none'}`
}
