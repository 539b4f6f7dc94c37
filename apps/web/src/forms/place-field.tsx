import { Field } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'

interface PlaceFieldProps {
  readonly label: string
  readonly help?: string
  /** The departments to choose from; the first is taken where there is nothing to choose. */
  readonly places: readonly { readonly value: string; readonly label: string }[]
  /** What exists already stays where it is. */
  readonly isFixed: boolean
  readonly error?: string | undefined
}

/** The department that something new belongs to; asked only of those who have a choice. */
export function PlaceField({ label, help, places, isFixed, error }: PlaceFieldProps) {
  if (isFixed || places.length < 2) {
    return <input type="hidden" name="department" value={places[0]?.value ?? ''} />
  }
  return (
    <Field label={label} help={help} required error={error}>
      {(control) => <Select {...control} name="department" options={places} />}
    </Field>
  )
}
