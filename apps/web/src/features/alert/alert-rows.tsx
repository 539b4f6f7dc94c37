'use client'

import type { AlertId } from '@highwater/core'
import type { AlertItem } from '@highwater/db/queries'
import { type RefObject, useRef } from 'react'
import { useNow } from '~/ui/clock.tsx'
import { AlertTable } from './alert-table.tsx'
import { isAcknowledgedAt } from './is-acknowledged.ts'
import { SnoozeDialog } from './snooze-dialog.tsx'
import { useAcknowledge } from './use-acknowledge.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useSnoozing } from './use-snoozing.ts'

interface AlertRowsProps {
  readonly alerts: readonly AlertItem[]
  readonly onOpen: (id: AlertId) => void
}

/** The table of alerts, worked through with the keys of Now. */
export function AlertRows({ alerts, onOpen }: AlertRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  return (
    <div ref={list}>
      <AlertTable alerts={alerts} onOpen={onOpen} />
      <Keys list={list} alerts={alerts} />
    </div>
  )
}

interface KeysProps {
  readonly list: RefObject<HTMLElement | null>
  readonly alerts: readonly AlertItem[]
}

/** Apart from the table, which need not be drawn anew with each second. */
function Keys({ list, alerts }: KeysProps) {
  const now = useNow()
  const { change } = useAcknowledge()
  const { snoozing, start, stop } = useSnoozing()
  const openOne = (id: string) =>
    alerts.find((candidate) => candidate.id === id && candidate.closedAt === null)
  useRowKeys(list, {
    a(id) {
      const alert = openOne(id)
      if (!alert || isAcknowledgedAt(alert, now)) return
      change({ ids: [alert.id], acknowledged: true, subject: alert.subject })
    },
    s(id) {
      const alert = openOne(id)
      if (alert) start(alert)
    },
  })
  return <SnoozeDialog alert={snoozing} onClose={stop} />
}
