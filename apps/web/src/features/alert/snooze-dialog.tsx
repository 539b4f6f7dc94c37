'use client'

import type { AlertItem } from '@highwater/db/queries'
import { AlarmClock, AlarmClockOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogContent } from '~/ui/dialog.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { snoozes, useSnooze } from './use-snooze.ts'

interface SnoozeDialogProps {
  /** Null while the dialog is closed. */
  readonly alert: AlertItem | null
  readonly onClose: () => void
}

/** Asks for how long an alert is put off; each answer is one key away. */
export function SnoozeDialog({ alert, onClose }: SnoozeDialogProps) {
  const t = useTranslations('alerts.action')
  const locale = useLocale()
  const { snooze, unsnooze } = useSnooze()
  return (
    <Dialog open={alert !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      {alert === null ? null : (
        <DialogContent title={t('snoozeOf', { subject: alert.subject })} size="sm">
          <div className="flex flex-col gap-2 pb-2">
            {snoozes.map((minutes, index) => (
              <Button
                key={minutes}
                data-first-focus={index === 0 || undefined}
                className="justify-start"
                onClick={() => {
                  snooze(alert, minutes)
                  onClose()
                }}
              >
                <AlarmClock aria-hidden />
                {durationInWords(minutes * 60, locale)}
              </Button>
            ))}
            {alert.snoozedUntil === null ? null : (
              <Button
                className="justify-start"
                onClick={() => {
                  unsnooze(alert)
                  onClose()
                }}
              >
                <AlarmClockOff aria-hidden />
                {t('unsnooze')}
              </Button>
            )}
          </div>
        </DialogContent>
      )}
    </Dialog>
  )
}
