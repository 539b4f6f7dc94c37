'use client'

import type { LevelRuleItem } from '@highwater/db/queries'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { IconButton } from '~/ui/icon-button.tsx'
import { LevelShield } from '~/ui/level-shield.tsx'
import { EditRuleDialog } from './edit-rule-dialog.tsx'
import { orderRules, removeRule } from './rule-actions.ts'
import { swapped } from './swapped.ts'
import { useRuleScope } from './use-rule-scope.ts'

interface RuleTableProps {
  readonly rules: readonly LevelRuleItem[]
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly mayChange: boolean
}

/** The rules in their order. */
export function RuleTable({ rules, departments, mayChange }: RuleTableProps) {
  const t = useTranslations('levelRules')
  const scopeOf = useRuleScope()
  const ids = rules.map(({ id }) => id)
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('for')}</HeadingCell>
        <HeadingCell>{t('level')}</HeadingCell>
        {mayChange ? <HeadingCell className="text-right">{t('order')}</HeadingCell> : null}
      </TableHead>
      <tbody>
        {rules.map((rule, index) => {
          const scope = scopeOf(rule)
          return (
            <Row key={rule.id}>
              <Cell>{scope}</Cell>
              <Cell>
                <LevelShield level={rule.level} />
              </Cell>
              {mayChange ? (
                <Cell>
                  <div className="flex justify-end gap-1">
                    <ActionForm
                      action={orderRules}
                      values={{ rules: swapped(ids, index - 1).join(',') }}
                    >
                      <IconButton type="submit" label={t('up', { scope })} disabled={index === 0}>
                        <ArrowUp aria-hidden />
                      </IconButton>
                    </ActionForm>
                    <ActionForm
                      action={orderRules}
                      values={{ rules: swapped(ids, index).join(',') }}
                    >
                      <IconButton
                        type="submit"
                        label={t('down', { scope })}
                        disabled={index === rules.length - 1}
                      >
                        <ArrowDown aria-hidden />
                      </IconButton>
                    </ActionForm>
                    <EditRuleDialog key={rule.version} rule={rule} departments={departments} />
                    <ActionForm action={removeRule} values={{ rule: rule.id }} done={t('removed')}>
                      <IconButton type="submit" label={t('remove', { scope })}>
                        <Trash2 aria-hidden />
                      </IconButton>
                    </ActionForm>
                  </div>
                </Cell>
              ) : null}
            </Row>
          )
        })}
      </tbody>
    </DataTable>
  )
}
