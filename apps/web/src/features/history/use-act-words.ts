'use client'

import type { TimelineType } from '@highwater/core/alert'
import { useTranslations } from 'next-intl'

/** What people do about an alert, as its timeline calls it. */
export const acts = [
  'acknowledge',
  'unacknowledge',
  'assign',
  'unassign',
  'snooze',
  'unsnooze',
  'comment',
  'close',
] as const satisfies readonly TimelineType[]

/** Says in a few words what a person did about an alert: a chart has no room for more. */
export function useActWords(): (type: TimelineType, name: string) => string {
  const t = useTranslations('alerts.act')
  return (type, name) => {
    const act = acts.find((candidate) => candidate === type)
    return act === undefined ? name : t(act, { name })
  }
}
