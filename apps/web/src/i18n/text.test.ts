import { readdirSync, readFileSync } from 'node:fs'
import { locales } from '@highwater/core'
import { type AbstractIntlMessages, createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { messageArguments } from './message-arguments.ts'

const folder = new URL('../text/', import.meta.url)
const files = (locale: string) => readdirSync(new URL(`${locale}/`, folder)).sort()
const load = (locale: string, file: string): AbstractIntlMessages =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8'))

function flatten(texts: AbstractIntlMessages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text)
  }
  return flat
}

/** What a component puts into a sentence, such as a time that counts on. */
const tagsIn = (text: string): string[] =>
  [...text.matchAll(/<(\w+)>/g)].flatMap(([, tag]) => tag ?? [])

test('both languages have the same text files', () => {
  expect(files('zh-CN')).toEqual(files('en'))
})

test.each(files('en'))('%s has the same keys and arguments in both languages', (file) => {
  const english = flatten(load('en', file))
  const chinese = flatten(load('zh-CN', file))
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [key, text] of english) {
    expect(messageArguments(chinese.get(key) ?? ''), key).toEqual(messageArguments(text))
  }
})

test.each(locales)('every text of %s is a message that can be formatted', (locale) => {
  for (const file of files(locale)) {
    for (const [key, text] of flatten(load(locale, file))) {
      const translate = createTranslator({
        locale,
        timeZone: 'UTC',
        messages: { message: text },
        onError: (error) => {
          throw error
        },
      })
      const values = messageArguments(text).map((argument) => [argument.split(':')[0], 2])
      const formatted = translate.markup('message', {
        ...Object.fromEntries(values),
        ...Object.fromEntries(tagsIn(text).map((tag) => [tag, () => tag])),
      })
      expect(formatted.trim(), `${file} ${key}`).not.toBe('')
    }
  }
})

test('arguments are found beside and inside plurals', () => {
  expect(
    messageArguments('{count, plural, one {# of {total}} other {# of {total}}}, {name}'),
  ).toEqual(['count:plural', 'name', 'total'])
})
