/** The Chinese of what people are told who decide about an outgoing call. */
export const effectTexts = {
  'This was sent before with another content.': '此内容已发送过，但内容不同。',
};
