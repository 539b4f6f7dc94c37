import {
  type Action,
  actions,
  actionTexts,
  isAllowedTo,
  matrixColumns,
  scopesFor,
} from '@highwater/core/permissions'
import { Check, Minus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'

/** The permission table itself: what it says here is what commands and queries ask. */
export function RoleMatrix() {
  const t = useTranslations('access')
  return (
    <DataTable caption={t('roles.title')} density="dense">
      <TableHead>
        <HeadingCell>{t('roles.action')}</HeadingCell>
        {matrixColumns.map((column) => (
          <HeadingCell key={column}>{t(`role.${column}`)}</HeadingCell>
        ))}
        <HeadingCell>{t('roles.scopes')}</HeadingCell>
      </TableHead>
      <tbody>
        {actions.map((action) => (
          <ActionRow key={action} action={action} />
        ))}
      </tbody>
    </DataTable>
  )
}

function ActionRow({ action }: { readonly action: Action }) {
  const t = useTranslations('access.roles')
  const locale = useLocale()
  return (
    <Row>
      <Cell className="min-w-56">{actionTexts[action][locale]}</Cell>
      {matrixColumns.map((column) => (
        <Cell key={column}>
          {isAllowedTo(column, action) ? (
            <>
              <Check aria-hidden className="size-4 text-accent" />
              <span className="sr-only">{t('allowed')}</span>
            </>
          ) : (
            <>
              <Minus aria-hidden className="size-4 text-ink-faint" />
              <span className="sr-only">{t('denied')}</span>
            </>
          )}
        </Cell>
      ))}
      <Cell className="whitespace-nowrap font-mono text-ink-muted text-xs">
        <code>{scopesFor(action).join(' ')}</code>
      </Cell>
    </Row>
  )
}
