import type { ReactNode } from 'react'
import { Checkbox } from '~/ui/checkbox.tsx'

interface ChoiceListProps {
  /** The chosen values post as repeated values of this name. */
  readonly name: string
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly defaultValue: readonly string[]
}

/** Some of a few things, each with its box. */
export function ChoiceList({ name, label, help, options, defaultValue }: ChoiceListProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-sm">{label}</legend>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={defaultValue.includes(option.value)}
          />
        ))}
      </div>
      {help === undefined ? null : <p className="text-ink-faint text-xs">{help}</p>}
    </fieldset>
  )
}
