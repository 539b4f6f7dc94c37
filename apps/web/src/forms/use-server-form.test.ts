import { createElement } from 'react'
import { expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { type FormState, untouchedForm } from './form-state.ts'
import { useServerForm } from './use-server-form.ts'

/** Draws no field, as a form does of which a fault is about something that it only posts. */
function Fieldless({ posted }: { readonly posted: FormState }) {
  const { state } = useServerForm(async (before) => before, posted)
  return createElement('form', null, state.error)
}

test('what was refused without scripts says each fault as a whole, once', () => {
  const fieldErrors = { kind: 'Switched off.', department: 'Gone.', 'config.url': 'Switched off.' }
  const posted: FormState = { ...untouchedForm, answer: 1, outcome: 'refused', fieldErrors }
  expect(inLanguage('en', Fieldless, { posted })).toBe('<form>Switched off. Gone.</form>')
})

test('an untouched form says nothing', () => {
  expect(inLanguage('en', Fieldless, { posted: untouchedForm })).toBe('<form></form>')
})
