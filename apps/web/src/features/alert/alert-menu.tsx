'use client'

import type { AlertItem } from '@highwater/db/queries'
import { AlarmClock, AlarmClockOff, CircleX, Ellipsis, UserRoundCog } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusal } from '~/frame/viewer.tsx'
import { useTRPCClient } from '~/trpc/client.tsx'
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
import { useAlertAction } from './use-alert-action.ts'

/** The lengths that a snooze is offered for, in minutes. */
const snoozes = [30, 60, 240, 720] as const

type Open = 'assign' | 'close' | null

/** What can be done with an open alert beside acknowledging it. */
export function AlertMenu({ alert }: { readonly alert: AlertItem }) {
  const t = useTranslations('alerts.action')
  const locale = useLocale()
  const ask = useTRPCClient().alert
  const refusal = useRefusal()
  const { mutate } = useAlertAction()
  const [open, setOpen] = useState<Open>(null)
  const { id, subject } = alert
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
              onSelect={() =>
                mutate({
                  act: () => ask.snooze.mutate({ alert: id, minutes }),
                  done: t('snoozedOf', { subject, length: durationInWords(minutes * 60, locale) }),
                })
              }
            >
              <AlarmClock aria-hidden />
              {durationInWords(minutes * 60, locale)}
            </DropdownMenuItem>
          ))}
          {alert.snoozedUntil === null ? null : (
            <DropdownMenuItem
              disabled={mayNot('alert.snooze')}
              onSelect={() =>
                mutate({
                  act: () => ask.unsnooze.mutate({ alert: id }),
                  done: t('unsnoozedOf', { subject }),
                })
              }
            >
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
