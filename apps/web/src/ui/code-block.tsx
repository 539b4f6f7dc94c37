import { CopyButton } from './copy-button.tsx'

interface CodeBlockProps {
  readonly code: string
  /** What the block is, for its copy button and for assistive technology. */
  readonly subject: string
}

/** Commands, payloads and answers, verbatim; long lines wrap, so that nothing hides at the right. */
export function CodeBlock({ code, subject }: CodeBlockProps) {
  return (
    <figure aria-label={subject} className="relative rounded-lg border border-line bg-sunken">
      <pre className="wrap-anywhere whitespace-pre-wrap py-2.5 pr-12 pl-3 font-mono text-xs leading-5">
        <code>{code}</code>
      </pre>
      <span className="absolute top-1 right-1">
        <CopyButton text={code} subject={subject} />
      </span>
    </figure>
  )
}
