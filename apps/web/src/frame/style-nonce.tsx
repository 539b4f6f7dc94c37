'use client'

/**
 * Hands this request's nonce to the one library (under Radix dialogs) that adds a style element
 * while a page is locked against scrolling; it looks for the nonce under this global name.
 */
export function StyleNonce({ nonce }: { readonly nonce: string }) {
  if (typeof window !== 'undefined') Object.assign(window, { __webpack_nonce__: nonce })
  return null
}
