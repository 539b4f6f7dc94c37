'use client'

import type { AlertItem } from '@highwater/db/queries'
import { useState } from 'react'
import { useRefusal } from '~/frame/viewer.tsx'
import { useToast } from '~/ui/toast.tsx'

/** The alert that is about to be put off; who may not is told why instead. */
export function useSnoozing() {
  const [snoozing, setSnoozing] = useState<AlertItem | null>(null)
  const refusal = useRefusal()
  const toast = useToast()
  return {
    snoozing,
    stop: () => setSnoozing(null),
    start(alert: AlertItem) {
      const refused = refusal('alert.snooze', alert)
      if (refused === null) setSnoozing(alert)
      else toast({ tone: 'failed', title: refused })
    },
  }
}
