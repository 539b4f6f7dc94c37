'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Button } from '~/ui/button.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'

interface SaveButtonProps extends Pick<ComponentProps<typeof Button>, 'tone'> {
  /** Why whoever looks at the form may not save it; null for those who may. */
  readonly refusal: string | null
  readonly pending: boolean
}

/** The end of a form that everybody may read and some may save. */
export function SaveButton({ refusal, pending, tone }: SaveButtonProps) {
  const t = useTranslations('common')
  if (refusal !== null) return <RefusedButton reason={refusal}>{t('save')}</RefusedButton>
  return (
    <Button type="submit" tone={tone} aria-disabled={pending}>
      {t('save')}
    </Button>
  )
}
