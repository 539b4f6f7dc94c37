'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import { type ProjectAction, type ProjectFormState, untouched } from './project-form-state.ts'

interface ProjectForm {
  readonly state: ProjectFormState
  readonly form: {
    readonly action: (form: FormData) => void
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
    readonly 'aria-busy': boolean
  }
}

/** A form whose content survives a refusal: React would empty it after its action. */
export function useProjectForm(action: ProjectAction): ProjectForm {
  const [state, submit, isPending] = useActionState(action, untouched)
  return {
    state,
    form: {
      action: submit,
      'aria-busy': isPending,
      onSubmit(event) {
        event.preventDefault()
        const content = new FormData(event.currentTarget)
        if (!isPending) startTransition(() => submit(content))
      },
    },
  }
}
