import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'

/** What a field hands to its control, so that label, help and error belong to it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly required?: true
}

interface FieldProps {
  readonly label: ReactNode
  /** Where to find the value or what it does; stays visible beside an error. */
  readonly help?: ReactNode
  readonly error?: string | undefined
  /** Of the fault, where `error` says it in other words than the server: so it counts as said. */
  readonly path?: string
  readonly required?: boolean
  readonly children: (control: FieldControl) => ReactNode
}

/** Label, control, help and error as one thing, tied together for assistive technology. */
export function Field({ label, help, error, path, required = false, children }: FieldProps) {
  const t = useTranslations('common.form')
  const id = useId()
  const helpId = `${id}-help`
  const errorId = `${id}-error`
  const described = [error ? errorId : null, help ? helpId : null].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="flex items-baseline justify-between gap-2 font-medium text-sm">
        {label}
        {required ? null : (
          <span className="font-normal text-ink-faint text-xs">{t('optional')}</span>
        )}
      </label>
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(required ? { required: true } : {}),
      })}
      {error ? (
        <FieldError id={errorId} path={path}>
          {error}
        </FieldError>
      ) : null}
      {help ? (
        <p id={helpId} className="text-ink-faint text-xs">
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** The fault of a control, in words, under it. A refused form shows the first one. */
export function FieldError({
  id,
  path = '',
  children,
}: {
  readonly id: string
  readonly path?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <p id={id} data-fault={path} className="flex items-start gap-1 text-firing text-xs">
      <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      {children}
    </p>
  )
}
