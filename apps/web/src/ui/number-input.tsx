import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { TextInput } from './text-input.tsx'

interface NumberInputProps extends ComponentProps<'input'> {
  /** Shown at the right end of the box, such as "min". */
  readonly unit?: ReactNode
}

/** A whole number; a text box with a digit keyboard, as spinners change values by an idle scroll. */
export function NumberInput({ unit, className, ...rest }: NumberInputProps) {
  return (
    <span className="relative block">
      <TextInput
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        className={classNames(unit !== undefined && 'pr-12', className)}
        {...rest}
      />
      {unit === undefined ? null : (
        <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-faint text-sm">
          {unit}
        </span>
      )}
    </span>
  )
}
