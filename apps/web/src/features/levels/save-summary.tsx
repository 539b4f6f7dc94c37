import type { GuardedLevel } from '@highwater/core/policy'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '~/ui/button.tsx'
import { classNames } from '~/ui/class-names.ts'
import { ChangeList } from './change-list.tsx'
import { type LevelChange, projectsConcerned } from './level-changes.ts'

interface SaveSummaryProps {
  readonly changes: readonly LevelChange[]
  readonly faults: number
  readonly nextVersion: number
  readonly projects: Readonly<Record<GuardedLevel, number>>
  readonly pending: boolean
  /** The buttons beside "Save". */
  readonly children: ReactNode
}

/** Says what saving will do, before it is done. */
export function SaveSummary(props: SaveSummaryProps) {
  const { changes, faults, nextVersion, projects, pending, children } = props
  const t = useTranslations('settings.save')
  const common = useTranslations('common.form')
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border border-line bg-raised px-4 py-3',
        // Once there is something to save it stays in sight, above the bar of a phone.
        (changes.length > 0 || faults > 0) && 'sticky bottom-16 z-20 shadow-float sm:bottom-3',
      )}
    >
      <div className="min-w-0 flex-1 basis-64">
        <p role="status" className="text-ink-muted text-sm">
          {faults > 0
            ? common('fixErrors', { count: faults })
            : changes.length === 0
              ? t('nothing')
              : `${t('version', { version: nextVersion })} ${t('projects', { count: projectsConcerned(changes, projects) })}`}
        </p>
        {faults === 0 ? <ChangeList changes={changes} /> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {children}
        <Button
          type="submit"
          tone="primary"
          aria-disabled={pending || faults > 0}
          onClick={(event) => {
            if (!pending && faults === 0) return
            event.preventDefault()
            event.currentTarget.form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
          }}
        >
          {t('submit')}
        </Button>
      </div>
    </div>
  )
}
