import type { DepartmentDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { MemberControls } from './member-controls.tsx'

interface MemberTableProps {
  readonly department: DepartmentDetail
  readonly mayChange: boolean
}

/** Who is in a department, each with their role. */
export function MemberTable({ department: { id, name, members }, mayChange }: MemberTableProps) {
  const t = useTranslations('access')
  if (members.length === 0) return <p className="p-4 text-ink-muted">{t('members.none')}</p>
  return (
    <DataTable caption={t('members.list', { name })} stacks>
      <TableHead>
        <HeadingCell>{t('users.name')}</HeadingCell>
        <HeadingCell>{t('members.role')}</HeadingCell>
      </TableHead>
      <tbody>
        {members.map((member) => (
          <Row key={member.id}>
            <Cell>
              <span className="font-medium">{member.name}</span>
              {member.isClosed ? <Badge className="ml-2">{t('users.disable')}</Badge> : null}
              <span className="wrap-anywhere block text-ink-faint text-xs">{member.email}</span>
            </Cell>
            <Cell>
              {mayChange ? (
                <MemberControls department={id} member={member} key={member.role} />
              ) : (
                t(`role.${member.role}`)
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
