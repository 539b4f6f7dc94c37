'use client'

import { useTranslations } from 'next-intl'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { Notice } from '~/ui/notice.tsx'
import type { ProjectFormState } from './project-form-state.ts'

/** Why a form was refused as a whole. */
export function FormError({ state }: { readonly state: ProjectFormState }) {
  const t = useTranslations()
  if (state.error === 'unreached') {
    return <Notice tone="error">{t('common.form.unreached')}</Notice>
  }
  if (state.error !== null) {
    return <RefusalNotice state={{ error: t(`errors.code.${state.error}`), code: state.error }} />
  }
  if (state.faults.length === 0) return null
  return <Notice tone="error">{t('common.form.fixErrors', { count: state.faults.length })}</Notice>
}
