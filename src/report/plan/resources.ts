import type { ResourceStep } from '../../domain/plan/infrastructure.ts'

/** Such as `create repository web/production`. */
export function resourceWords({ action, what }: ResourceStep): string {
  return `${action} ${what}`
}

/** Such as `3 to create, 1 to terminate`. */
export function resourceCounts(resources: readonly ResourceStep[]): string {
  const counts = (['create', 'change', 'move', 'terminate', 'release'] as const).map((action) => {
    const count = resources.filter((step) => step.action === action).length
    return count === 0 ? [] : [`${count} to ${action}`]
  })
  return counts.flat().join(', ') || 'nothing to create'
}
