import type { ResponseCheck } from './config.ts'

const isWebPage = (text: string): boolean => /^\s*(<!doctype html|<html)\b/i.test(text)

/**
 * Whether an answer is more likely somebody else's: the page of a sign-in or of a proxy, where no
 * rule of the check says how the receiver's own answers look.
 */
export const isForeignPage = (text: string, check: ResponseCheck | undefined): boolean =>
  isWebPage(text) && Object.values(check ?? {}).every((rule) => rule === undefined)
