import type { RenderedPayload } from '@highwater/channels/catalog'
import { Bot } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CodeBlock } from '~/ui/code-block.tsx'
import { MarkdownPreview } from './markdown-preview.tsx'

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function ChatBubble({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-2.5 rounded-lg bg-sunken p-3">
      <span className="grid size-8 shrink-0 place-items-center rounded-md bg-accent-fill text-on-accent">
        <Bot aria-hidden className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="mb-1 text-ink-faint text-xs">{name}</p>
        <div className="rounded-lg rounded-tl-sm border border-line bg-surface px-3 py-2.5">
          {children}
        </div>
      </div>
    </div>
  )
}

interface RenderedMessageProps {
  readonly preview: RenderedPayload['preview']
  /** The name under which it appears, such as the channel's. */
  readonly sender: string
}

/** A rendered message in the manner of the place where its reader finds it. */
export function RenderedMessage({ preview, sender }: RenderedMessageProps) {
  const t = useTranslations('channels.preview')
  const { format, title, body } = preview
  switch (format) {
    case 'markdown':
      return (
        <ChatBubble name={sender}>
          <MarkdownPreview text={body} />
        </ChatBubble>
      )
    case 'text':
      return (
        <ChatBubble name={sender}>
          <p className="wrap-anywhere whitespace-pre-wrap text-sm">{body}</p>
        </ChatBubble>
      )
    case 'html':
      return (
        <figure className="overflow-hidden rounded-lg border border-line">
          <figcaption className="border-line border-b bg-sunken px-3 py-2 font-medium text-sm">
            {title}
          </figcaption>
          {/* Mail readers show mail on white, whatever the theme of this page. */}
          <iframe
            title={t('mail')}
            sandbox=""
            srcDoc={body}
            className="h-80 w-full bg-[#ffffff] [color-scheme:light]"
          />
        </figure>
      )
    case 'json':
      return <CodeBlock subject={t('request')} code={prettyJson(body)} />
  }
}
