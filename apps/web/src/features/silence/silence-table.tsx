import type { SilenceItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { SilenceAbout } from './silence-about.tsx'
import { endSilence } from './silence-actions.ts'
import { SilenceHolds } from './silence-holds.tsx'

interface SilenceRow {
  readonly silence: SilenceItem
  readonly mayChange: boolean
}

/** What holds messages back, is going to or did. */
export function SilenceTable({ rows }: { readonly rows: readonly SilenceRow[] }) {
  const t = useTranslations('silences')
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('column.name')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.about')}</HeadingCell>
        <HeadingCell>{t('column.when')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.hiding')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('column.by')}</HeadingCell>
        <HeadingCell>
          <span className="sr-only">{t('action.end')}</span>
        </HeadingCell>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <SilenceTableRow key={row.silence.id} {...row} />
        ))}
      </tbody>
    </DataTable>
  )
}

function SilenceTableRow({ silence, mayChange }: SilenceRow) {
  const t = useTranslations('silences')
  const { id, kind, name, status, hiding, createdBy } = silence
  return (
    <Row>
      <Cell>
        <TextLink href={`/silences/${id}`} className="font-medium">
          {name}
        </TextLink>
        <span className="block text-ink-faint text-xs">{t(`kind.${kind}`)}</span>
      </Cell>
      <Cell className="max-md:hidden">
        <SilenceAbout silence={silence} />
      </Cell>
      <Cell>
        <SilenceHolds silence={silence} />
      </Cell>
      <Cell className="max-md:hidden">
        {hiding === 0 || status === 'ended' ? null : (
          <Badge tone="amber">{t('hiding', { count: hiding })}</Badge>
        )}
      </Cell>
      <Cell className="max-lg:hidden">{createdBy.name}</Cell>
      <Cell>
        {mayChange && status !== 'ended' ? (
          <ActionForm
            action={endSilence}
            values={{ silence: id, kind }}
            done={t('action.ended', { name })}
          >
            <Button type="submit" size="sm">
              {t(kind === 'maintenance' ? 'action.endWindow' : 'action.end')}
            </Button>
          </ActionForm>
        ) : null}
      </Cell>
    </Row>
  )
}
