'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import type { AppRouter } from '~/server/routers/app.ts'
import type { BulkTarget } from './bulk-action.ts'

export type BulkOutcome = inferRouterOutputs<AppRouter>['project']['bulk']

/** What an action did, and project by project what it did not and why. */
export function BulkResult(props: {
  readonly result: BulkOutcome
  readonly projects: BulkTarget['projects']
}) {
  const { result, projects } = props
  const t = useTranslations('projectLife.dialog')
  const nameOf = (id: string) => projects.find((project) => project.id === id)?.name ?? id
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status" className="font-medium">
        {t('done', { changed: result.changed, unchanged: result.unchanged.length })}
      </p>
      <ul className="flex flex-col gap-1.5">
        {result.unchanged.map((left) => (
          <li key={left.project} className="wrap-anywhere">
            <span className="font-medium">
              {('name' in left ? left.name : null) ?? nameOf(left.project)}
            </span>
            <span className="text-ink-muted"> · {t(`unchanged.${left.code}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
