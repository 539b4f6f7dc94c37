import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

// Our type scale has sizes that the library would otherwise take for colours.
const merge = extendTailwindMerge({
  extend: { theme: { text: ['2xs', 'xs', 'sm', 'base', 'lg', 'xl'] } },
})

/** Joins class names; of two that set the same property the later one wins. */
export const classNames = (...values: readonly ClassValue[]): string => merge(clsx(values))
