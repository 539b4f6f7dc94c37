import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { PageLink } from './page-link.tsx'

/** A link inside text or a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof PageLink>) {
  return (
    <PageLink
      className={classNames(
        'rounded-sm text-accent underline decoration-accent-line underline-offset-2 transition-colors hover:decoration-current',
        className,
      )}
      {...rest}
    />
  )
}
