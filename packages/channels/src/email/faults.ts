/** The faults of these settings, in Chinese. */
export const emailFaults: Readonly<Record<string, string>> = {
  'Before the @ use letters from a to z, digits and signs such as . _ + - only.':
    '@ 前面只能使用英文字母、数字和 . _ + - 等符号。',
  'Write the domain after the @ in its ASCII form (xn--…).':
    '请把 @ 后面的域名写成 ASCII 形式（xn--…）。',
  'The name must stand on one line.': '名称不能换行。',
  'Paste a CA certificate in PEM form, or the SHA-256 fingerprint of the server’s certificate.':
    '请粘贴 PEM 格式的 CA 证书，或服务器证书的 SHA-256 指纹。',
  'At least one recipient is needed.': '至少需要一个收件人。',
  'The client id is missing.': '请填写客户端 ID。',
  'OAuth needs the mailbox as the user.': '使用 OAuth 时请在用户名中填写邮箱地址。',
  'OAuth needs the address of tokens and a client.': '使用 OAuth 时请填写令牌地址和客户端 ID。',
  'OAuth needs a client secret.': '使用 OAuth 时请填写客户端密钥。',
  'A user needs a password.': '填写用户名后还需填写密码。',
  'A password needs a user.': '填写密码后还需填写用户名。',
  'A password is never sent unencrypted: choose TLS or STARTTLS, or leave out the user.':
    '密码不会以明文发送：请选择 TLS 或 STARTTLS，或不填写用户名。',
}
