import type { ResourceStep } from '../../domain/plan/infrastructure.ts'

export function resourceWords({ action, what }: ResourceStep): string {
  return `${action} ${what}`
}

export function resourceCounts(resources: readonly ResourceStep[]): string {
  const counts = (['create', 'change', 'move', 'terminate', 'release'] as const).map((action) => {
    const count = resources.filter((step) => step.action === action).length
    return count === 0 ? [] : [`${count} to ${action}`]
  })
  return counts.flat().join(', ') || 'nothing to create'
}
