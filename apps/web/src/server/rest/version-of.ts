import { AppError } from '@highwater/core'

/**
 * The number in a path.
 * @throws AppError `not_found` for what is no number of a version
 */
export function versionOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new AppError('not_found', `There is no version "${text}".`)
}
