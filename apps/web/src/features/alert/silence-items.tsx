'use client'

import type { AlertItem } from '@highwater/db/queries'
import { BellOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from '~/ui/dropdown-menu.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { PageLink } from '~/ui/page-link.tsx'

/** The lengths that a silence is offered for, in hours. */
const lengths = [1, 6] as const

/** Opens the form of a silence of an alert's project, filled in. */
export function SilenceItems({ alert }: { readonly alert: AlertItem }) {
  const t = useTranslations('alerts.silence')
  const locale = useLocale()
  const refusal = useRefusal()
  const { project, department } = alert
  if (project === null || refusal('silence.write', { department }) !== null) return null
  const address = `/silences/new?project=${project.id}`
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuLabel>{t('project')}</DropdownMenuLabel>
      {lengths.map((length) => (
        <DropdownMenuItem key={length} asChild>
          <PageLink href={`${address}&hours=${length}`}>
            <BellOff aria-hidden />
            {durationInWords(length * 3_600, locale)}
          </PageLink>
        </DropdownMenuItem>
      ))}
      <DropdownMenuItem asChild>
        <PageLink href={address}>
          <BellOff aria-hidden />
          {t('until')}
        </PageLink>
      </DropdownMenuItem>
    </>
  )
}
