import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import { code, cutComment, link, plain, prose } from '../parts/markdown.ts'
import { renderPlan } from './markdown.ts'
import { headlineOf } from './headline.ts'
import { serviceKey } from '../../domain/service.ts'
import type { Service } from '../../domain/service.ts'

/** The first line of a service's comment. The next plan finds the comment by it. Nothing in it needs escaping. */
export function commentMarker(service: Service): string {
  return `<!-- docker-to-ec2 plan ${serviceKey(service)} -->`
}

/** The comment on the pull request, as Markdown. */
export function renderComment(plan: DeployPlan, runUrl: string): string {
  const sign = { changes: '📋', unchanged: '✅', refused: '✋' }[plan.verdict]
  const hint = plan.refusals.map((refusal) => `**Next step:** ${prose(refusal.hint)}`)
  const lines = [
    commentMarker(plan.service),
    `## ${sign} ${plain(headlineOf(plan))}`,
    ...hint,
    renderPlan(plan),
    `<sub>Planned${plan.release.commit === '' ? '' : ` for commit ${code(plan.release.commit)}`} by ${link('this run', runUrl)}; the next plan replaces it.</sub>`,
  ]
  return cutComment(lines.join('\n\n'))
}
