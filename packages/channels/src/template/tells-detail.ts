import type { MessageKind } from '@highwater/core/notify'

/** Whether messages of this kind can hold what the source said of the trouble. */
export const tellsDetail = (kind: MessageKind): boolean => kind === 'firing' || kind === 'repeat'
