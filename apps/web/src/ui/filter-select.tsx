import { Select } from './select.tsx'

interface FilterSelectProps {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** What no choice means; left out where a choice must be made. */
  readonly any?: string
}

/** One filter of a list; unset it shows its own name, so that no label is needed above it. */
export function FilterSelect({ name, label, value, options, any }: FilterSelectProps) {
  const none = any === undefined ? [] : [{ value: '', label: `${label}: ${any}` }]
  return (
    <span className="max-w-64 max-sm:shrink-0">
      <Select
        key={value ?? ''}
        name={name}
        aria-label={label}
        defaultValue={value ?? ''}
        options={[...none, ...options]}
      />
    </span>
  )
}
