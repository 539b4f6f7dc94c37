import { trustedCaFaults } from '../settings/trusted-ca.ts'

/** The faults of these settings, in Chinese. */
export const alertmanagerFaults: Readonly<Record<string, string>> = {
  ...trustedCaFaults,
  'Name at least one address.': '请至少填写一个地址。',
  'A label name is letters, digits and underscores.': '标签名只能包含字母、数字和下划线。',
  'This label is set by Highwater itself.': '这个标签由 Highwater 设置，不能自定义。',
  'Use 1–720 hours.': '请填写 1–720 小时。',
  'A token is one word of letters, digits and signs.': '令牌只能包含字母、数字和符号，不能有空格。',
  'Use either a token or a user with a password.': '令牌和用户名密码只能填写一种。',
  'A user and a password go together.': '用户名和密码须同时填写。',
}
