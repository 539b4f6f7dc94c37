'use client'

import type { AlertItem } from '@highwater/db/queries'
import { AlarmClock, AlarmClockOff, CircleX, Ellipsis, UserRoundCog } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusal } from '~/frame/viewer.tsx'
import { Dialog } from '~/ui/dialog.tsx'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '~/ui/dropdown-menu.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { IconButton } from '~/ui/icon-button.tsx'
import { AssignAlert } from './assign-alert.tsx'
import { CloseAlert } from './close-alert.tsx'
import { SilenceItems } from './silence-items.tsx'
import { snoozes, useSnooze } from './use-snooze.ts'

type Open = 'assign' | 'close' | null

/** What can be done with an open alert beside acknowledging it. */
export function AlertMenu({ alert }: { readonly alert: AlertItem }) {
  const t = useTranslations('alerts.action')
  const locale = useLocale()
  const refusal = useRefusal()
  const { snooze, unsnooze } = useSnooze()
  const [open, setOpen] = useState<Open>(null)
  const { subject } = alert
  const mayNot = (action: 'alert.assign' | 'alert.snooze' | 'alert.close') =>
    refusal(action, alert) !== null
  // Once the menu has given the focus back, so that the dialog can return it there.
  const show = (which: Open) => setTimeout(() => setOpen(which))
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton label={t('more', { subject })} tone="secondary">
            <Ellipsis aria-hidden />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuLabel>{t('snooze')}</DropdownMenuLabel>
          {snoozes.map((minutes) => (
            <DropdownMenuItem
              key={minutes}
              disabled={mayNot('alert.snooze')}
              onSelect={() => snooze(alert, minutes)}
            >
              <AlarmClock aria-hidden />
              {durationInWords(minutes * 60, locale)}
            </DropdownMenuItem>
          ))}
          {alert.snoozedUntil === null ? null : (
            <DropdownMenuItem disabled={mayNot('alert.snooze')} onSelect={() => unsnooze(alert)}>
              <AlarmClockOff aria-hidden />
              {t('unsnooze')}
            </DropdownMenuItem>
          )}
          <SilenceItems alert={alert} />
          <DropdownMenuSeparator />
          <DropdownMenuItem disabled={mayNot('alert.assign')} onSelect={() => show('assign')}>
            <UserRoundCog aria-hidden />
            {t('assign')}
          </DropdownMenuItem>
          <DropdownMenuItem
            tone="danger"
            disabled={mayNot('alert.close')}
            onSelect={() => show('close')}
          >
            <CircleX aria-hidden />
            {t('close')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Dialog open={open !== null} onOpenChange={(isOpen) => (isOpen ? undefined : setOpen(null))}>
        {open === 'assign' ? <AssignAlert alert={alert} onDone={() => setOpen(null)} /> : null}
        {open === 'close' ? <CloseAlert alert={alert} onDone={() => setOpen(null)} /> : null}
      </Dialog>
    </>
  )
}
