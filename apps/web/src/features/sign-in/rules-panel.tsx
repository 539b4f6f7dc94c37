'use client'

import type { DepartmentItem, SignInPolicyItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Panel } from '~/ui/panel.tsx'
import type { ProviderOption } from './provider-option.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleTable } from './rule-table.tsx'
import { WithoutRuleForm } from './without-rule-form.tsx'

interface RulesPanelProps {
  readonly policy: SignInPolicyItem
  readonly providers: readonly ProviderOption[]
  readonly departments: readonly DepartmentItem[]
  readonly mayChange: boolean
}

/** The claim rules in their order, what holds where none matches, and a form for one more. */
export function RulesPanel({ policy, providers, departments, mayChange }: RulesPanelProps) {
  const t = useTranslations('signInSettings.rules')
  return (
    <Panel title={t('title')} description={t('description')} flush>
      {policy.rules.length === 0 ? (
        <p className="p-4 text-ink-muted text-sm">{t('empty')}</p>
      ) : (
        <RuleTable
          policy={policy}
          providers={providers}
          departments={departments}
          mayChange={mayChange}
        />
      )}
      <div className="border-line border-t p-4">
        <WithoutRuleForm policy={policy} mayChange={mayChange} />
      </div>
      {mayChange ? (
        <div className="border-line border-t p-4">
          <RuleForm
            rule={null}
            place={null}
            version={policy.version}
            providers={providers}
            departments={departments}
          />
        </div>
      ) : null}
    </Panel>
  )
}
