import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface RadioCard {
  readonly value: string
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly icon?: ReactNode
  /** A short remark at the top right, such as "current". */
  readonly note?: ReactNode
  readonly disabled?: boolean
}

interface RadioCardsProps {
  readonly legend: ReactNode
  readonly hideLegend?: boolean
  readonly name: string
  readonly cards: readonly RadioCard[]
  readonly defaultValue?: string | undefined
  readonly onValueChange?: (value: string) => void
  readonly className?: string
}

/** One of a few choices that need more than a word each. */
export function RadioCards(props: RadioCardsProps) {
  const { legend, hideLegend = false, name, cards, defaultValue, onValueChange, className } = props
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? 'sr-only' : 'mb-2 font-medium text-sm'}>{legend}</legend>
      <div className={classNames('grid grid-cols-1 gap-2 sm:grid-cols-2', className)}>
        {cards.map(({ value, title, description, icon, note, disabled = false }) => (
          <label
            key={value}
            className="relative flex gap-3 rounded-lg border border-line-strong bg-surface p-3 transition-colors hover:border-control has-checked:border-accent has-disabled:cursor-not-allowed has-checked:bg-accent-soft has-disabled:opacity-55 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              disabled={disabled}
              defaultChecked={value === defaultValue}
              onChange={onValueChange === undefined ? undefined : () => onValueChange(value)}
              className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface outline-none checked:border-[5px] checked:border-accent-fill"
            />
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-2 font-medium">
                {icon}
                {title}
                {note === undefined ? null : (
                  <span className="ml-auto font-normal text-ink-muted text-xs">{note}</span>
                )}
              </span>
              {description === undefined ? null : (
                <span className="mt-1 block text-ink-muted text-sm">{description}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
