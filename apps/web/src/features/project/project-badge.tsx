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
}

/** What a project is doing, and whether it is alerting: a project that alerts is not called quiet. */
export function ProjectBadge({ state, openAlerts }: ProjectBadgeProps) {
  const t = useTranslations('common.projectState')
  if (openAlerts === 0) return <StateBadge meaning={projectMeanings[state]} word={t(state)} />
  return (
    <span className="inline-flex gap-1">
      <StateBadge meaning="firing" />
      <Badge>{t(state)}</Badge>
    </span>
  )
}
