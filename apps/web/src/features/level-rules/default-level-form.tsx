'use client'

import { protectionLevels } from '@highwater/core/policy'
import type { DepartmentItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Select } from '~/ui/select.tsx'
import { saveDefaultLevel } from './rule-actions.ts'

/** Where new projects of one department start. */
export function DefaultLevelForm({ department }: { readonly department: DepartmentItem }) {
  const t = useTranslations('levelRules.defaults')
  const common = useTranslations('common')
  return (
    <ActionForm
      action={saveDefaultLevel}
      values={{ department: department.id }}
      done={t('saved', { department: department.name })}
      className="flex gap-2"
    >
      <div className="w-40">
        <Select
          key={department.defaultLevel}
          name="level"
          aria-label={t('levelOf', { department: department.name })}
          defaultValue={department.defaultLevel}
          options={protectionLevels.map((level) => ({
            value: level,
            label: common(`level.${level}`),
          }))}
        />
      </div>
      <Button type="submit">{common('save')}</Button>
    </ActionForm>
  )
}
