import { isChange } from '../../domain/dns/name-step.ts'
import type { NameStep } from '../../domain/dns/name-step.ts'
import { stepWords } from '../../domain/dns/step-words.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'

/** The names of a service and their certificates; empty without names. */
export function nameRows({ names, certificates }: Pick<DeployPlan, 'names' | 'certificates'>): readonly Row[] {
  return [...rowIf('Names', namesWords(names)), ...rowIf('Certificates', certificateWords(certificates))]
}

/** Changes first. */
function namesWords(names: readonly NameStep[]): string {
  return [...names.filter(isChange), ...names.filter((step) => !isChange(step))].map(stepWords).join('; ')
}

function certificateWords(names: readonly string[]): string {
  return names.length === 0 ? '' : `requested for ${names.join(', ')}, unless a valid one exists`
}

/** The steps of names and the requested certificates, as JSON. */
export function namesJson({ names, certificates }: Pick<DeployPlan, 'names' | 'certificates'>) {
  return { names: names.map(nameJson), certificates }
}

function nameJson(step: NameStep) {
  const { action, name } = step
  const addresses = 'to' in step ? step.to.addresses : []
  return { action, name, zone: 'zone' in step ? step.zone.id : null, addresses }
}
