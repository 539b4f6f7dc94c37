import { textArray } from '../../client/array-literals.ts'
import { ArrayWriter } from '../../client/array-writer.ts'
import type { NotedProjects } from './noted-projects.ts'
import type { QuietColumns, QuietWords } from './quiet-columns.ts'
import type { ScannedFigures } from './scan-figures.ts'
import { type WaitingRows, waitingAt } from './waiting-rows.ts'

/** Used by one batch after the other: nothing here pauses. */
const writer = new ArrayWriter()

function writeRows(waiting: WaitingRows, write: (row: number) => void): string {
  writer.begin()
  for (let row = 0; row < waiting.count; row += 1) write(row)
  return writer.end()
}

function projectsOf(waiting: WaitingRows, figures: ScannedFigures, noted: NotedProjects): string {
  const { bytes, projectFrom, projectTo } = figures
  return writeRows(waiting, (row) => {
    const index = waiting.number(row, waitingAt.index)
    if (noted.namesIds) writer.plain(bytes, projectFrom[index] ?? 0, projectTo[index] ?? 0)
    else writer.text(noted.idOf(index))
  })
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
  const numbers = (column: (typeof waitingAt)[keyof typeof waitingAt]) =>
    writeRows(waiting, (row) => writer.number(waiting.number(row, column)))
  return {
    count: waiting.count,
    now,
    projects: projectsOf(waiting, figures, noted),
    versions: numbers(waitingAt.version),
    gauges: numbers(waitingAt.gauge),
    positions: numbers(waitingAt.position),
    ages: writeRows(waiting, (row) =>
      writer.number(now - waiting.number(row, waitingAt.observedAt)),
    ),
    intervals: numbers(waitingAt.usualInterval),
    looks: numbers(waitingAt.putOffTo),
    words: wordsOf(waiting, figures),
  }
}
