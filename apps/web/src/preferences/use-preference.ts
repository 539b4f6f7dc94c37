'use client'

import { useTranslations } from 'next-intl'
import { useToast } from '~/ui/toast.tsx'
import { keepPreference, type SavePreference } from './keep-preference.ts'

/** Saves what the reader has just chosen, and tells them where no answer comes. */
export function usePreference(save: SavePreference): (form: FormData) => void {
  const t = useTranslations('frame')
  const toast = useToast()
  return (form) =>
    keepPreference(save, form, () => toast({ title: t('choiceUnreached'), tone: 'failed' }))
}
