import { type Weekday, weekdays } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ChoiceList } from './choice-list.tsx'

/** Some days of the week; none chosen stands for all of them. */
export function WeekdayChoice({ defaultValue }: { readonly defaultValue: readonly Weekday[] }) {
  const t = useTranslations('silences')
  return (
    <ChoiceList
      name="weekdays"
      label={t('form.weekdays')}
      help={t('form.weekdaysHelp')}
      options={weekdays.map((day) => ({ value: day, label: t(`weekday.${day}`) }))}
      defaultValue={defaultValue}
    />
  )
}
