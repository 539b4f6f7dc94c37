import type { ProjectState } from '@highwater/core/project'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import type { Meaning } from '~/ui/meaning.ts'
import { StateBadge } from '~/ui/state-badge.tsx'

export const projectMeanings: Readonly<Record<ProjectState, Meaning>> = {
  running: 'quiet',
  monitoring: 'quiet',
  interrupted: 'pending',
  failed: 'pending',
  paused: 'unknown',
  finished: 'unknown',
  released: 'unknown',
  unknown: 'unknown',
}

interface ProjectBadgeProps {
  readonly state: ProjectState
  readonly openAlerts: number
  /** Something stands of which a person has closed the alert. */
  readonly isDismissed: boolean
}

/** What a project is doing, and whether it is alerting or should: only without trouble it is called quiet. */
export function ProjectBadge({ state, openAlerts, isDismissed }: ProjectBadgeProps) {
  const t = useTranslations('common.projectState')
  if (openAlerts === 0 && !isDismissed) {
    return <StateBadge meaning={projectMeanings[state]} word={t(state)} />
  }
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StateBadge meaning={openAlerts > 0 ? 'firing' : 'dismissed'} />
      <Badge>{t(state)}</Badge>
    </span>
  )
}
