import { isVariableName, type VariableName } from '../text/variable-names.ts'

export type TemplatePiece = { readonly text: string } | { readonly variable: VariableName }

export interface SyntaxFault {
  /** Both count from 1; a column is a UTF-16 unit, as in an input field. */
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface ParsedTemplate {
  readonly pieces: readonly TemplatePiece[]
  readonly faults: readonly SyntaxFault[]
}

const variable = /\$\{([^{}\n]*)(\}?)/g

/** How many single changes of letters make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known name that was probably meant; null when none is near. */
export function nearestName(name: string, known: readonly VariableName[]): VariableName | null {
  const wanted = name.trim().toLowerCase().replaceAll('-', '_')
  const near = known
    .map((each) => ({ each, far: distance(wanted, each) }))
    .sort((a, b) => a.far - b.far)[0]
  if (near !== undefined && near.far <= Math.max(1, Math.floor(near.each.length / 3))) {
    return near.each
  }
  return wanted.length < 3 ? null : (known.find((each) => each.includes(wanted)) ?? null)
}

/** Why a name cannot stand here; `elsewhere` is a name that only other kinds of message have. */
function complaint(name: string, known: readonly VariableName[]): string {
  if (name.trim() === '') return 'Write the name of a variable between the braces.'
  const meant = nearestName(name, known)
  const hint = meant === null ? '' : ` Did you mean \${${meant}}?`
  return isVariableName(name)
    ? `\${${name}} has no value in messages of this kind.${hint}`
    : `There is no variable \${${name}}.${hint}`
}

/** Splits a template into text and variables; only the `known` names may stand in it. */
export function parseTemplate(source: string, known: readonly VariableName[]): ParsedTemplate {
  const pieces: TemplatePiece[] = []
  const faults: SyntaxFault[] = []
  const faultAt = (offset: number, message: string) => {
    const before = source.slice(0, offset).split('\n')
    faults.push({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message })
  }
  let end = 0
  for (const match of source.matchAll(variable)) {
    const [whole, name = '', closed] = match
    if (match.index > end) pieces.push({ text: source.slice(end, match.index) })
    end = match.index + whole.length
    const found = known.find((each) => each === name)
    if (found !== undefined && closed !== '') pieces.push({ variable: found })
    else {
      pieces.push({ text: whole })
      faultAt(
        match.index,
        closed === '' ? 'A variable is not closed: write }.' : complaint(name, known),
      )
    }
  }
  if (end < source.length) pieces.push({ text: source.slice(end) })
  return { pieces, faults }
}
