'use client'

import { useNow } from '~/ui/clock.tsx'
import { type AlertFacts, useAlertSentence } from './use-alert-sentence.ts'

interface AlertSentenceProps {
  readonly alert: AlertFacts
  readonly newest?: { readonly at: number; readonly seconds: number } | null
}

/** What is wrong, counting while it lasts. */
export function AlertSentence({ alert, newest = null }: AlertSentenceProps) {
  return useAlertSentence()(alert, useNow(), newest)
}
