import type { FieldSpec } from '@highwater/channels/catalog'
import { jsonOf } from './typed-json.ts'

type Settings = Record<string, unknown>

/** What a form of fields says; null takes a value away, a secret left out stays as it is. */
export interface SubmittedSettings {
  readonly config: Settings
  readonly secrets: Settings
}

/** The name of the checkbox that takes away a stored secret. */
export const removalName = (path: string): string => `remove.${path}`

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : ''))

/** Digits become a number; anything else stays a text, so that the schema can say what is wrong. */
const numberOf = (text: string): unknown => (/^\d+$/.test(text.trim()) ? Number(text) : text.trim())

function pairsOf(form: FormData, name: string): Settings | null {
  const keys = textsOf(form, `${name}.key`)
  const values = textsOf(form, `${name}.value`)
  const pairs = keys.map((key, index) => [key, values[index] ?? ''] as const)
  const filled = pairs.filter(([key, value]) => key !== '' || value !== '')
  return filled.length === 0 ? null : Object.fromEntries(filled)
}

/** The JSON that an answer must contain is written as JSON writes it; anything else is a text. */
const asJson = (pairs: Settings | null): Settings | null =>
  pairs &&
  Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, jsonOf(String(value))]))

function listOf(form: FormData, { path }: FieldSpec): unknown[] | null {
  const entries = textsOf(form, path).filter((entry) => entry !== '')
  if (entries.length === 0) return null
  return path.endsWith('.status') ? entries.map(numberOf) : entries
}

function submittedValue(form: FormData, field: FieldSpec): unknown {
  const { path, input } = field
  switch (input) {
    case 'switch':
      return form.has(path)
    case 'list':
      return listOf(form, field)
    case 'keyvalue':
      return path.endsWith('.json') ? asJson(pairsOf(form, path)) : pairsOf(form, path)
    case 'number':
      return textOf(form, path) === '' ? null : numberOf(textOf(form, path))
    case 'cluster':
    case 'text':
    case 'password':
    case 'select':
    case 'textarea':
    case 'url':
      return textOf(form, path) === '' ? null : textOf(form, path)
  }
}

function put(settings: Settings, keys: readonly string[], value: unknown): void {
  const [key = '', ...rest] = keys
  if (rest.length === 0) {
    settings[key] = value
    return
  }
  const inner = (settings[key] ?? {}) as Settings
  if (value !== null) put(inner, rest, value)
  settings[key] = Object.keys(inner).length === 0 ? null : inner
}

/** Whether a field is drawn, given the values of the fields that decide. */
export const isShown = (field: FieldSpec, valueAt: (path: string) => string): boolean =>
  field.showWhen === undefined || field.showWhen.oneOf.includes(valueAt(field.showWhen.path))

/** Reads a form that was drawn from these fields. */
export function settingsFromForm(fields: readonly FieldSpec[], form: FormData): SubmittedSettings {
  const submitted: SubmittedSettings = { config: {}, secrets: {} }
  for (const field of fields) {
    const [root = '', ...keys] = field.path.split('.')
    const shown = isShown(field, (path) => textOf(form, path))
    const value = shown ? submittedValue(form, field) : null
    if (root === 'config') put(submitted.config, keys, value)
    else if (value !== null) put(submitted.secrets, keys, value)
    else if (!shown || form.has(removalName(field.path))) put(submitted.secrets, keys, null)
  }
  return submitted
}
