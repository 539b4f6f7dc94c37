import { type PersonRole, personRoles } from '@highwater/core/person'
import { useTranslations } from 'next-intl'
import { ChoiceList } from '~/features/silence/choice-list.tsx'

interface PeopleFieldsProps {
  readonly name: string
  readonly chosen: readonly PersonRole[]
}

/** The people who are told by what they are to the alert. */
export function PeopleFields({ name, chosen }: PeopleFieldsProps) {
  const t = useTranslations('subscriptions.form')
  return (
    <ChoiceList
      name={name}
      label={t('people')}
      options={personRoles.map((role) => ({ value: role, label: t(`person.${role}`) }))}
      defaultValue={chosen}
    />
  )
}
