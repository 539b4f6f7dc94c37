import type { ReceivedRequest } from './http-fake.ts'
import { createRateWindow } from './rate-window.ts'
import { at, parseObject, type RobotFake, startRobotFake, textAt } from './robot-fake.ts'

export interface TelegramFakeOptions {
  /** The bot's token; any token is known when absent. */
  readonly token?: string
  /** Chats that the bot is in; all when absent. */
  readonly chats?: readonly string[]
  /** Messages in any minute before 429; 20 unless told. */
  readonly perMinute?: number
}

/** What can be changed while the bot runs. */
export interface TelegramState {
  /** The group was upgraded and has this chat id now. */
  readonly movedTo: number
  readonly kicked: boolean
  /** Refuses every markup. */
  readonly readsNoMarkup: boolean
}

export type TelegramFake = RobotFake<TelegramState>

interface Refusal {
  readonly error_code: number
  readonly description: string
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
}

const bad = (description: string): Refusal => ({
  error_code: 400,
  description: `Bad Request: ${description}`,
})

const tag = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)>/g
const knownTags = new Set(['b', 'i', 'u', 's', 'a', 'code', 'pre'])

/** The text behind the markup; null when tags are unknown, unbalanced or signs not escaped. */
export function parseHtml(html: string): string | null {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(tag)) {
    if (!knownTags.has(name)) return null
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return null
  }
  const text = html.replace(tag, '')
  if (open.length > 0 || /[<>]|&(?!(amp|lt|gt|quot|#\d+);)/.test(text)) return null
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** A bot API that checks like the real one and keeps a journal. */
export function startTelegramFake(options: TelegramFakeOptions = {}): Promise<TelegramFake> {
  const rate = createRateWindow([{ count: options.perMinute ?? 20, perMs: 60_000 }], 30_000)

  function refuse(
    request: ReceivedRequest,
    state: Partial<TelegramState>,
    now: number,
  ): Refusal | null {
    const token = /^\/bot([^/]+)\/sendMessage$/.exec(request.url.pathname)?.[1]
    if (token === undefined) return { error_code: 404, description: 'Not Found' }
    if (options.token !== undefined && token !== options.token) {
      return { error_code: 401, description: 'Unauthorized' }
    }
    const body = parseObject(request.text)
    const chat = String(at(body, 'chat_id') ?? '')
    if (state.movedTo !== undefined && chat !== String(state.movedTo)) {
      return {
        ...bad('group chat was upgraded to a supergroup chat'),
        parameters: { migrate_to_chat_id: state.movedTo },
      }
    }
    if (state.movedTo === undefined && options.chats && !options.chats.includes(chat)) {
      return bad('chat not found')
    }
    if (state.kicked) {
      return { error_code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }
    }
    const text = textAt(body, 'text')
    if (text === '') return bad('message text is empty')
    const isMarkup = at(body, 'parse_mode') === 'HTML'
    const shown = isMarkup ? (state.readsNoMarkup ? null : parseHtml(text)) : text
    if (shown === null) return bad("can't parse entities: Unsupported start tag at byte offset 7")
    if (shown.length > 4_096) return bad('message is too long')
    if (rate(now) === 'room') return null
    return {
      error_code: 429,
      description: 'Too Many Requests: retry after 30',
      parameters: { retry_after: 30 },
    }
  }

  let messages = 0
  return startRobotFake<TelegramState>((request, state, now) => {
    const refusal = refuse(request, state, now)
    const body = parseObject(request.text)
    const text = textAt(body, 'text')
    if (refusal === null) messages += 1
    return {
      status: refusal?.error_code ?? 200,
      body: JSON.stringify(
        refusal === null
          ? { ok: true, result: { message_id: messages } }
          : { ok: false, ...refusal },
      ),
      accepted: refusal === null,
      text: at(body, 'parse_mode') === 'HTML' ? (parseHtml(text) ?? text) : text,
      warnings: /(^|[^\w])@\w/.test(parseHtml(text) ?? text)
        ? ['a mention stands in the text']
        : [],
    }
  })
}
