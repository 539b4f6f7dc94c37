import { type MentionStrategy, widestMention } from '../person/addressed.ts'
import type { Intent } from './plan-batch.ts'

/** Whom a message calls by name: whom any of its subscriptions wants, and at an end nobody. */
export const mentionOf = ({ kind, by }: Pick<Intent, 'kind' | 'by'>): MentionStrategy =>
  kind === 'resolved' ? 'none' : widestMention(by.map(({ subscription }) => subscription.mention))
