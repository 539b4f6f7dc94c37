'use client'

import type { AlertNotification } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useListing } from '~/ui/use-listing.ts'

/** Answers "why did I get this?": whose subscription, at which level, and what made it come now. */
export function WhyTold({ message }: { readonly message: AlertNotification }) {
  const t = useTranslations('alerts')
  const common = useTranslations('common.level')
  const listed = useListing()
  const { subscriptions, level, note } = message
  const names = listed(subscriptions.map(({ name }) => name))
  const because =
    level === null ? t('why.digest', { names }) : t('why.sent', { names, level: common(level) })
  return note === null ? because : `${because} ${t(`note.${note}`)}`
}
