import type { DepartmentItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { TextLink } from '~/ui/text-link.tsx'

/** The departments that the reader may see. */
export function DepartmentTable({ items }: { readonly items: readonly DepartmentItem[] }) {
  const t = useTranslations('access.departments')
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('name')}</HeadingCell>
        <HeadingCell>{t('membersHeading')}</HeadingCell>
        <HeadingCell>{t('level')}</HeadingCell>
        <HeadingCell>{t('subscription')}</HeadingCell>
      </TableHead>
      <tbody>
        {items.map(({ id, name, isDefault, memberCount, defaultLevel, defaultSubscription }) => (
          <Row key={id}>
            <Cell>
              <TextLink href={`/people/departments/${id}`} className="font-medium">
                {name}
              </TextLink>
              {isDefault ? <Badge className="ml-2">{t('default')}</Badge> : null}
            </Cell>
            <Cell>{t('members', { count: memberCount })}</Cell>
            <Cell label={t('level')}>
              <LevelShield level={defaultLevel} />
            </Cell>
            <Cell label={t('subscription')}>
              {t(defaultSubscription?.enabled === true ? 'subscriptionOn' : 'subscriptionOff')}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
