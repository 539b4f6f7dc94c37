import type { ReactNode } from 'react'

interface ChoiceLabelProps {
  readonly controlId: string
  readonly control: ReactNode
  readonly label: ReactNode
  readonly description?: ReactNode
}

/** The words beside a checkbox or switch; the whole line is its target. */
export function ChoiceLabel({ controlId, control, label, description }: ChoiceLabelProps) {
  return (
    <label htmlFor={controlId} className="flex items-start gap-2.5 py-0.5 text-base tap">
      {control}
      <span className="min-w-0 wrap-anywhere">
        <span className="block">{label}</span>
        {description === undefined ? null : (
          <span className="block text-ink-faint text-xs">{description}</span>
        )}
      </span>
    </label>
  )
}
