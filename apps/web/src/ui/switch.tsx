import { type ComponentProps, type ReactNode, useId } from 'react'
import { ChoiceLabel } from './choice-label.tsx'
import { classNames } from './class-names.ts'

interface SwitchProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode
  readonly description?: ReactNode
}

/** Something on or off. A checkbox underneath, so that it posts with its form. */
export function Switch({ label, description, className, id, ...rest }: SwitchProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  const track = (
    <span className="relative mt-0.5 inline-flex h-4 w-7 shrink-0">
      <input
        type="checkbox"
        id={inputId}
        className={classNames(
          'peer h-4 w-7 appearance-none rounded-full border border-control bg-sunken transition-colors checked:border-accent-fill checked:bg-accent-fill disabled:opacity-55 forced-colors:checked:bg-[Highlight]',
          className,
        )}
        {...rest}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute top-1 left-1 size-2 rounded-full bg-control transition-[translate] peer-checked:translate-x-3 peer-checked:bg-on-accent forced-colors:bg-[CanvasText] forced-colors:peer-checked:bg-[HighlightText]"
      />
    </span>
  )
  return <ChoiceLabel controlId={inputId} control={track} label={label} description={description} />
}
