import type { GlobalRole } from '@highwater/core/permissions'
import type { NamedGrant } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

interface Given {
  readonly role: GlobalRole | null
  readonly departments: readonly NamedGrant[]
}

/** What a rule gives, part by part and in words. */
export function useGrantsText(): (given: Given) => readonly string[] {
  const t = useTranslations('signInSettings.rules')
  return ({ role, departments }) => [
    ...(role === null ? [] : [t(`roles.${role}`)]),
    ...departments.map((grant) =>
      grant.department === null
        ? t('departmentGone')
        : t('inDepartment', {
            role: t(`departmentRoles.${grant.role}`),
            department: grant.department.name,
          }),
    ),
  ]
}
