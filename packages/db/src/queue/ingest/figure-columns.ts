import { textArray } from '../../client/array-literals.ts'
import { type BinaryArray, BinaryArrayWriter } from '../../client/binary-arrays.ts'
import type { NotedProjects } from './noted-projects.ts'
import type { QuietColumns, QuietWords } from './quiet-columns.ts'
import type { ScannedFigures } from './scan-figures.ts'
import { type WaitingColumn, type WaitingRows, waitingAt } from './waiting-rows.ts'

function numbersOf(
  waiting: WaitingRows,
  type: 'int' | 'bigint' | 'float8',
  read: (row: number) => number,
): BinaryArray {
  const writer = new BinaryArrayWriter(type, waiting.count)
  for (let row = 0; row < waiting.count; row += 1) writer.number(read(row))
  return writer.end()
}

function projectsOf(
  waiting: WaitingRows,
  { bytes, projectFrom }: ScannedFigures,
  noted: NotedProjects,
): BinaryArray {
  const writer = new BinaryArrayWriter('uuid', waiting.count)
  for (let row = 0; row < waiting.count; row += 1) {
    const index = waiting.number(row, waitingAt.index)
    if (noted.namesIds) writer.uuid(bytes, projectFrom[index] ?? 0)
    else writer.uuid(Buffer.from(noted.idOf(index), 'latin1'), 0)
  }
  return writer.end()
}

function wordsOf(waiting: WaitingRows, { ids, states }: ScannedFigures): QuietWords | null {
  if (ids === null && states === null) return null
  const texts = (column: readonly (string | null)[] | null) =>
    textArray(
      Array.from(
        { length: waiting.count },
        (_, row) => column?.[waiting.number(row, waitingAt.index)] ?? null,
      ),
    )
  return { signalIds: texts(ids), states: texts(states), steps: '{}', messages: '{}' }
}

/** What `columnsOf` makes of quiet rows, of figures that were judged in order: straight from their numbers and bytes. */
export function figureColumns(
  waiting: WaitingRows,
  figures: ScannedFigures,
  noted: NotedProjects,
): QuietColumns {
  const now = waiting.receivedAt
  const numbers = (type: 'int' | 'bigint' | 'float8', column: WaitingColumn) =>
    numbersOf(waiting, type, (row) => waiting.number(row, column))
  return {
    count: waiting.count,
    now,
    projects: projectsOf(waiting, figures, noted),
    versions: numbers('int', waitingAt.version),
    gauges: numbers('bigint', waitingAt.gauge),
    positions: numbers('float8', waitingAt.position),
    ages: numbersOf(waiting, 'bigint', (row) => now - waiting.number(row, waitingAt.observedAt)),
    intervals: numbers('bigint', waitingAt.usualInterval),
    looks: numbers('float8', waitingAt.putOffTo),
    words: wordsOf(waiting, figures),
  }
}
