import type { ProjectState } from '../../project/state.ts'
import type { ProjectFacts } from '../facts.ts'
import { type Finding, inapplicable } from '../finding.ts'

type RuledOut = Extract<Finding, { is: 'inapplicable' }>

/** What rules out every condition of a working project: it was asked to stop, or it is done. */
export const ruledOut = (facts: ProjectFacts): RuledOut | null =>
  ruledOutBy(facts.observation.state)

export function ruledOutBy(state: ProjectState): RuledOut | null {
  switch (state) {
    case 'paused':
      return inapplicable('project_paused', 'project_paused')
    case 'finished':
      return inapplicable('project_finished', 'project_finished')
    case 'released':
      return inapplicable('project_released', 'project_released')
    case 'running':
    case 'monitoring':
    case 'interrupted':
    case 'failed':
    case 'unknown':
      return null
  }
}
