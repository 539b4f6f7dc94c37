import type { DepartmentItem, LevelRuleItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { Panel } from '~/ui/panel.tsx'
import { DefaultLevelForm } from './default-level-form.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleTable } from './rule-table.tsx'

interface LevelRulesPanelProps {
  readonly rules: readonly LevelRuleItem[]
  readonly departments: readonly DepartmentItem[]
  readonly mayChange: boolean
}

/** At which level new projects start: by rules, and by department where no rule speaks. */
export function LevelRulesPanel({ rules, departments, mayChange }: LevelRulesPanelProps) {
  const t = useTranslations('levelRules')
  const apply = (
    <Button asChild>
      <PageLink href="/settings/alerts/level-rules/apply">{t('apply.action')}</PageLink>
    </Button>
  )
  return (
    <>
      <Panel
        title={t('title')}
        description={t('description')}
        actions={mayChange && rules.length > 0 ? apply : undefined}
        flush
      >
        {rules.length === 0 ? (
          <p className="p-4 text-ink-muted text-sm">{t('empty')}</p>
        ) : (
          <RuleTable rules={rules} departments={departments} mayChange={mayChange} />
        )}
        {mayChange ? (
          <div className="border-line border-t p-4">
            <RuleForm rule={null} departments={departments} />
          </div>
        ) : null}
      </Panel>
      <Panel title={t('defaults.title')} description={t('defaults.description')} flush>
        <DataTable caption={t('defaults.list')} stacks>
          <TableHead>
            <HeadingCell>{t('department')}</HeadingCell>
            <HeadingCell>{t('level')}</HeadingCell>
          </TableHead>
          <tbody>
            {departments.map((department) => (
              <Row key={department.id}>
                <Cell>{department.name}</Cell>
                <Cell>
                  {mayChange ? (
                    <DefaultLevelForm department={department} />
                  ) : (
                    <LevelShield level={department.defaultLevel} />
                  )}
                </Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      </Panel>
    </>
  )
}
