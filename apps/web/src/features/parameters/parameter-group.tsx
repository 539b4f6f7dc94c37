import { type ParameterGroup, parameterGroupNames } from '@highwater/core/parameters'
import type { ParameterItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { DataTable, HeadingCell, TableHead } from '~/ui/data-table.tsx'
import { Panel } from '~/ui/panel.tsx'
import { ParameterRow } from './parameter-row.tsx'

interface ParameterGroupPanelProps {
  readonly group: ParameterGroup
  readonly items: readonly ParameterItem[]
  readonly version: number
  readonly mayChange: boolean
}

/** The parameters of one subject. */
export function ParameterGroupPanel({ group, items, ...rest }: ParameterGroupPanelProps) {
  const t = useTranslations('parameters')
  const name = parameterGroupNames[group][useLocale()]
  return (
    <Panel id={group} title={name} flush>
      <DataTable caption={t('list', { group: name })} stacks>
        <TableHead>
          <HeadingCell>{t('name')}</HeadingCell>
          <HeadingCell>{t('value')}</HeadingCell>
          <HeadingCell>{t('changed')}</HeadingCell>
        </TableHead>
        <tbody>
          {items.map((item) => (
            <ParameterRow key={item.key} item={item} {...rest} />
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
