'use client'

import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

interface SwitchButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'type'> {
  readonly isOn: boolean
  /** What is switched, such as the channel's name. */
  readonly label: string
}

/** A switch that takes effect at once: it submits the form around it. */
export function SwitchButton({ isOn, label, className, ...rest }: SwitchButtonProps) {
  return (
    <button
      type="submit"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      title={label}
      className={classNames(
        'group inline-flex align-middle items-center justify-center rounded-full tap-square disabled:cursor-not-allowed disabled:opacity-55',
        className,
      )}
      {...rest}
    >
      <span className="relative inline-flex h-4 w-7 rounded-full border border-control bg-sunken transition-colors group-aria-checked:border-accent-fill group-aria-checked:bg-accent-fill">
        <span className="absolute top-[3px] left-[3px] size-2 rounded-full bg-control transition-[translate] group-aria-checked:translate-x-3 group-aria-checked:bg-on-accent" />
      </span>
    </button>
  )
}
