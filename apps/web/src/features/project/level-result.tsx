'use client'

import type { ListedProject } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

export interface LevelsSet {
  readonly changed: number
  readonly unchanged: readonly {
    readonly project: ListedProject['id']
    readonly code: 'not_found' | 'finished' | 'same_level' | 'forbidden'
  }[]
}

interface LevelResultProps {
  readonly result: LevelsSet
  readonly projects: readonly ListedProject[]
}

/** What a bulk change did, and project by project what it did not and why. */
export function LevelResult({ result, projects }: LevelResultProps) {
  const t = useTranslations('projects.level')
  const nameOf = (id: string) => projects.find((project) => project.id === id)?.name ?? id
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status" className="font-medium">
        {t('changedMany', { changed: result.changed, unchanged: result.unchanged.length })}
      </p>
      <ul className="flex flex-col gap-1.5">
        {result.unchanged.map(({ project, code }) => (
          <li key={project} className="wrap-anywhere">
            <span className="font-medium">{nameOf(project)}</span>
            <span className="text-ink-muted"> · {t(`unchanged.${code}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
