import { parseDurationText } from '~/ui/duration-text.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** An empty box says nothing. */
const filled = (text: string): string | undefined => (text === '' ? undefined : text)

/** Seconds; undefined for an empty box, NaN for what cannot be read, which the schema then refuses. */
function intervalOf(form: FormData): number | undefined {
  const reading = parseDurationText(textOf(form, 'expectedInterval'))
  if (reading.ok) return reading.seconds
  return reading.reason === 'empty' ? undefined : Number.NaN
}

/** What the form about a project holds; what was left empty is undefined. */
export function projectFormValues(form: FormData) {
  const source = filled(textOf(form, 'source'))
  const target = filled(textOf(form, 'target'))
  return {
    name: textOf(form, 'name'),
    externalKey: filled(textOf(form, 'externalKey')),
    department: filled(textOf(form, 'department')),
    owner: filled(textOf(form, 'owner')),
    maintainers: form.getAll('maintainers').map(String),
    source: source === undefined ? undefined : { type: source },
    target: target === undefined ? undefined : { type: target },
    tags: form
      .getAll('tags')
      .map((tag) => String(tag).trim())
      .filter((tag) => tag !== ''),
    expectedIntervalSeconds: intervalOf(form),
  }
}
