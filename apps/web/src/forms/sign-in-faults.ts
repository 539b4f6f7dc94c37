/** The faults that the rules for providers and claim rules tell, in Chinese. */
export const signInFaults: Readonly<Record<string, string>> = {
  'Write an address such as https://login.example.com.':
    '请填写地址，例如 https://login.example.com。',
  'Name a claim.': '请填写声明名。',
  'Give the client id.': '请填写 Client ID。',
  'Give the client secret.': '请填写 Client Secret。',
  'A scope has no spaces or quotes.': 'Scope 不能包含空格或引号。',
  'Use at most 20 scopes.': '最多 20 个 Scope。',
  'The scope openid is needed.': '必须包含 openid。',
  'Give the value to look for.': '请填写要匹配的值。',
  'A rule that refuses gives nothing.': '拒绝进入的规则不能同时给予权限。',
  'Name a department.': '请选择部门。',
  'Use at most 50 departments.': '最多 50 个部门。',
  'Use at most 200 rules.': '最多 200 条规则。',
  'Paste a token or its claims.': '请粘贴令牌或其声明。',
  'This is neither an identity token nor a JSON object of claims.':
    '这既不是身份令牌，也不是 JSON 格式的声明。',
}
