import type { ClusterItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { useListing } from '~/ui/use-listing.ts'

const textIn = (config: ClusterItem['config'], name: string): string => String(config[name] ?? '')

/** The associated clusters, and which channels send through them. */
export function ClusterTable({ clusters }: { readonly clusters: readonly ClusterItem[] }) {
  const t = useTranslations('clusters')
  const listed = useListing()
  return (
    <DataTable caption={t('list')}>
      <TableHead>
        <HeadingCell>{t('column.name')}</HeadingCell>
        <HeadingCell>{t('column.endpoint')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.signIn')}</HeadingCell>
        <HeadingCell className="max-lg:hidden">{t('column.version')}</HeadingCell>
        <HeadingCell className="max-md:hidden">{t('column.tested')}</HeadingCell>
        <HeadingCell>{t('column.usedBy')}</HeadingCell>
      </TableHead>
      <tbody>
        {clusters.map(({ id, name, config, testedAt, channels }) => (
          <Row key={id}>
            <Cell>
              <TextLink href={`/settings/clusters/${id}`} className="font-medium">
                {name}
              </TextLink>
            </Cell>
            <Cell>{textIn(config, 'endpoint')}</Cell>
            <Cell className="max-md:hidden">
              {t(config.signIn === 'access-key' ? 'signIn.access-key' : 'signIn.password')}
            </Cell>
            <Cell className="max-lg:hidden">{textIn(config, 'version')}</Cell>
            <Cell className="max-md:hidden">
              {testedAt === null ? t('untested') : <RelativeTime at={testedAt} />}
            </Cell>
            <Cell>
              {channels.length === 0
                ? t('unused')
                : listed(channels.map((channel) => channel.name))}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
