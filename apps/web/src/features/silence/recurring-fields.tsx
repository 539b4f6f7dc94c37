'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DurationInput } from '~/ui/duration-input.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { TimeZoneInput } from '~/ui/time-zone-input.tsx'
import { type Repeat, repeats, type SilenceValues } from './silence-values.ts'
import { WeekdayChoice } from './weekday-choice.tsx'

interface RecurringFieldsProps {
  readonly values: SilenceValues
  readonly errors: Readonly<Record<string, string>>
}

/** When a maintenance window comes, and how long it lasts. */
export function RecurringFields({ values, errors }: RecurringFieldsProps) {
  const t = useTranslations('silences.form')
  const [repeat, setRepeat] = useState<Repeat>(values.repeat)
  return (
    <Panel title={t('when')}>
      <div className="flex flex-col gap-4">
        <Field label={t('start')} required error={errors.start}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              name="start"
              defaultValue={values.start}
            />
          )}
        </Field>
        <Field label={t('timeZone')} required error={errors.timeZone}>
          {(control) => (
            <TimeZoneInput {...control} name="timeZone" defaultValue={values.timeZone} />
          )}
        </Field>
        <Field label={t('duration')} required error={errors.durationMinutes}>
          {(control) => (
            <DurationInput
              {...control}
              name="durationMinutes"
              defaultSeconds={values.durationSeconds}
            />
          )}
        </Field>
        <Field label={t('repeat')} required error={repeat === 'custom' ? undefined : errors.rule}>
          {(control) => (
            <Select
              {...control}
              name="repeat"
              value={repeat}
              onChange={(event) =>
                setRepeat(repeats.find((each) => each === event.target.value) ?? 'custom')
              }
              options={repeats.map((each) => ({ value: each, label: t(`repeats.${each}`) }))}
            />
          )}
        </Field>
        {repeat === 'weekly' ? (
          <WeekdayChoice defaultValue={values.weekdays} help={t('weekdaysOfWeek')} />
        ) : null}
        {repeat === 'custom' ? (
          <Field label={t('rule')} help={t('ruleHelp')} required error={errors.rule}>
            {(control) => (
              <TextInput
                {...control}
                name="rule"
                autoComplete="off"
                spellCheck={false}
                className="font-mono"
                defaultValue={values.rule === '' ? 'FREQ=MONTHLY;BYDAY=-1FR' : values.rule}
              />
            )}
          </Field>
        ) : null}
      </div>
    </Panel>
  )
}
