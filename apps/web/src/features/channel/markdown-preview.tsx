import { MarkdownInline } from './markdown-inline.tsx'

/** The blocks of a text with the place where each begins, which names it among its neighbours. */
function blocksOf(text: string, separator: RegExp): { at: number; block: string }[] {
  let at = 0
  return text.split(separator).map((block) => {
    const found = { at, block }
    at += block.length + 1
    return found
  })
}

function Block({ block }: { readonly block: string }) {
  if (block.startsWith('### ')) {
    return (
      <p className="font-semibold text-lg">
        <MarkdownInline text={block.slice(4)} />
      </p>
    )
  }
  const lines = blocksOf(block, / *\n/)
  if (block.startsWith('- ')) {
    return (
      <ul className="list-disc pl-4">
        {lines.map(({ at, block: line }) => (
          <li key={at}>
            <MarkdownInline text={line.replace(/^- /, '')} />
          </li>
        ))}
      </ul>
    )
  }
  const isQuote = block.startsWith('> ')
  return (
    <p className={isQuote ? 'border-line-strong border-l-2 pl-2 text-ink-muted' : ''}>
      {lines.map(({ at, block: line }) => (
        <span key={at} className="block">
          <MarkdownInline text={line.replace(/^> ?/, '')} />
        </span>
      ))}
    </p>
  )
}

/** The Markdown of our messages as a chat client shows it. */
export function MarkdownPreview({ text }: { readonly text: string }) {
  return (
    <div className="wrap-anywhere flex flex-col gap-2 text-sm">
      {blocksOf(text, /\n{2,}/).map(({ at, block }) => (
        <Block key={at} block={block} />
      ))}
    </div>
  )
}
