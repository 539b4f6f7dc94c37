import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'

/** Follows a plain link within the page; a list of fifty needs one of these, not fifty of Next's links. */
export function useFollow(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const router = useRouter()
  return (event) => {
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event
    if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return
    event.preventDefault()
    router.push(event.currentTarget.pathname)
  }
}
