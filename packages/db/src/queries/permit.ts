import { AppError } from '@highwater/core'
import { type Action, type Actor, can, denialTexts } from '@highwater/core/permissions'

/** @throws AppError `forbidden` for reads that a role or scope opens as a whole */
export function permit(viewer: Actor, action: Action): void {
  const decision = can(viewer, action, {})
  if (!decision.allowed) throw new AppError('forbidden', denialTexts[decision.because].en)
}
