import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

function argumentsIn(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.argument:
      return [element.value]
    case TYPE.number:
      return [`${element.value}:number`]
    case TYPE.date:
      return [`${element.value}:date`]
    case TYPE.time:
      return [`${element.value}:time`]
    case TYPE.plural:
    case TYPE.select: {
      const type = element.type === TYPE.plural ? 'plural' : 'select'
      const inside = Object.values(element.options).flatMap(({ value }) => argumentsOf(value))
      return [`${element.value}:${type}`, ...inside]
    }
    case TYPE.tag:
      return argumentsOf(element.children)
    case TYPE.literal:
    case TYPE.pound:
      return []
  }
}

const argumentsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap(argumentsIn)

/** The arguments of an ICU message as `name` or `name:type`, sorted, each once, nested ones included. */
export const messageArguments = (message: string): string[] =>
  [...new Set(argumentsOf(parse(message)))].sort()
