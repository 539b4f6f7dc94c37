'use client'

import { useLocale } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { classNames } from './class-names.ts'
import { formatDurationText, parseDurationText } from './duration-text.ts'
import { durationInWords } from './duration-words.ts'
import { TextInput } from './text-input.tsx'

interface DurationInputProps extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue'> {
  readonly defaultSeconds?: number | undefined
  /** Told after each change: whole seconds, or null while the text cannot be read. */
  readonly onSecondsChange?: (seconds: number | null) => void
}

/** A length of time typed as `90s`, `1m30s` or `2h`, with its reading echoed inside the box. */
export function DurationInput(props: DurationInputProps) {
  const { defaultSeconds, onSecondsChange, className, ...rest } = props
  const locale = useLocale()
  const [text, setText] = useState(
    defaultSeconds === undefined ? '' : formatDurationText(defaultSeconds),
  )
  const reading = parseDurationText(text)
  const words = reading.ok ? durationInWords(reading.seconds, locale) : ''
  return (
    <span className="relative block">
      <TextInput
        autoComplete="off"
        spellCheck={false}
        className={classNames('pr-24', className)}
        {...rest}
        {...(reading.ok || reading.reason === 'empty' ? {} : { 'aria-invalid': true })}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          const next = parseDurationText(event.target.value)
          onSecondsChange?.(next.ok ? next.seconds : null)
        }}
        onBlur={(event) => {
          if (reading.ok) setText(formatDurationText(reading.seconds))
          rest.onBlur?.(event)
        }}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-faint text-xs"
      >
        {words}
      </span>
    </span>
  )
}
