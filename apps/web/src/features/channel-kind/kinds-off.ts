import type { DepartmentId } from '@highwater/core'
import type { ChannelKindSwitch } from '@highwater/db/queries'

/**
 * The kinds of which nothing can be made in any of these places (null is the whole installation),
 * with the reason that was given.
 */
export function kindsOffIn(
  switches: readonly ChannelKindSwitch[],
  places: readonly (DepartmentId | null)[],
): ReadonlyMap<string, string> {
  const off = new Map<string, string>()
  for (const { kind, note, department } of switches) {
    const covered = places.every((place) =>
      switches.some(
        (each) => each.kind === kind && (each.department === null || each.department === place),
      ),
    )
    // What holds for everybody says why before what holds for a department.
    if (covered && (department === null || !off.has(kind))) off.set(kind, note)
  }
  return off
}
