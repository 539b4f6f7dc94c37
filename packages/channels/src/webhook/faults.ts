/** The faults of these settings, in Chinese. */
export const webhookFaults: Readonly<Record<string, string>> = {
  'This is no header name.': '不是有效的请求头名称。',
  'This header is set by Highwater itself.': '该请求头由 Highwater 设置，不能修改。',
  'A header value is one line of ASCII characters.': '请求头的值只能是一行 ASCII 字符。',
  'This header is a secret: put it under “authorization” or “secretHeaders”.':
    '该请求头属于机密，请填写在“Authorization”或“保密请求头”中。',
  'This is no valid regular expression.': '不是有效的正则表达式。',
  'A signature needs a signing secret.': '选择签名方式后还需填写签名密钥。',
  'Write whsec_ and the base64 of 24–64 random bytes.':
    '请填写 whsec_ 加上 24–64 个随机字节的 Base64。',
}
