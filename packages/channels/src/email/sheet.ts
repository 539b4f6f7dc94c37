import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { clipToBytes } from '../text/bytes.ts'

/** A spreadsheet refuses a cell of more than 32,767 characters. */
const longestCell = 32_000

/** A workbook is a ZIP archive; with the time of writing in it, no repeat would be the same. */
const noTime = '1980-01-01T00:00:00'

/**
 * An .xlsx workbook of one sheet, its first column bold. Every cell is text, so that nothing that
 * begins like a formula is one. The same rows make the same bytes.
 */
export async function writeSheet(
  name: string,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((text, column) => ({
      value: clipToBytes(text, longestCell),
      type: String,
      wrap: true,
      alignVertical: 'top' as const,
      ...(column === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  )
  const columns = [{ width: 24 }, { width: 80 }]
  const workbook = await writeXlsxFile(cells, { sheet: name, columns }).toBuffer()
  return zipSync(unzipSync(workbook), { mtime: noTime })
}
