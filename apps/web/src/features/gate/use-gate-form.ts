'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, startTransition, useEffect, useRef } from 'react'
import { useFormAnswer } from '~/forms/use-form-answer.ts'
import type { GateFormState } from './gate-form-state.ts'

interface GateForm<State extends GateFormState> {
  readonly state: State
  /** To spread on the form. It posts by itself before scripts have loaded. */
  readonly formProps: Pick<ComponentProps<'form'>, 'ref' | 'action' | 'onSubmit'>
}

/**
 * A form before the console. It is as it was sent when no answer comes; refused passwords and codes
 * are typed anew.
 */
export function useGateForm<State extends GateFormState>(
  action: (before: State, form: FormData) => Promise<State>,
  initial: Awaited<State>,
): GateForm<Awaited<State>> {
  const t = useTranslations('signIn')
  const ref = useRef<HTMLFormElement>(null)
  const { state, isPending, postBack, submit } = useFormAnswer(action, initial, (before) => ({
    ...before,
    error: t('unreached'),
    fieldErrors: {},
    isUnreached: true,
  }))
  const seen = useRef(state)
  useEffect(() => {
    if (seen.current === state) return
    seen.current = state
    if (state.isUnreached !== true) ref.current?.reset()
  }, [state])
  return {
    state,
    formProps: {
      ref,
      action: postBack,
      onSubmit: (event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        if (!isPending) startTransition(() => submit(form))
      },
    },
  }
}
