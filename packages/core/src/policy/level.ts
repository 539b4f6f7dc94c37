/** The levels with thresholds, strictest first: the order in which P2 of the product's rules compares them. */
export const guardedLevels = ['high', 'medium', 'low'] as const
export type GuardedLevel = (typeof guardedLevels)[number]

/** How closely a project is watched; `none` ("No Protection") never alerts. */
export const protectionLevels = [...guardedLevels, 'none'] as const
export type ProtectionLevel = (typeof protectionLevels)[number]

/** A new project has this level unless its creator or department says otherwise. */
export const defaultProtectionLevel: ProtectionLevel = 'low'

export const isStricter = (level: ProtectionLevel, than: ProtectionLevel): boolean =>
  protectionLevels.indexOf(level) < protectionLevels.indexOf(than)
