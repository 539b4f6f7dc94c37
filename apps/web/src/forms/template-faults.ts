const placed = /^(?:Line (\d+), column (\d+)|Line (\d+)|Column (\d+)): (.*)$/i
const unknown = /^There is no variable (\$\{.*?\})\.(?: Did you mean (\$\{\w+\})\?)?$/
const elsewhere =
  /^(\$\{.*?\}) has no value in messages of this kind\.(?: Did you mean (\$\{\w+\})\?)?$/

const plain: Readonly<Record<string, string>> = {
  'Write the name of a variable between the braces.': '请在大括号中填写变量名。',
  'A variable is not closed: write }.': '变量没有结束，缺少 }。',
  'write a label, a colon and a value.': '请写成“名称：值”的形式。',
}

const meant = (name: string | undefined): string => (name === undefined ? '' : `是否要用 ${name}？`)

function complaint(message: string): string | null {
  const [, name, near] = unknown.exec(message) ?? []
  if (name !== undefined) return `没有变量 ${name}。${meant(near)}`
  const [, foreign, other] = elsewhere.exec(message) ?? []
  if (foreign !== undefined) return `${foreign} 在这类消息中没有值。${meant(other)}`
  return plain[message] ?? null
}

/** The Chinese of what is wrong with a template, with its place; null where it is about none. */
export function chineseTemplateFault(message: string): string | null {
  const [, line, column, onlyLine, onlyColumn, rest = ''] = placed.exec(message) ?? []
  const said = complaint(rest)
  if (said === null) return null
  if (line !== undefined) return `第 ${line} 行第 ${column} 列：${said}`
  return onlyLine === undefined ? `第 ${onlyColumn} 列：${said}` : `第 ${onlyLine} 行：${said}`
}
