import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** A link inside text or a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={classNames(
        'rounded-sm text-accent underline decoration-accent-line underline-offset-2 transition-colors hover:decoration-current',
        className,
      )}
      {...rest}
    />
  )
}
