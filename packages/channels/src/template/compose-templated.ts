import type { AddressedMessage, MessageTemplate } from '@highwater/core/notify'
import { byteLength, clipToBytes } from '../text/bytes.ts'
import { oneLine } from '../text/clean.ts'
import type { ComposedMessage, Fact } from '../text/compose.ts'
import type { Variables } from '../text/variable-names.ts'
import { valuesOf } from '../text/variables.ts'
import { fillLine } from './fill.ts'
import { splitFact } from './split-fact.ts'
import { parseTemplate } from './syntax.ts'
import { variablesFor } from './variable-facts.ts'

/** UTF-8 bytes of a headline: as many as fit a list of messages, and never fewer than say something. */
const headlineBytes = { least: 60, most: 400 } as const

/** Gives pieces of text room in their order, until there is none left; the last one is cut. */
function roomFor(bytes: number): (text: string) => string {
  let left = bytes
  return (text) => {
    const kept = clipToBytes(text, Math.max(0, left))
    left -= byteLength(kept)
    return kept
  }
}

interface Filling {
  readonly template: MessageTemplate
  readonly values: Variables
  readonly dataBytes: number
  readonly lines: (source: string) => ReturnType<typeof parseTemplate>['pieces'][]
}

const sentencesOf = ({ template, values, dataBytes, lines }: Filling): string[] =>
  lines(template.text).flatMap((pieces) => fillLine(pieces, values, dataBytes) ?? [])

function factsOf({ template, values, dataBytes, lines }: Filling): Fact[] {
  return lines(template.facts).flatMap((pieces): Fact[] => {
    const split = splitFact(pieces)
    if (split === null) return []
    const label = fillLine(split.label, values, dataBytes)
    const value = fillLine(split.value, values, dataBytes)
    return label === null || value === null || value === '' ? [] : [{ name: 'own', label, value }]
  })
}

/**
 * A message in an administrator's words: each part of the built-in one is replaced, and all of it is
 * data to the format that escapes it. What a reader must not miss stays whatever the template says:
 * the notes (such as “may be a duplicate”), the id, a digest's alerts, and the link.
 */
export function composeTemplated(
  addressed: AddressedMessage,
  template: MessageTemplate,
  ownWords: ComposedMessage,
  dataBytes: number,
): ComposedMessage {
  const known = variablesFor(addressed.message.kind)
  const filling: Filling = {
    template,
    values: valuesOf(addressed, ownWords, dataBytes),
    dataBytes,
    lines: (source) =>
      source
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => parseTemplate(line, known).pieces),
  }
  const [headline = null] = filling
    .lines(template.headline)
    .map((pieces) => fillLine(pieces, filling.values, dataBytes))
  const longest = Math.max(headlineBytes.least, Math.min(dataBytes, headlineBytes.most))
  const fits = roomFor(dataBytes)
  const sentences = sentencesOf(filling)
    .map(fits)
    .filter((line) => line !== '')
  const facts = factsOf(filling)
    .map((fact) => ({ ...fact, label: fits(fact.label), value: fits(fact.value) }))
    .filter((fact) => fact.value !== '')
  // A template may say them itself, as far as there was room for them.
  const said = [...sentences, ...facts.map(({ value }) => value)]
  const notes = ownWords.sentences
    .slice(1)
    .filter((note) => !said.some((line) => line.includes(oneLine(note))))
  const id = ownWords.facts.filter(({ name }) => name === 'id')
  return {
    ...ownWords,
    headline: clipToBytes(headline ?? ownWords.headline, longest),
    sentences: [...(sentences.length > 0 ? sentences : ownWords.sentences.slice(0, 1)), ...notes],
    facts: [...facts, ...id],
    detail: template.detail ? ownWords.detail : null,
  }
}
