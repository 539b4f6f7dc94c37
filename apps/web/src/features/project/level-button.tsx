'use client'

import type { ProjectItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { Tooltip } from '~/ui/tooltip.tsx'

interface LevelButtonProps {
  readonly project: ProjectItem
  readonly onEdit: () => void
}

/** A project's level, edited in place; who may not is told why. */
export function LevelButton({ project, onEdit }: LevelButtonProps) {
  const t = useTranslations('projects.level')
  const common = useTranslations('common.level')
  const refusal = useRefusal()('project.setLevel', project)
  const level = project.protectionLevel
  const button = (
    <button
      type="button"
      aria-disabled={refusal !== null}
      aria-label={t('edit', { name: project.name, level: common(level) })}
      onClick={refusal === null ? onEdit : undefined}
      className="quiet-button"
    >
      <LevelShield level={level} />
    </button>
  )
  return refusal === null ? button : <Tooltip text={refusal}>{button}</Tooltip>
}
