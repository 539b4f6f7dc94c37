'use client'

import type { AlertId } from '@highwater/core'
import type { NowAlert, Sparkline } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { AcknowledgeButton } from '~/features/alert/acknowledge-button.tsx'
import { SnoozeDialog } from '~/features/alert/snooze-dialog.tsx'
import { useAcknowledge } from '~/features/alert/use-acknowledge.ts'
import { useRowFocus } from '~/features/alert/use-row-focus.ts'
import { useRowKeys } from '~/features/alert/use-row-keys.ts'
import { useSnoozing } from '~/features/alert/use-snoozing.ts'
import { Button } from '~/ui/button.tsx'
import { Panel } from '~/ui/panel.tsx'
import { toggled } from '~/ui/toggled.ts'
import { NowRow } from './now-row.tsx'
import { NowSelection } from './now-selection.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useSteadyRows } from './use-steady-rows.ts'

interface NowListProps {
  readonly alerts: readonly NowAlert[]
  readonly sparklines: readonly Sparkline[]
  readonly onOpen: (id: AlertId) => void
}

/** Everything that needs somebody, worst first; steady under the pointer, quick by keyboard. */
export function NowList({ alerts, sparklines, onOpen }: NowListProps) {
  const t = useTranslations('now')
  const list = useRef<HTMLUListElement>(null)
  const [held, setHeld] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { expected, change } = useAcknowledge()
  const arrived = useArrivals(alerts.map(({ id }) => id))
  const { snoozing, start, stop } = useSnoozing()
  const { rows, waiting } = useSteadyRows(alerts, held)

  const toggle = (id: string) => setSelected((before) => toggled(before, id))
  const acknowledge = (alert: NowAlert, acknowledged: boolean) =>
    change({ ids: [alert.id], acknowledged, subject: alert.subject })
  useRowFocus(list)
  const known = (id: string) => alerts.find((candidate) => candidate.id === id)
  useRowKeys(list, {
    a(id) {
      const alert = known(id)
      if (alert && !alert.isAcknowledged) acknowledge(alert, true)
    },
    s(id) {
      const alert = known(id)
      if (alert) start(alert)
    },
    x: toggle,
  })

  const chosen = alerts.filter(({ id }) => selected.has(id))
  return (
    <Panel flush aria-label={t('list')} className="relative">
      <p role="status" className="sr-only">
        {arrived > 0 ? t('arrived', { count: arrived }) : ''}
      </p>
      {waiting > 0 ? (
        <Button
          size="sm"
          className="absolute -top-3.5 left-1/2 z-2 -translate-x-1/2 bg-raised shadow-float"
          onClick={() => setHeld(false)}
        >
          {t('arrived', { count: waiting })}
        </Button>
      ) : null}
      <ul
        ref={list}
        onPointerEnter={(event) => setHeld(event.pointerType === 'mouse')}
        onPointerLeave={() => setHeld(false)}
      >
        {rows.map(({ item, gone }) => {
          const isAcknowledged = expected.get(item.id) ?? item.isAcknowledged
          const alert = { ...item, isAcknowledged }
          return (
            <NowRow
              key={alert.id}
              alert={alert}
              gone={gone}
              selected={selected.has(alert.id)}
              sparkline={sparklines.find(({ projectId }) => projectId === alert.project?.id)}
              onToggle={() => toggle(alert.id)}
              onOpen={() => onOpen(alert.id)}
              action={
                <AcknowledgeButton
                  alert={alert}
                  isAcknowledged={isAcknowledged}
                  onChange={(acknowledged) => acknowledge(alert, acknowledged)}
                />
              }
            />
          )
        })}
      </ul>
      <NowSelection
        chosen={chosen}
        onClear={() => setSelected(new Set())}
        onAcknowledge={() => {
          const ids = chosen.filter((alert) => !alert.isAcknowledged).map(({ id }) => id)
          change({ ids, acknowledged: true, subject: t('manyAlerts', { count: ids.length }) })
          setSelected(new Set())
        }}
      />
      <SnoozeDialog alert={snoozing} onClose={stop} />
    </Panel>
  )
}
