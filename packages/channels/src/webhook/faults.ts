/** The faults of these settings, in Chinese. */
export const webhookFaults: Readonly<Record<string, string>> = {
  'This is no header name.': '不是有效的请求头名称。',
  'This header is set by Highwater itself.': '该请求头由 Highwater 设置，不能修改。',
  'A header value is one line of ASCII characters.': '请求头的值只能是一行 ASCII 字符。',
  'This header is a secret: put it under “authorization” or “secretHeaders”.':
    '该请求头属于机密，请填写在“Authorization”或“保密请求头”中。',
  'This is no valid regular expression.': '不是有效的正则表达式。',
  'A redirect is never a delivery.': '跳转（3xx）不能算作送达。',
  'A signature needs a signing secret.': '选择签名方式后还需填写签名密钥。',
  'Write whsec_ and the base64 of 24–64 random bytes, or whsk_ and that of an ed25519 key.':
    '请填写 whsec_ 加上 24–64 个随机字节的 Base64，或 whsk_ 加上 ed25519 私钥的 Base64。',
  'A secret in the address is masked here: type it again.':
    '地址里的密钥在这里被隐藏，请重新填写。',
  'The address must start with http:// or https://.': '地址须以 http:// 或 https:// 开头。',
  'Take user and password out of the address; use the secret “authorization”.':
    '地址中不能包含用户名和密码，请填写到“Authorization”。',
  'Variables may stand in the path and the query, not in the host.':
    '变量只能用在路径和查询参数里，不能用在主机里。',
  'The body begins like JSON but is not valid JSON once its variables are filled in.':
    '正文看起来是 JSON，但填入变量后不是有效的 JSON。',
}
