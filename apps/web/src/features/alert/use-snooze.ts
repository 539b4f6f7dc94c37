'use client'

import type { AlertItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPCClient } from '~/trpc/client.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { useAlertAction } from './use-alert-action.ts'

/** The lengths that a snooze is offered for, in minutes. */
export const snoozes = [30, 60, 240, 720] as const

type Snoozed = Pick<AlertItem, 'id' | 'subject' | 'snoozedUntil'>

/** Puts an alert off and takes that back, at once or from the toast. */
export function useSnooze() {
  const t = useTranslations('alerts.action')
  const locale = useLocale()
  const ask = useTRPCClient().alert
  const { mutate } = useAlertAction()
  const unsnooze = ({ id, subject }: Snoozed) =>
    mutate({
      act: () => ask.unsnooze.mutate({ alert: id }),
      done: t('unsnoozedOf', { subject }),
    })
  const snooze = (alert: Snoozed, minutes: number) =>
    mutate({
      act: () => ask.snooze.mutate({ alert: alert.id, minutes }),
      done: t('snoozedOf', {
        subject: alert.subject,
        length: durationInWords(minutes * 60, locale),
      }),
      // Of an earlier snooze nothing could be brought back.
      ...(alert.snoozedUntil === null ? { undo: () => unsnooze(alert) } : {}),
    })
  return { snooze, unsnooze }
}
