import type { DepartmentId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ChoiceList } from '~/features/silence/choice-list.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

interface NamedDepartmentsProps {
  readonly name: string
  readonly named: readonly DepartmentId[]
  /** To choose from. */
  readonly departments: readonly Option[]
}

/** The departments that a subscription names; where there is but one it goes without saying. */
export function NamedDepartments({ name, named, departments }: NamedDepartmentsProps) {
  const t = useTranslations('subscriptions.form')
  const offered = new Set(departments.map(({ value }) => value))
  // Left out it would be taken from what is saved, and a scope that names nothing is everything.
  const gone = named.flatMap((id) =>
    offered.has(id) ? [] : [{ value: id, label: t('goneDepartment') }],
  )
  if (departments.length < 2 && named.length === 0) return null
  return (
    <ChoiceList
      name={name}
      label={t('departments')}
      options={[...departments, ...gone]}
      defaultValue={named}
    />
  )
}
