'use client'

import type { ChannelTestId } from '@highwater/core'
import type { ChannelTestResult } from '@highwater/db/queries'
import { useEffect, useState } from 'react'

const askEveryMs = 400

interface RunningTest {
  readonly test: ChannelTestResult | null
  /** Seconds since it was asked for. */
  readonly waited: number
}

/** Watches a test until it is done; a lost connection is tried again, as the test goes on without us. */
export function useChannelTest(
  id: ChannelTestId | null,
  read: (id: ChannelTestId) => Promise<ChannelTestResult>,
): RunningTest {
  const [state, setState] = useState<RunningTest>({ test: null, waited: 0 })
  useEffect(() => {
    setState({ test: null, waited: 0 })
    if (id === null) return
    const start = performance.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false
    const ask = async () => {
      const test = await read(id).catch(() => null)
      if (ended) return
      const waited = Math.floor((performance.now() - start) / 1_000)
      setState((before) => ({ test: test ?? before.test, waited }))
      if (test?.state !== 'done') timer = setTimeout(ask, askEveryMs)
    }
    ask()
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [id, read])
  return state
}
