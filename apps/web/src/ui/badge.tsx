import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

const badgeStyle = cva('badge', {
  variants: {
    tone: {
      neutral: 'badge-neutral',
      accent: 'badge-accent',
      firing: 'badge-firing',
      amber: 'badge-amber',
      quiet: 'badge-quiet',
      stale: 'hatched badge-stale',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyle>['tone']>

interface BadgeProps extends ComponentProps<'span'> {
  readonly tone?: BadgeTone
}

export function Badge({ tone, className, ...rest }: BadgeProps) {
  const style = badgeStyle({ tone })
  return (
    <span className={className === undefined ? style : classNames(style, className)} {...rest} />
  )
}
