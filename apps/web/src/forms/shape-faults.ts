const nouns: Readonly<Record<string, string>> = {
  'a text': '文本',
  'a number': '数字',
  'a whole number': '整数',
  'true or false': ' true 或 false',
  'a list': '列表',
  'an object': '对象',
  null: 'null',
}
const units: Readonly<Record<string, string>> = { character: ' 个字符', entr: ' 项' }
const bounds: Readonly<Record<string, string>> = {
  'at most': '不超过',
  'at least': '不少于',
  'less than': '小于',
  'more than': '大于',
}

const mustBe = /^This must be (.+)\.$/
/** One of what may stand there: a noun, or a value in quotes. */
const allowed =
  /a text|a whole number|a number|true or false|a list|an object|null|"(?:[^"\\]|\\.)*"/g
const size = /^Use (at most|at least|less than|more than) (-?[\d.]+)(?: (character|entr)\w*)?\.$/
const multiple = /^Use a multiple of ([\d.]+)\.$/

/** The Chinese of what a value must be where its rule has no words of its own; null where it is none. */
export function chineseShapeFault(message: string): string | null {
  const [, choices] = mustBe.exec(message) ?? []
  if (choices !== undefined) {
    const named = choices.match(allowed)?.map((choice) => nouns[choice] ?? choice) ?? []
    return named.length === 0 ? null : `必须是${named.join('或')}。`
  }
  const [, bound = '', count, unit = ''] = size.exec(message) ?? []
  if (count !== undefined) return `须${bounds[bound] ?? ''} ${count}${units[unit] ?? ''}。`
  const [, divisor] = multiple.exec(message) ?? []
  return divisor === undefined ? null : `须为 ${divisor} 的倍数。`
}
