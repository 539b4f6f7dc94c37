import { execFileSync } from 'node:child_process'

interface ProcessRow {
  readonly pid: number
  readonly parent: number
  readonly kilobytes: number
}

function readProcesses(): ProcessRow[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number)
      return { pid, parent, kilobytes }
    })
}

function sumOf(pid: number, rows: readonly ProcessRow[]): number {
  const own = rows.find((row) => row.pid === pid)?.kilobytes ?? 0
  const children = rows.filter((row) => row.parent === pid)
  return children.reduce((sum, child) => sum + sumOf(child.pid, rows), own)
}

/** Megabytes of memory in which a program and all it started reside. */
export const residentMB = (pid: number): number => sumOf(pid, readProcesses()) / 1_024
