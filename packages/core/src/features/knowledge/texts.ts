import { MAX_MARKDOWN_DEPTH, TOO_DEEP_MARKDOWN } from '../../text/markdown-depth.ts';

/** The Chinese of what this feature says in English. */
export const knowledgeTexts = {
  [TOO_DEEP_MARKDOWN]: `引用和列表嵌套过深，最多 ${MAX_MARKDOWN_DEPTH} 层。`,
  'An article needs a title and a text in the same language.': '文章的标题和正文需使用同一种语言。',
  'Each fact once.': '每项资料只能填写一次。',
  'Choose the stores that you work for.': '请选择您所负责的店铺。',
  'This text is not of the format.': '内容与所选格式不符。',
  'Publish the article first.': '请先发布文章。',
  'Say since when the rule is in force.': '请填写生效时间。',
  'Say where the rule is from.': '请填写来源。',
  'The end must be after the beginning.': '结束时间必须晚于开始时间。',
  'Whoever wrote it does not publish it.': '作者不能审核发布自己的文章。',
  'Write the question in words.': '请用文字填写问题。',
  'Write the text in at least one language.': '请至少填写一种语言的内容。',
};
