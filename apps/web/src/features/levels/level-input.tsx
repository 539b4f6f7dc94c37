import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { classNames } from '~/ui/class-names.ts'
import { DurationInput } from '~/ui/duration-input.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { FieldError } from '~/ui/field.tsx'
import { NumberInput } from '~/ui/number-input.tsx'
import type { LevelFault } from './level-faults.ts'
import { type LevelField, levelValue, pathOf } from './level-fields.ts'
import { useLevelWords } from './level-words.ts'

interface LevelInputProps {
  readonly field: LevelField
  readonly settings: ProtectionLevelSettings
  readonly fault: LevelFault | undefined
  /** A laxer level's value is in conflict with this one. */
  readonly contested: boolean
}

/** One cell of the settings: its value, what is allowed, and what is wrong with it. */
export function LevelInput({ field, settings, fault, contested }: LevelInputProps) {
  const t = useTranslations('settings')
  const words = useLevelWords()
  const locale = useLocale()
  const id = useId()
  const value = levelValue(settings, field)
  const common = levelValue(settings, { ...field, kind: null })
  const control = {
    'aria-label': words.name(field),
    'aria-describedby': fault === undefined ? `${id}-range` : `${id}-fault ${id}-range`,
    ...(fault === undefined ? {} : { 'aria-invalid': true }),
    name: pathOf(field),
    className: contested ? 'border-firing' : '',
  } as const
  return (
    <div className="relative flex min-w-0 flex-col gap-1">
      {fault?.type === 'order' ? (
        <span
          aria-hidden
          className="absolute top-4 -left-4 hidden w-4 border-firing border-t-2 md:block"
        />
      ) : null}
      {field.name === 'frequencyMinutes' ? (
        <NumberInput {...control} defaultValue={value} unit={t('minutes')} />
      ) : (
        <DurationInput
          {...control}
          defaultSeconds={value}
          placeholder={
            field.kind === null || common === undefined
              ? undefined
              : t('overrides.inherited', { length: durationInWords(common, locale) })
          }
        />
      )}
      {fault === undefined ? null : (
        <FieldError id={`${id}-fault`}>{words.fault(field, fault)}</FieldError>
      )}
      <p
        id={`${id}-range`}
        className={classNames('text-ink-faint text-xs', fault?.type === 'outOfRange' && 'sr-only')}
      >
        {words.range(field)}
      </p>
    </div>
  )
}
