'use client'

declare global {
  interface Window {
    __webpack_nonce__?: string
  }
}

/**
 * Hands the document's nonce to the one library (under Radix dialogs) that adds a style element
 * while a page is locked against scrolling; it looks for the nonce under this global name. The
 * first one counts: a later rendering has a nonce of its own, but the document keeps its policy.
 */
export function StyleNonce({ nonce }: { readonly nonce: string }) {
  if (typeof window !== 'undefined') window.__webpack_nonce__ ??= nonce
  return null
}
