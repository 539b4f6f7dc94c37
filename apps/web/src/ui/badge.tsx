import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

const badgeStyle = cva('badge', {
  variants: {
    tone: {
      neutral: 'border-line bg-sunken text-ink-muted',
      accent: 'border-accent-line bg-accent-soft text-accent',
      firing: 'border-firing-line bg-firing-soft text-firing',
      amber: 'border-amber-line bg-amber-soft text-amber',
      quiet: 'border-quiet-line bg-quiet-soft text-quiet',
      stale: 'hatched border-stale-line bg-stale-soft text-stale',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyle>['tone']>

interface BadgeProps extends ComponentProps<'span'> {
  readonly tone?: BadgeTone
}

export function Badge({ tone, className, ...rest }: BadgeProps) {
  return <span className={classNames(badgeStyle({ tone }), className)} {...rest} />
}
