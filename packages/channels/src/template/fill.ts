import { clipToBytes } from '../text/bytes.ts'
import { oneLine } from '../text/clean.ts'
import { jsonVariables, type VariableName, type Variables } from '../text/variable-names.ts'
import type { TemplatePiece } from './syntax.ts'

/** A value longer than this tells a reader nothing more within a line. */
const longestValue = 600

/** What a reader sees of a variable: a number that is not there is nothing, not `null`. */
function shownValue(name: VariableName, values: Variables, dataBytes: number): string {
  const value = values[name]
  if (jsonVariables.has(name) && value === 'null') return ''
  return clipToBytes(oneLine(value), Math.min(dataBytes, longestValue))
}

/** One line with its values put in; null where its variables are all empty, or nothing can be seen. */
export function fillLine(
  pieces: readonly TemplatePiece[],
  values: Variables,
  dataBytes: number,
): string | null {
  const asked = pieces.filter((piece) => 'variable' in piece)
  const filled = pieces.map((piece) =>
    'text' in piece ? piece.text : shownValue(piece.variable, values, dataBytes),
  )
  const isEmpty =
    asked.length > 0 &&
    asked.every(({ variable }) => shownValue(variable, values, Number.POSITIVE_INFINITY) === '')
  const line = oneLine(filled.join(''))
  return isEmpty || line === '' ? null : line
}
