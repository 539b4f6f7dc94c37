import { seconds } from '@highwater/core'
import {
  type CodeRow,
  readCode,
  rejected,
  throttledFor,
  transient,
  type Verdict,
} from '../outcome/code-table.ts'

const rows: readonly CodeRow[] = [
  { codes: [429], verdict: throttledFor(seconds(30)) },
  { codes: [400], text: /too long/i, verdict: rejected('content', 'too-long') },
  {
    codes: [400, 403, 404],
    text: /chat not found|chat_id is empty|group chat was upgraded|thread not found/i,
    verdict: rejected('settings', 'chat-unknown'),
  },
  {
    codes: [400, 403],
    text: /blocked|kicked|deactivated|not a member|not enough rights|have no rights|need administrator|no write access|CHAT_RESTRICTED|TOPIC_CLOSED|forbidden/i,
    verdict: rejected('settings', 'bot-shut-out'),
  },
  { codes: [403], verdict: rejected('settings', 'bot-shut-out') },
  { codes: [401, 404], verdict: rejected('credentials', 'bot-unknown') },
  { codes: [400], verdict: rejected('content', 'malformed-request') },
]

/** What an `error_code` means together with its description. */
export const verdictOf = (code: number, text: string): Verdict =>
  code >= 500 ? transient('server-error') : readCode(rows, code, text)

/** Whether the description says that the markup itself could not be read. */
export const isMarkupFault = (code: number, text: string): boolean =>
  code === 400 && /can't parse entities/i.test(text)
