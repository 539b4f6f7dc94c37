import { weekdays } from '@highwater/core'
import type { GuardedLevel } from '@highwater/core/policy'
import type { LevelTargets } from '@highwater/core/subscription'
import { useTranslations } from 'next-intl'
import { ChoiceList } from '~/features/silence/choice-list.tsx'
import { Checkbox } from '~/ui/checkbox.tsx'
import { Field, FieldError } from '~/ui/field.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { faultUnder } from './fault-under.ts'
import type { Option } from './named-departments.tsx'
import { PeopleFields } from './people-fields.tsx'

interface LevelFieldsProps {
  readonly level: GuardedLevel
  readonly targets: LevelTargets | null
  readonly channels: readonly Option[]
  readonly groups: readonly Option[]
  readonly errors: Readonly<Record<string, string>>
}

const wholeDay = '00:00'

/** Who hears of the alerts of one level, and at which hours. */
export function LevelFields({ level, targets, channels, groups, errors }: LevelFieldsProps) {
  const t = useTranslations('subscriptions.form')
  const days = useTranslations('silences.weekday')
  const period = targets?.period ?? null
  const isWhole = period !== null && period.from === wholeDay && period.until === wholeDay
  const fault =
    faultUnder(errors, `levels.${level}.channels`) ?? faultUnder(errors, `levels.${level}.groups`)
  const hoursFault = faultUnder(errors, `levels.${level}.period`) !== undefined
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-line border-t pt-3">
      <legend className="pr-2 font-semibold text-sm">{t(`level.${level}`)}</legend>
      <Checkbox
        name={`${level}.allChannels`}
        value="yes"
        label={t('allChannels')}
        description={t('allChannelsHelp')}
        defaultChecked={targets?.allChannels ?? false}
      />
      {channels.length === 0 ? (
        <p className="text-ink-muted text-sm">{t('noChannels')}</p>
      ) : (
        <ChoiceList
          name={`${level}.channels`}
          label={t('channels')}
          options={channels}
          defaultValue={targets?.channels ?? []}
        />
      )}
      {groups.length === 0 ? null : (
        <ChoiceList
          name={`${level}.groups`}
          label={t('groups')}
          options={groups}
          defaultValue={targets?.groups ?? []}
        />
      )}
      <PeopleFields name={`${level}.people`} chosen={targets?.people ?? []} />
      {fault === undefined ? null : <FieldError id={`${level}-fault`}>{fault}</FieldError>}
      <details open={period !== null || hoursFault}>
        <summary className="rounded-sm font-medium text-sm tap">{t('hours')}</summary>
        <div className="mt-2 flex flex-col gap-3">
          <div className="grid grid-cols-2 gap-3">
            {(['from', 'until'] as const).map((end) => (
              <Field key={end} label={t(end)} error={errors[`levels.${level}.period.${end}`]}>
                {(control) => (
                  <TextInput
                    {...control}
                    type="time"
                    name={`${level}.${end}`}
                    defaultValue={isWhole ? '' : (period?.[end] ?? '')}
                  />
                )}
              </Field>
            ))}
          </div>
          <ChoiceList
            name={`${level}.weekdays`}
            label={t('weekdays')}
            help={t('periodHelp')}
            options={weekdays.map((day) => ({ value: day, label: days(day) }))}
            defaultValue={period?.weekdays ?? []}
          />
        </div>
      </details>
    </fieldset>
  )
}
