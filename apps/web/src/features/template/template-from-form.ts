import type { MessageTemplate } from '@highwater/core/notify'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** The parts of a template as the form holds them. */
export const templateFromForm = (form: FormData): MessageTemplate => ({
  headline: textOf(form, 'headline'),
  text: textOf(form, 'text'),
  facts: textOf(form, 'facts'),
  detail: form.has('detail'),
})
