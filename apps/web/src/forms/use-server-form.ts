'use client'

import { type ComponentProps, startTransition, useActionState, useEffect, useRef } from 'react'
import type { FormAction, FormState } from './form-state.ts'

interface ServerForm<State extends FormState> {
  readonly state: State
  readonly pending: boolean
  /** To spread on the form. It posts by itself before scripts have loaded. */
  readonly formProps: Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>
}

/**
 * A form with a server action that keeps what was typed: React empties a form after its action,
 * which would take a refused form's values from under the reader's hands.
 */
export function useServerForm<State extends FormState>(
  action: FormAction<State>,
  initial: Awaited<State>,
  onAnswer?: (state: State) => void,
): ServerForm<State> {
  const [state, dispatch, pending] = useActionState<State, FormData>(action, initial)
  const seen = useRef(initial.answer)
  useEffect(() => {
    if (state.answer === seen.current) return
    seen.current = state.answer
    onAnswer?.(state)
  })
  return {
    state,
    pending,
    formProps: {
      action: dispatch,
      onSubmit: (event) => {
        event.preventDefault()
        if (pending) return
        const { submitter } = event.nativeEvent as SubmitEvent
        const form = new FormData(event.currentTarget, submitter)
        startTransition(() => dispatch(form))
      },
    },
  }
}
