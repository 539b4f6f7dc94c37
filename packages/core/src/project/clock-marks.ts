/**
 * Which of the last five observations were ahead of our clock, one bit each, the newest lowest: one
 * odd observation proves nothing about a clock, three of five do (S3).
 */
export type ClockMarks = number

const kept = 0b11111
const persistent = 3

export const markClock = (marks: ClockMarks, isAhead: boolean): ClockMarks =>
  ((marks << 1) | (isAhead ? 1 : 0)) & kept

export function isPersistentlyAhead(marks: ClockMarks): boolean {
  let ahead = 0
  for (let rest = marks & kept; rest > 0; rest >>= 1) ahead += rest & 1
  return ahead >= persistent
}
