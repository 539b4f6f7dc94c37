import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlStyle } from './control-style.ts'

interface SelectProps extends ComponentProps<'select'> {
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly disabled?: boolean
  }[]
}

/** The platform's own list: it posts before scripts load and is the best one on a phone. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className="relative block">
      <select className={classNames(controlStyle, 'appearance-none pr-8', className)} {...rest}>
        {options.map(({ value, label, disabled = false }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2 my-auto size-4 text-ink-faint"
      />
    </span>
  )
}
