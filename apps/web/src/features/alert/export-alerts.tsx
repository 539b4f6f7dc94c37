import { toIso } from '@highwater/core'
import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { listAddress } from '~/ui/list-address.ts'
import type { AlertListInput } from './alert-list-input.ts'

/** Everything that the filters match, not only this page, as a file for a spreadsheet. */
export function ExportAlerts({ input }: { readonly input: AlertListInput }) {
  const t = useTranslations('alerts.export')
  const locale = useLocale()
  const { from, to, cursor: _, ...filter } = { cursor: undefined, ...input }
  const address = listAddress('/api/v1/alerts/export', {
    ...filter,
    from: from === undefined ? undefined : toIso(from),
    to: to === undefined ? undefined : toIso(to),
    locale,
  })
  return (
    <Button asChild>
      <a href={address} download>
        <Download aria-hidden />
        {t('action')}
      </a>
    </Button>
  )
}
