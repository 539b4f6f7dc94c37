import { omsRoles } from '@highwater/core/permissions'
import { useLocale, useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'

/** The five roles of OMS and what takes their place. */
export function OmsRoles() {
  const t = useTranslations('access.roles')
  const locale = useLocale()
  return (
    <DataTable caption={t('oms')}>
      <TableHead>
        <HeadingCell>{t('omsRole')}</HeadingCell>
        <HeadingCell>{t('omsHere')}</HeadingCell>
      </TableHead>
      <tbody>
        {omsRoles.map(({ name, here }) => (
          <Row key={name}>
            <Cell className="whitespace-nowrap font-mono text-xs">{name}</Cell>
            <Cell>{here[locale]}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
