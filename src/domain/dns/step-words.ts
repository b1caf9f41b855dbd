import type { Destination, NameStep } from './name-step.ts'
import { ADDRESS_TTL, setWords } from './record-set.ts'
import type { Zone } from './zone.ts'

/** A name's step in words: `create shop.example.com A 203.0.113.7 in the hosted zone example.com (Z1)`. */
export function stepWords(step: NameStep): string {
  switch (step.action) {
    case 'create':
    case 'keep':
      return `${step.action} ${recordWords(step)}${inZone(step.zone)}`
    case 'change':
      return `change ${recordWords(step)}${inZone(step.zone)}, now ${step.owned.address ? setWords(step.owned.address) : 'nothing'}`
    case 'remove':
      return `remove ${removalWords(step)}`
    case 'leave':
      return `keep ${step.name} ${setWords(step.there)}${inZone(step.zone)}, which this action did not create`
    case 'elsewhere':
      return `${recordWords(step)} with a TTL of ${ADDRESS_TTL}: create it yourself, wherever the DNS of ${step.name} is`
  }
}

/** The record that a step removes: `shop.example.com A 203.0.113.7 in the hosted zone example.com (Z1)`. */
export function removalWords({ name, owned, zone }: Extract<NameStep, { action: 'remove' }>): string {
  return `${name}${owned.address ? ` ${setWords(owned.address)}` : ''}${inZone(zone)}`
}

function recordWords({ name, to }: { readonly name: string; readonly to: Destination }): string {
  return `${name} A ${destinationWords(to)}`
}

function destinationWords({ addresses, pending }: Destination): string {
  const unknown = pending === 0 ? [] : [pending === 1 ? 'the address of the new host' : `the addresses of ${pending} new hosts`]
  return [...addresses, ...unknown].join(', ')
}

function inZone({ name, id }: Zone): string {
  return ` in the hosted zone ${name} (${id})`
}
