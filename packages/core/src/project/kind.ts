/** What a watched project does; OMS has the same two. */
export const projectKinds = ['migration', 'synchronization'] as const
export type ProjectKind = (typeof projectKinds)[number]
