'use client'

import type { AlertItem } from '@highwater/db/queries'
import { Check, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'
import { Button } from '~/ui/button.tsx'
import { Tooltip } from '~/ui/tooltip.tsx'
import { submitAcknowledgement } from './acknowledge-action.ts'

interface AcknowledgeButtonProps {
  readonly alert: Pick<AlertItem, 'id' | 'subject' | 'department' | 'owner'>
  readonly isAcknowledged: boolean
  readonly onChange: (acknowledged: boolean) => void
  readonly size?: 'sm' | 'md'
}

/** Acknowledges an alert or takes it back; who may not is told why. A form until scripts have loaded. */
export function AcknowledgeButton(props: AcknowledgeButtonProps) {
  const { alert, isAcknowledged, onChange, size = 'sm' } = props
  const t = useTranslations('alerts.action')
  const refusal = useRefusal()('alert.acknowledge', {
    department: alert.department,
    owner: alert.owner,
  })
  const Icon = isAcknowledged ? Undo2 : Check
  const button = (
    <Button
      type="submit"
      size={size}
      tone={isAcknowledged ? 'ghost' : 'secondary'}
      aria-disabled={refusal !== null}
      aria-label={t(isAcknowledged ? 'unacknowledgeOf' : 'acknowledgeOf', {
        subject: alert.subject,
      })}
    >
      <Icon aria-hidden />
      {t(isAcknowledged ? 'unacknowledge' : 'acknowledge')}
    </Button>
  )
  return (
    <form
      action={submitAcknowledgement}
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault()
        if (refusal === null) onChange(!isAcknowledged)
      }}
    >
      <input type="hidden" name="alert" value={alert.id} />
      <input type="hidden" name="acknowledged" value={String(!isAcknowledged)} />
      {refusal === null ? button : <Tooltip text={refusal}>{button}</Tooltip>}
    </form>
  )
}
