'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Notice } from '~/ui/notice.tsx'
import type { FormState } from './form-state.ts'

interface RefusalNoticeProps {
  readonly state: Pick<FormState, 'error' | 'code'>
}

/** Why a form was not saved, where no field says it. */
export function RefusalNotice({ state: { error, code } }: RefusalNoticeProps) {
  if (error === null) return null
  return code === 'conflict' ? <ConflictNotice /> : <Notice tone="error">{error}</Notice>
}

/** Somebody else saved the same thing: theirs opens beside this page, so that nothing typed is lost. */
function ConflictNotice() {
  const t = useTranslations('common.form')
  const path = usePathname()
  const search = useSearchParams()
  return (
    <Notice
      tone="error"
      action={
        <a
          href={search.size === 0 ? path : `${path}?${search}`}
          target="_blank"
          rel="noreferrer"
          className="shrink-0 text-accent underline"
        >
          {t('conflictOpen')}
        </a>
      }
    >
      {t('conflict')}
    </Notice>
  )
}
