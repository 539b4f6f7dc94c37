'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { useToast } from '~/ui/toast.tsx'
import { type FormAction, type FormState, untouchedForm } from './form-state.ts'
import { useServerForm } from './use-server-form.ts'

interface ActionFormProps {
  readonly action: FormAction
  /** Posted with the button. */
  readonly values: Readonly<Record<string, string>>
  /** Said when it is done; left out where the page itself shows the change. */
  readonly done?: string
  readonly children: ReactNode
  readonly className?: string
  /** Whoever listens says a refusal where it was asked; otherwise a toast does. */
  readonly onAnswer?: (state: FormState) => void
}

/** A button that changes one thing: a form of its own, so that it works before scripts have loaded. */
export function ActionForm(props: ActionFormProps) {
  const { action, values, done, children, className, onAnswer } = props
  const toast = useToast()
  const id = useId()
  // What was promised when it was pressed: by the time of the answer the page shows the new state.
  const promised = useRef(done)
  const { state, formProps } = useServerForm(action, untouchedForm, (answer) => {
    onAnswer?.(answer)
    if (answer.outcome === 'refused') {
      if (onAnswer === undefined) toast({ title: refusalOf(answer), tone: 'failed' })
    } else if (promised.current !== undefined) toast({ title: promised.current })
  })
  // Posted without scripts its answer was there from the start, and no toast says it.
  const [atFirst] = useState(state.answer)
  return (
    <form
      {...formProps}
      onSubmit={(event) => {
        promised.current = done
        formProps.onSubmit?.(event)
      }}
      className={className}
      aria-describedby={state.error ? id : undefined}
    >
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {state.outcome === 'refused' ? (
        <span id={id} className={state.answer === atFirst ? 'text-firing text-xs' : 'sr-only'}>
          {refusalOf(state)}
        </span>
      ) : null}
    </form>
  )
}

/** A refusal in one sentence, wherever it was said. */
export const refusalOf = (state: FormState): string =>
  state.error ?? Object.values(state.fieldErrors)[0] ?? ''
