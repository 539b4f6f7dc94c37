const argumentStart = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,|(?=})))?/

/** The arguments of an ICU message as `name` or `name:type`, sorted, each once, nested ones included. */
export function messageArguments(message: string): string[] {
  const found = new Set<string>()
  for (let at = message.indexOf('{'); at !== -1; at = message.indexOf('{', at + 1)) {
    // An option's body, as in `one {# row}`, also stands in braces, but behind a selector word.
    if (/(?:\b(?:zero|one|two|few|many|other)|=\d+)\s*$/.test(message.slice(0, at))) continue
    const [, name, type] = argumentStart.exec(message.slice(at + 1)) ?? []
    if (name !== undefined) found.add(type === undefined ? name : `${name}:${type}`)
  }
  return [...found].sort()
}
