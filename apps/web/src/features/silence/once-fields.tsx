'use client'

import { hours, type Instant, plus } from '@highwater/core'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/checkbox.tsx'
import { useNow } from '~/ui/clock.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { Field, FieldError } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { localText, type SilenceValues } from './silence-values.ts'
import { WeekdayChoice } from './weekday-choice.tsx'

interface OnceFieldsProps {
  readonly values: SilenceValues
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: () => void
}

/** The lengths that are offered, in hours. */
const lengths = [1, 6, 24] as const

/** When a silence holds. */
export function OnceFields({ values, errors, onChange }: OnceFieldsProps) {
  const t = useTranslations('silences.form')
  const locale = useLocale()
  const now = useNow()
  const until = useRef<HTMLInputElement>(null)
  const [hasHours, setHasHours] = useState(values.hasHours)
  const { timeZone } = values
  const daily = errors['daily.from'] ?? errors['daily.until'] ?? errors.daily
  const last = (length: number) => {
    if (until.current)
      until.current.value = localText(plus(now as Instant, hours(length)), timeZone)
    onChange()
  }
  return (
    <Panel title={t('when')}>
      <div className="flex flex-col gap-4">
        <input type="hidden" name="timeZone" value={timeZone} />
        <Field label={t('from')} help={t('fromHelp', { zone: timeZone })} error={errors.from}>
          {(control) => (
            <TextInput {...control} type="datetime-local" name="from" defaultValue={values.from} />
          )}
        </Field>
        <Field label={t('until')} required error={errors.until}>
          {(control) => (
            <TextInput
              {...control}
              ref={until}
              type="datetime-local"
              name="until"
              defaultValue={values.until}
            />
          )}
        </Field>
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="sr-only">{t('lengths')}</legend>
          {lengths.map((length) => (
            <Button key={length} size="sm" onClick={() => last(length)}>
              {durationInWords(length * 3_600, locale)}
            </Button>
          ))}
        </fieldset>
        <Checkbox
          name="daily"
          value="yes"
          label={t('daily')}
          checked={hasHours}
          onChange={(event) => setHasHours(event.target.checked)}
        />
        {hasHours ? (
          <div className="flex flex-col gap-3">
            <div className="grid grid-cols-2 gap-3">
              <Field label={t('dailyFrom')} required>
                {(control) => (
                  <TextInput
                    {...control}
                    type="time"
                    name="dailyFrom"
                    defaultValue={values.dailyFrom}
                  />
                )}
              </Field>
              <Field label={t('dailyUntil')} required>
                {(control) => (
                  <TextInput
                    {...control}
                    type="time"
                    name="dailyUntil"
                    defaultValue={values.dailyUntil}
                  />
                )}
              </Field>
            </div>
            {daily === undefined ? null : <FieldError id="daily-error">{daily}</FieldError>}
            <p className="text-ink-faint text-xs">{t('dailyHelp', { zone: timeZone })}</p>
            <WeekdayChoice defaultValue={values.weekdays} help={t('weekdaysHelp')} />
          </div>
        ) : null}
      </div>
    </Panel>
  )
}
