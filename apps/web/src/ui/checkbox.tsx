import { Check } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { ChoiceLabel } from './choice-label.tsx'
import { classNames } from './class-names.ts'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode
  readonly description?: ReactNode
}

export function Checkbox({ label, description, className, id, ...rest }: CheckboxProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  const box = (
    <span className="relative mt-0.5 grid size-4 shrink-0 place-items-center">
      <input
        type="checkbox"
        id={inputId}
        className={classNames(
          'peer size-4 appearance-none rounded-sm border border-control bg-surface transition-colors checked:border-accent-fill checked:bg-accent-fill disabled:opacity-55',
          className,
        )}
        {...rest}
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute size-3 text-on-accent opacity-0 peer-checked:opacity-100 forced-colors:text-[CanvasText]"
      />
    </span>
  )
  return <ChoiceLabel controlId={inputId} control={box} label={label} description={description} />
}
