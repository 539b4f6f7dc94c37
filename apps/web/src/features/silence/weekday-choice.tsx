import { type Weekday, weekdays } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { ChoiceList } from './choice-list.tsx'

interface WeekdayChoiceProps {
  readonly defaultValue: readonly Weekday[]
  /** What it means to choose none. */
  readonly help: string
}

/** Some days of the week. */
export function WeekdayChoice({ defaultValue, help }: WeekdayChoiceProps) {
  const t = useTranslations('silences')
  return (
    <ChoiceList
      name="weekdays"
      label={t('form.weekdays')}
      help={help}
      options={weekdays.map((day) => ({ value: day, label: t(`weekday.${day}`) }))}
      defaultValue={defaultValue}
    />
  )
}
