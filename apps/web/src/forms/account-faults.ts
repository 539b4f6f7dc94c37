/** The faults of passwords, second factors and local sign-in, in Chinese. */
const accountFaults: Readonly<Record<string, string>> = {
  'This password is easy to guess. Use more words, or less common ones.':
    '这个密码容易被猜到，请使用更多或更不常见的词。',
  'The password must differ from the e-mail address.': '密码不能与邮箱相同。',
  'Use at least 4 different characters.': '至少包含 4 种不同的字符。',
  'Choose a password that differs from the present one.': '新密码不能与当前密码相同。',
  'This is not your present password.': '当前密码不正确。',
  'Type the code.': '请输入验证码。',
  'This is not the code that your app shows now.': '与应用当前显示的验证码不符。',
  'This code is wrong or has been used. Wait for the next one and try again.':
    '验证码不正确，或已经用过。请等待下一个验证码再试。',
  'Name active administrators who have a password.': '请选择有密码且未停用的管理员。',
  'Name at least one administrator who keeps the password.': '请至少指定一位保留密码的管理员。',
  'Nobody has signed in through a provider yet. Try that first.':
    '还没有人通过身份提供方登录过，请先试一次。',
}

const least = /^Use at least (\d+) characters\.$/

/** The Chinese of a rule about signing in; null where it is none. */
export function chineseAccountFault(message: string): string | null {
  const [, length] = least.exec(message) ?? []
  return length === undefined ? (accountFaults[message] ?? null) : `至少 ${length} 个字符。`
}
