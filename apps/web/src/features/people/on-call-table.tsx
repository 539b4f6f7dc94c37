import type { OnCallItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { useListing } from '~/ui/use-listing.ts'

const nameOf = ({ people }: OnCallItem, id: string): string =>
  people.find((person) => person.id === id)?.name ?? ''

/** Who is on call in which department just now, and how they take turns. */
export function OnCallTable({ items }: { readonly items: readonly OnCallItem[] }) {
  const t = useTranslations('people.onCall')
  const listed = useListing()
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('department')}</HeadingCell>
        <HeadingCell>{t('now')}</HeadingCell>
        <HeadingCell>{t('rota')}</HeadingCell>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id}>
            <Cell>
              <TextLink href={`/settings/on-call/${item.id}`} className="font-medium">
                {item.name}
              </TextLink>
            </Cell>
            <Cell>{listed(item.onCallNow.map((id) => nameOf(item, id))) || t('nobody')}</Cell>
            <Cell>
              {item.rota === null ? (
                t('empty')
              ) : (
                <>
                  {t(`turns.${item.rota.turns}`)}
                  <span className="block text-ink-faint text-xs">
                    {listed(item.people.map(({ name }) => name))}
                  </span>
                </>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
