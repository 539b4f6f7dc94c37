/** Bodies that a robot takes, as far as we write them. */
interface PlainText {
  readonly tag: 'plain_text'
  readonly content: string
}

interface Markdown {
  readonly tag: 'lark_md'
  readonly content: string
}

export type HeaderColour = 'red' | 'orange' | 'yellow' | 'green' | 'blue'

export type CardElement =
  | { readonly tag: 'div'; readonly text: PlainText | Markdown }
  | {
      readonly tag: 'div'
      readonly fields: readonly { readonly is_short: boolean; readonly text: PlainText }[]
    }
  | { readonly tag: 'hr' }
  | {
      readonly tag: 'action'
      readonly actions: readonly {
        readonly tag: 'button'
        readonly text: PlainText
        readonly url: string
        readonly type: 'primary'
      }[]
    }
  | { readonly tag: 'note'; readonly elements: readonly PlainText[] }

export interface Card {
  readonly config: { readonly wide_screen_mode: true }
  readonly header: { readonly template: HeaderColour; readonly title: PlainText }
  readonly elements: readonly CardElement[]
}

export type PostPiece =
  | { readonly tag: 'text'; readonly text: string }
  | { readonly tag: 'a'; readonly text: string; readonly href: string }
  | { readonly tag: 'at'; readonly user_id: string }

export interface Post {
  readonly title: string
  readonly content: readonly (readonly PostPiece[])[]
}

/** The languages of rich text that we write. */
export type PostLanguage = 'zh_cn' | 'zh_tw' | 'en_us'

export type FeishuMessage =
  | { readonly msg_type: 'text'; readonly content: { readonly text: string } }
  | {
      readonly msg_type: 'post'
      readonly content: { readonly post: Readonly<Partial<Record<PostLanguage, Post>>> }
    }
  | { readonly msg_type: 'interactive'; readonly card: Card }

export const plain = (content: string): PlainText => ({ tag: 'plain_text', content })
