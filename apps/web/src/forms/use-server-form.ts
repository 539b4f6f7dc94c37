'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, startTransition, useEffect, useRef } from 'react'
import type { FormAction, FormState } from './form-state.ts'
import { useFormAnswer } from './use-form-answer.ts'

interface ServerForm<State extends FormState> {
  readonly state: State
  readonly pending: boolean
  /** To spread on the form. It posts by itself before scripts have loaded. */
  readonly formProps: Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>
}

const controls = 'input:not([type="hidden"]), select, textarea, button'

/** A form is longer than the screen, and why it was refused may stand where nobody looks. */
const showRefusal = (form: HTMLFormElement): void =>
  form.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })

/** After a refusal to the first fault; when the answer took the pressed button away, to what came. */
function moveFocus(form: HTMLFormElement, { outcome }: FormState): void {
  const at = document.activeElement
  const isLost = at === null || at === document.body
  if (!form.isConnected || !(isLost || form.contains(at))) return
  const fault = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (outcome === 'refused' && fault === null) showRefusal(form)
  if (outcome === 'refused' && fault !== null) fault.focus()
  else if (isLost) form.querySelector<HTMLElement>(controls)?.focus()
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
  const t = useTranslations('common.form')
  const { state, isPending, postBack, submit } = useFormAnswer(action, initial, (before) => ({
    ...before,
    answer: before.answer + 1,
    outcome: 'refused',
    error: t('unreached'),
    code: 'unexpected',
    fieldErrors: {},
  }))
  const seen = useRef(initial.answer)
  const posted = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.answer === seen.current) return
    seen.current = state.answer
    if (posted.current !== null) moveFocus(posted.current, state)
    onAnswer?.(state)
  })
  return {
    state,
    pending: isPending,
    formProps: {
      action: postBack,
      onSubmit: (event) => {
        event.preventDefault()
        if (isPending) return
        const { submitter } = event.nativeEvent as SubmitEvent
        posted.current = event.currentTarget
        const form = new FormData(event.currentTarget, submitter)
        startTransition(() => submit(form))
      },
    },
  }
}
