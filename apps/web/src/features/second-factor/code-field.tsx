import type { ReactNode } from 'react'
import { Field } from '~/ui/field.tsx'
import { TextInput } from '~/ui/text-input.tsx'

interface CodeFieldProps {
  readonly label: ReactNode
  readonly help: ReactNode
  readonly error?: string | undefined
}

/** Where a code is typed; phones offer the code of the app by themselves. */
export function CodeField({ label, help, error }: CodeFieldProps) {
  return (
    <Field label={label} help={help} required error={error}>
      {(control) => (
        <TextInput
          {...control}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          className="h-10 font-mono"
        />
      )}
    </Field>
  )
}
