import { cva, type VariantProps } from 'class-variance-authority'

/** The look of everything that is pressed, be it a button or a link. */
export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors tap disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        primary:
          'border-transparent bg-accent-fill text-on-accent not-disabled:hover:bg-accent-fill-hover',
        secondary:
          'border-line-strong bg-surface text-ink not-disabled:hover:border-control not-disabled:hover:bg-hover',
        ghost:
          'border-transparent bg-transparent text-ink-muted not-disabled:hover:bg-hover not-disabled:hover:text-ink',
        danger:
          'border-firing-line bg-surface text-firing not-disabled:hover:border-firing not-disabled:hover:bg-firing-soft',
      },
      size: {
        sm: 'h-7 px-2 text-sm',
        md: 'h-8 px-3 text-base',
        lg: 'h-10 px-4 text-base',
      },
    },
    defaultVariants: { tone: 'secondary', size: 'md' },
  },
)

export type ButtonStyle = VariantProps<typeof buttonStyle>
