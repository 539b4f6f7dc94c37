/** By what the chats that we know call a person. */
export const contactNames = ['mobile', 'dingtalkUserId', 'feishuOpenId', 'wecomUserId'] as const
export type ContactName = (typeof contactNames)[number]

/** How a person can be called in chats; what is not known is left out. */
export type Contacts = Readonly<Partial<Record<ContactName, string>>>

/** A person whom a message calls. It is told by name wherever it cannot call. */
export interface MentionedPerson {
  readonly name: string
  readonly contacts: Contacts
}

/** Nothing that fits these can be read as markup, or as a call to everybody. */
const patterns: Readonly<Record<ContactName, RegExp>> = {
  mobile: /^\d{5,15}$/,
  dingtalkUserId: /^(?!all$)[\w.$:-]{1,64}$/i,
  feishuOpenId: /^ou_[a-z0-9]{8,64}$/i,
  wecomUserId: /^(?!all$)[\w.-]{1,64}$/i,
}

export const isContact = (name: ContactName, value: string): boolean => patterns[name].test(value)
