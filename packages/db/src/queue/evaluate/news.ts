import type { Transition } from '@highwater/core/alert'
import type { AlertNews, MessageProject } from '@highwater/core/notify'
import type { DueProject } from './due-projects.ts'

const noteOfFire = ({ flapping, reopened }: Extract<Transition, { type: 'fire' }>) => {
  if (flapping) return 'flapping'
  return reopened ? 'reopened' : null
}

/** What a transition has to tell people; null for those that only the timeline keeps. */
export function newsOf(
  transition: Transition,
  of: Pick<AlertNews, 'alert' | 'department' | 'closeReason'>,
): AlertNews | null {
  switch (transition.type) {
    case 'fire':
      return { ...of, kind: 'firing', note: noteOfFire(transition) }
    case 'repeat':
      return { ...of, kind: 'repeat', note: transition.note }
    case 'flap':
    case 'steady': {
      const note = transition.type === 'flap' ? 'flapping' : 'steady_again'
      return transition.reason === null ? { ...of, kind: 'repeat', note } : null
    }
    case 'raise':
      return { ...of, kind: 'repeat', note: 'level_raised' }
    case 'close':
      return { ...of, kind: 'resolved', note: null }
    case 'pend':
    case 'reinstate':
    case 'forget':
    case 'drop':
    case 'hold_repeat':
    case 'adjust':
    case 'stale':
    case 'fresh':
    case 'recover':
    case 'relapse':
      return null
  }
}

export const messageProjectOf = (project: DueProject): MessageProject => ({
  name: project.name,
  kind: project.kind,
  department: project.department,
  owner: project.owner,
  source: project.source_type,
  target: project.target_type,
  tags: project.tags,
})
