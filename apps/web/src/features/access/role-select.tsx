import { type DepartmentRole, departmentRoles } from '@highwater/core/permissions'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Select } from '~/ui/select.tsx'

interface RoleSelectProps extends Omit<ComponentProps<typeof Select>, 'options' | 'defaultValue'> {
  /** Null for somebody who is no member. */
  readonly current: DepartmentRole | null
  readonly mayBeNone?: boolean
}

/** A role in one department. */
export function RoleSelect({ current, mayBeNone = false, ...rest }: RoleSelectProps) {
  const t = useTranslations('access.role')
  const roles = departmentRoles.map((value) => ({ value, label: t(value) }))
  return (
    <Select
      {...rest}
      defaultValue={current ?? (mayBeNone ? '' : 'viewer')}
      options={mayBeNone ? [{ value: '', label: t('none') }, ...roles] : roles}
    />
  )
}
