'use client'

import { type DepartmentRole, departmentRoles } from '@highwater/core/permissions'
import type { DepartmentItem, NamedGrant } from '@highwater/db/queries'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { FieldError } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'
import { useRows } from '~/ui/use-rows.ts'

interface GrantFieldsProps {
  readonly grants: readonly NamedGrant[]
  readonly departments: readonly DepartmentItem[]
  readonly error: string | undefined
}

const blank: { readonly department: string; readonly role: DepartmentRole } = {
  department: '',
  role: 'viewer',
}

/** Departments and the role in each; they post as two lists of the same length. */
export function GrantFields({ grants, departments, error }: GrantFieldsProps) {
  const t = useTranslations('signInSettings.rules')
  const initial = grants.flatMap(({ department, role }) =>
    department === null ? [] : [{ department: department.id as string, role }],
  )
  const { rows, add } = useRows(initial, blank)
  return (
    <fieldset className="mt-3 flex flex-col items-start gap-2">
      <legend className="mb-1 font-medium text-sm">{t('department')}</legend>
      {rows.map(({ key, value }, index) => (
        <div key={key} className="grid w-full grid-cols-2 gap-2 sm:max-w-md">
          <Select
            name="department"
            aria-label={t('departmentNumber', { number: index + 1 })}
            defaultValue={value.department}
            options={[
              { value: '', label: t('noDepartment') },
              ...departments.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            name="departmentRole"
            aria-label={t('departmentRole', { number: index + 1 })}
            defaultValue={value.role}
            options={departmentRoles.map((role) => ({
              value: role,
              label: t(`departmentRoles.${role}`),
            }))}
          />
        </div>
      ))}
      {error === undefined ? null : <FieldError id="grants-error">{error}</FieldError>}
      <Button size="sm" tone="ghost" onClick={add}>
        <Plus aria-hidden />
        {t('addDepartment')}
      </Button>
    </fieldset>
  )
}
