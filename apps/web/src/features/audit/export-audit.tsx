import { instant, toIso } from '@highwater/core'
import type { listAuditEventsInput } from '@highwater/db/queries'
import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { z } from 'zod'
import { Button } from '~/ui/button.tsx'
import { listAddress } from '~/ui/list-address.ts'

interface ExportAuditProps {
  readonly input: z.input<typeof listAuditEventsInput>
}

/** Everything that the filters match, not only this page, as a file: for a spreadsheet or a program. */
export function ExportAudit({ input }: ExportAuditProps) {
  const t = useTranslations('audit.export')
  const locale = useLocale()
  const { from, to, cursor: _cursor, limit: _limit, ...filter } = input
  const address = (format: 'csv' | 'json') =>
    listAddress('/api/v1/audit-events/export', {
      ...filter,
      from: typeof from === 'number' ? toIso(instant(from)) : from,
      to: typeof to === 'number' ? toIso(instant(to)) : to,
      format,
      locale,
    })
  return (['csv', 'json'] as const).map((format) => (
    <Button asChild key={format}>
      <a href={address(format)} download>
        <Download aria-hidden />
        {t(format)}
      </a>
    </Button>
  ))
}
