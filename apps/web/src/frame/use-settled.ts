'use client'

import { useEffect, useState } from 'react'

/** What was typed, once nothing has been typed for so many milliseconds. */
export function useSettled(typed: string, pauseMs: number): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, pauseMs])
  return settled
}
