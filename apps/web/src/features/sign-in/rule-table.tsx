'use client'

import type { ClaimRuleItem, DepartmentItem, SignInPolicyItem } from '@highwater/db/queries'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { IconButton } from '~/ui/icon-button.tsx'
import { EditRuleDialog } from './edit-rule-dialog.tsx'
import { useGrantsText } from './grants-text.ts'
import type { ProviderOption } from './provider-option.ts'
import { removeRule, swapRule } from './rule-actions.ts'

interface RuleTableProps {
  readonly policy: SignInPolicyItem
  readonly providers: readonly ProviderOption[]
  readonly departments: readonly DepartmentItem[]
  readonly mayChange: boolean
}

/** The claim rules in their order, which matters. */
export function RuleTable({ policy, providers, departments, mayChange }: RuleTableProps) {
  const t = useTranslations('signInSettings.rules')
  const grantsText = useGrantsText()
  const { rules, version } = policy
  const providerOf = ({ provider }: ClaimRuleItem) =>
    provider === null
      ? t('anyProvider')
      : (providers.find(({ key }) => key === provider)?.name ?? t('gone'))
  const whenOf = ({ match, claim, value }: ClaimRuleItem) =>
    t(`when.${match}`, { claim: claim ?? t('groups'), value })
  return (
    <DataTable caption={t('list')} stacks>
      <TableHead>
        <HeadingCell>{t('column.rule')}</HeadingCell>
        <HeadingCell>{t('column.when')}</HeadingCell>
        <HeadingCell>{t('column.gives')}</HeadingCell>
        {mayChange ? <HeadingCell className="text-right">{t('column.order')}</HeadingCell> : null}
      </TableHead>
      <tbody>
        {rules.map((rule, place) => {
          const number = place + 1
          const given = grantsText(rule)
          const values = { version: String(version), place: String(place) }
          return (
            // Rules have no names of their own: their place is what they are known by.
            <Row key={`${version}-${number}`}>
              <Cell>{t('number', { number })}</Cell>
              <Cell>
                <span className="wrap-anywhere">{whenOf(rule)}</span>
                <span className="block text-ink-muted text-xs">{providerOf(rule)}</span>
              </Cell>
              <Cell>
                <Badge tone={rule.effect === 'refuse' ? 'firing' : 'quiet'}>
                  {t(rule.effect === 'refuse' ? 'refuses' : 'plain')}
                </Badge>
                {given.length === 0 ? null : <span className="ml-2">{given.join(' · ')}</span>}
              </Cell>
              {mayChange ? (
                <Cell>
                  <div className="flex justify-end gap-1">
                    <ActionForm action={swapRule} values={{ ...values, place: String(place - 1) }}>
                      <IconButton type="submit" label={t('up', { number })} disabled={place === 0}>
                        <ArrowUp aria-hidden />
                      </IconButton>
                    </ActionForm>
                    <ActionForm action={swapRule} values={values}>
                      <IconButton
                        type="submit"
                        label={t('down', { number })}
                        disabled={number === rules.length}
                      >
                        <ArrowDown aria-hidden />
                      </IconButton>
                    </ActionForm>
                    <EditRuleDialog
                      rule={rule}
                      place={place}
                      version={version}
                      providers={providers}
                      departments={departments}
                    />
                    <ActionForm action={removeRule} values={values} done={t('removed')}>
                      <IconButton type="submit" label={t('remove', { number })}>
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
