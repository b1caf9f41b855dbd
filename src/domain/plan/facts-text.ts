import type { HostsPlan, HostPlan } from '../host/host-plan.ts'
import type { Host } from '../host/host.ts'
import type { PlannedImage } from './facts.ts'

/** Such as `launch a t3.small`, or `use i-1 (t3.small), launch 2 t3.small`. */
export function hostWords(hostPlan: HostsPlan, instanceType: string): string {
  if (hostPlan.kind === 'refuse') return 'refuse'
  const launches = hostPlan.plans.filter(({ kind }) => kind === 'launch').length
  return [
    ...hostPlan.plans.flatMap((plan) => presentWords(plan, instanceType)),
    ...(launches === 0 ? [] : [`launch ${launches === 1 ? 'a' : launches} ${instanceType}`]),
  ].join(', ')
}

function presentWords(plan: HostPlan, instanceType: string): string[] {
  const named = ({ id, instanceType: type }: Host): string => `${id} (${type})`
  switch (plan.kind) {
    case 'launch':
      return []
    case 'start':
      return [`start ${named(plan.host)}`]
    case 'reuse':
      return [`use ${named(plan.host)}`]
    case 'replace':
      return [`replace ${named(plan.host)} by ${plan.next ? named(plan.next) : `a new ${instanceType}`} (${plan.because})`]
  }
}

/** Such as `web:3f2a9c1d..., to be built`. */
export function imageWords(image: PlannedImage): string {
  switch (image.kind) {
    case 'given':
      return `${image.name}, ${image.digest}`
    case 'tagged':
      return `${image.repository}:${image.tag}${sourceWords(image)}, in the registry: ${image.digest}`
    case 'promoted':
      return `${image.repository}, in the registry: ${image.digest}`
    case 'copy':
      return `${image.repository}, to be copied from ${image.from}: ${image.digest}`
    case 'build':
      return `${image.repository}:${image.tag}${sourceWords(image)}, to be built${image.rebuilds === undefined ? '' : ' again'}`
    case 'unknown':
      return 'not checked, because the host is refused'
  }
}

function sourceWords({ differences }: { readonly differences: number }): string {
  return differences === 0 ? '' : `, of the commit with ${differences === 1 ? '1 file' : `${differences} files`} changed or added`
}
