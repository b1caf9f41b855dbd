import { paragraphs, ticked } from '../parts/markdown.ts'
import type { Report } from '../parts/report.ts'
import { renderFailure } from './failure.ts'

const SIGNS = {
  deployed: '🚀',
  unchanged: '✅',
  'rolled-back': '↩️',
  restarted: '🔄',
  planned: '📋',
  reported: '🔎',
  destroyed: '🧹',
  frozen: '🧊',
  unfrozen: '🔓',
  steered: '🎛️',
  started: '🌅',
  stopped: '🌙',
  accepted: '👀',
  answered: '💬',
  ignored: '💤',
  refused: '✋',
  failed: '❌',
  cancelled: '🚫',
} as const

type Headed = Pick<Report, 'outcome' | 'headline' | 'failure' | 'checks'>

/** What is true now and, if the run failed, why and what to do next. `causes`: address of the causes page. */
export function renderHead({ outcome, headline, failure, checks }: Headed, causes?: string): string {
  const why = failure ? renderFailure(failure, { headline, causes, listed: checks !== undefined }) : ''
  return paragraphs([`## ${SIGNS[outcome]} ${ticked(headline)}`, why])
}
