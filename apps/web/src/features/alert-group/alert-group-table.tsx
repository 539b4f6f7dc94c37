import type { AlertGroupItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { useListing } from '~/ui/use-listing.ts'

const namesOf = (named: readonly { readonly name: string }[]): string[] =>
  named.map(({ name }) => name)

/** The sets of channels, and which subscriptions send to them. */
export function AlertGroupTable({ groups }: { readonly groups: readonly AlertGroupItem[] }) {
  const t = useTranslations('subscriptions.groups')
  const listed = useListing()
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('name')}</HeadingCell>
        <HeadingCell>{t('channels')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('usedBy')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('department')}</HeadingCell>
      </TableHead>
      <tbody>
        {groups.map((group) => (
          <Row key={group.id}>
            <Cell>
              <TextLink href={`/settings/groups/${group.id}`} className="font-medium">
                {group.name}
              </TextLink>
              {group.remark === '' ? null : (
                <span className="block text-ink-faint text-xs">{group.remark}</span>
              )}
            </Cell>
            <Cell>{group.isEmpty ? t('none') : listed(namesOf(group.channels))}</Cell>
            <Cell className="max-md:hidden">
              {group.subscriptions.length === 0
                ? t('unused')
                : listed(namesOf(group.subscriptions))}
            </Cell>
            <Cell className="max-lg:hidden">{group.departmentName ?? t('everybody')}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
