import { type CodeRow, rejected, transient } from '../outcome/code-table.ts'

/** Slack answers a refusal with one word as the whole body. */
export const rows: readonly CodeRow<string>[] = [
  {
    codes: ['no_service', 'no_team', 'invalid_token', 'no_active_hooks', 'team_disabled'],
    verdict: rejected('credentials', 'webhook-revoked'),
  },
  {
    codes: ['action_prohibited', 'posting_to_general_channel_denied'],
    verdict: rejected('settings', 'posting-prohibited'),
  },
  { codes: ['channel_not_found'], verdict: rejected('settings', 'conversation-missing') },
  { codes: ['channel_is_archived'], verdict: rejected('settings', 'conversation-archived') },
  { codes: ['user_not_found'], verdict: rejected('content', 'person-unknown') },
  {
    codes: ['invalid_payload', 'no_text', 'too_many_attachments', 'invalid_blocks'],
    verdict: rejected('content', 'malformed-request'),
  },
  { codes: ['rollup_error'], verdict: transient('provider-busy') },
]

/** The word of an answer, if it is one that is listed. */
export function listedWord(text: string): string | null {
  const word = /^[a-z_]+/.exec(text.trim())?.[0] ?? ''
  return rows.some((row) => row.codes.includes(word)) ? word : null
}
