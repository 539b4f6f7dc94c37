import { channelKindOf } from '@highwater/channels/catalog'
import { contactNames, unreachableTexts } from '@highwater/core/person'
import type { PersonItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { useListing } from '~/ui/use-listing.ts'

/** Everybody who has an account, and whether alerts can reach them. */
export function PersonTable({ people }: { readonly people: readonly PersonItem[] }) {
  const t = useTranslations('people')
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('column.name')}</HeadingCell>
        <HeadingCell>{t('column.role')}</HeadingCell>
        <HeadingCell>{t('column.ways')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.called')}</HeadingCell>
        <HeadingCell>{t('column.reach')}</HeadingCell>
      </TableHead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </tbody>
    </DataTable>
  )
}

function PersonRow({ person }: { readonly person: PersonItem }) {
  const t = useTranslations('people')
  const roles = useTranslations('frame.role')
  const listed = useListing()
  const locale = useLocale()
  const ways = [
    ...(person.mail ? [t('way.mail')] : []),
    ...person.robots
      .filter(({ enabled }) => enabled)
      .map(({ kind }) => channelKindOf(kind).label[locale]),
  ]
  const called = contactNames
    .filter((name) => person[name] !== null)
    .map((name) => t(`contact.${name}`))
  return (
    <Row>
      <Cell>
        <TextLink href={`/people/${person.id}`} className="font-medium">
          {person.name}
        </TextLink>
        {person.isClosed ? <Badge className="ml-2">{t('closed')}</Badge> : null}
        <span className="wrap-anywhere block text-ink-faint text-xs">{person.email}</span>
      </Cell>
      <Cell>{roles(person.role)}</Cell>
      <Cell>{listed(ways) || t('way.none')}</Cell>
      <Cell className="max-md:hidden">{listed(called)}</Cell>
      <Cell>
        {person.unreachable === null ? (
          <Badge tone="quiet">{t('reachable')}</Badge>
        ) : (
          <>
            <Badge tone="amber">{t('notReachable')}</Badge>
            <span className="block text-ink-faint text-xs">
              {unreachableTexts[person.unreachable][locale]}
            </span>
          </>
        )}
      </Cell>
    </Row>
  )
}
