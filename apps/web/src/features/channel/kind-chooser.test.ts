import { locales } from '@highwater/core'
import { expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { KindChooser } from './kind-chooser.tsx'

test.each(locales)('a kind that no worker is set up for says what to set, in %s', (locale) => {
  const chooser = (leftOff: readonly string[], off: ReadonlyMap<string, string> = new Map()) =>
    inLanguage(locale, KindChooser, { off, leftOff })
  expect(chooser(['script'])).toContain('HIGHWATER_SCRIPT_DIRECTORY')
  expect(chooser([])).not.toContain('HIGHWATER_SCRIPT_DIRECTORY')
  const switched = chooser(['script'], new Map([['script', 'Not here']]))
  expect(switched).toContain('Not here')
  expect(switched).not.toContain('HIGHWATER_SCRIPT_DIRECTORY')
})
