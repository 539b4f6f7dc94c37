'use client'

import {
  type Action,
  type Actor,
  can,
  denialTexts,
  type ResourceFacts,
} from '@highwater/core/permissions'
import { useLocale } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'

const ViewerContext = createContext<Actor | null>(null)

interface ViewerProviderProps {
  readonly viewer: Actor
  readonly children: ReactNode
}

/** Tells the buttons of a page who looks at it. The server decides again when one is pressed. */
export function ViewerProvider({ viewer, children }: ViewerProviderProps) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

/** Why the viewer may not do something, in their language; null when they may. */
export function useRefusal(): (action: Action, resource: ResourceFacts) => string | null {
  const viewer = use(ViewerContext)
  if (viewer === null) throw new Error('useRefusal needs a ViewerProvider above it')
  const locale = useLocale()
  return (action, resource) => {
    const decision = can(viewer, action, resource)
    return decision.allowed ? null : denialTexts[decision.because][locale]
  }
}
