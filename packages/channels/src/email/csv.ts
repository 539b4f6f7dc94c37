/** A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it text. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => `"${harmless(cell).replaceAll('"', '""')}"`

/** RFC 4180 with a byte order mark, without which Excel misreads Chinese. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`
