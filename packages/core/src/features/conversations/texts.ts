import { TOO_DEEP } from '../../kernel/input.ts';
import { LOSSY_TEXT } from '../../kernel/text.ts';

/** The Chinese of what this feature says in English. */
export const conversationTexts = {
  'A card of this type cannot be sent.': '无法发送此类卡片。',
  'A message with this id says something else.': '该消息编号已用于其他内容。',
  'At most {} characters.': '最多 {} 个字符。',
  'Choose a person or a team.': '请选择一位同事或一个小组。',
  'Choose a time within the next seven days.': '请选择七天以内的时间。',
  'Must not contain a colon.': '不能包含冒号。',
  'Nobody is there now; the message is answered later.': '现在没有客服在线，您的留言稍后会得到答复。',
  'Only the owner transfers a conversation.': '只有会话负责人可以转接。',
  'Required to close.': '结束会话前必填。',
  'Say what the next person must know.': '请填写下一位同事需要了解的情况。',
  'Send one of text, attachmentId or card.': '请在文字、附件和卡片中选择一种发送。',
  'Take the conversation first.': '请先接入会话。',
  'The customer has an open conversation.': '该顾客有进行中的会话。',
  'The file is larger than 10 MiB.': '文件超过 10 MiB。',
  'The picture has more than 50 megapixels.': '图片超过 5000 万像素。',
  'The message is empty.': '消息内容为空。',
  'The text has a broken character.': '文字包含无法识别的字符。',
  [LOSSY_TEXT]: '文字的编码有误，含有替换字符（�）。',
  [TOO_DEEP]: '数据嵌套过深，最多 64 层。',
  'The visitor signed in; this goes on in their other conversation.': '访客已登录，请在其另一会话中继续。',
  'This type of file cannot be sent.': '不支持发送此类型的文件。',
};
