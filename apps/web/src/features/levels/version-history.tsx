import type { PolicyVersion } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { ChangeList } from './change-list.tsx'
import { levelChanges } from './level-changes.ts'
import { versionAddress } from './version-address.ts'
import { VersionOrigin } from './version-origin.tsx'

interface VersionHistoryProps {
  /** Newest first. */
  readonly versions: readonly PolicyVersion[]
  /** The one before the last shown, to tell what the last one changed. */
  readonly older: PolicyVersion | null
  readonly inForce: number
  readonly firstHref: string | null
  readonly nextHref: string | null
}

/** Who set what, when. */
export function VersionHistory(props: VersionHistoryProps) {
  const { versions, older, inForce, firstHref, nextHref } = props
  const t = useTranslations('settings.version')
  return (
    <Panel title={t('history')} flush>
      <DataTable caption={t('list')} stacks>
        <TableHead>
          <HeadingCell>{t('number')}</HeadingCell>
          <HeadingCell>{t('when')}</HeadingCell>
          <HeadingCell>{t('who')}</HeadingCell>
          <HeadingCell>{t('changes')}</HeadingCell>
        </TableHead>
        <tbody>
          {versions.map((version, index) => {
            const before = versions[index + 1] ?? older
            return (
              <Row key={version.version}>
                <Cell className="whitespace-nowrap font-medium">
                  <TextLink href={versionAddress(version.version)}>{version.version}</TextLink>{' '}
                  {version.version === inForce ? <Badge tone="accent">{t('inForce')}</Badge> : null}
                </Cell>
                <Cell>
                  <ExactTime at={version.createdAt} />
                </Cell>
                <Cell className="whitespace-nowrap">{version.createdByName}</Cell>
                <Cell>
                  {before === null ? (
                    t('first')
                  ) : (
                    <>
                      <ChangeList changes={levelChanges(before.settings, version.settings)} />
                      <VersionOrigin {...version} />
                    </>
                  )}
                </Cell>
              </Row>
            )
          })}
        </tbody>
      </DataTable>
      {firstHref === null && nextHref === null ? null : (
        <Pagination firstHref={firstHref} nextHref={nextHref} shown={versions.length} />
      )}
    </Panel>
  )
}
