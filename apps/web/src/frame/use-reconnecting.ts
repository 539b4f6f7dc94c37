import { useEffect } from 'react'

const retryMs = 5_000

interface Stream {
  /** The browser has given the stream up: it tries again by itself only what broke on the way. */
  readonly isOver: boolean
  readonly hasSessionEnded: boolean
  readonly reset: () => void
}

/**
 * Opens a stream anew that was answered with an error. Without a session that is useless, until the
 * reader comes back to this page: they may have signed in in another tab.
 */
export function useReconnecting({ isOver, hasSessionEnded, reset }: Stream): void {
  useEffect(() => {
    if (!isOver) return
    if (!hasSessionEnded) {
      const timer = setTimeout(reset, retryMs)
      return () => clearTimeout(timer)
    }
    const comeBack = () => {
      if (document.visibilityState === 'visible') reset()
    }
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [isOver, hasSessionEnded, reset])
}
