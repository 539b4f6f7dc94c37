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
import { creationRefusal } from '~/forms/creation-refusal.ts'

interface Viewer {
  readonly actor: Actor
  /** The address by which they sign in. */
  readonly account: string
}

const ViewerContext = createContext<Viewer | null>(null)

interface ViewerProviderProps {
  readonly viewer: Viewer
  readonly children: ReactNode
}

/** Tells the buttons of a page who looks at it. The server decides again when one is pressed. */
export function ViewerProvider({ viewer, children }: ViewerProviderProps) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

/** Who looks at the page. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext)
  if (viewer === null) throw new Error('useViewer needs a ViewerProvider above it')
  return viewer
}

/** Why the viewer may not do something, in their language; null when they may. */
export function useRefusal(): (action: Action, resource: ResourceFacts) => string | null {
  const { actor } = useViewer()
  const locale = useLocale()
  return (action, resource) => {
    const decision = can(actor, action, resource)
    return decision.allowed ? null : denialTexts[decision.because][locale]
  }
}

/** Why the viewer may make nothing of a sort anywhere, in their language; null when they may. */
export function useCreationRefusal(): (action: Action) => string | null {
  const { actor } = useViewer()
  const locale = useLocale()
  return (action) => creationRefusal(actor, action, locale)
}
