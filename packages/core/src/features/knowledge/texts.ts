import { MAX_MARKDOWN_DEPTH } from '../../text/markdown-depth.ts';
import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const knowledgeTexts = texts('knowledge', {
  authorDoesNotPublish: { en: 'Whoever wrote it does not publish it.', zh: '作者不能审核发布自己的文章。' },
  chooseOwnStores: { en: 'Choose the stores that you work for.', zh: '请选择您所负责的店铺。' },
  eachFactOnce: { en: 'Each fact once.', zh: '每项资料只能填写一次。' },
  endsBeforeBeginning: { en: 'The end must be after the beginning.', zh: '结束时间必须晚于开始时间。' },
  otherFormat: { en: 'This text is not of the format.', zh: '内容与所选格式不符。' },
  publishFirst: { en: 'Publish the article first.', zh: '请先发布文章。' },
  questionInWords: { en: 'Write the question in words.', zh: '请用文字填写问题。' },
  sayEffectiveFrom: { en: 'Say since when the rule is in force.', zh: '请填写生效时间。' },
  saySource: { en: 'Say where the rule is from.', zh: '请填写来源。' },
  titleAndBodyInOneLanguage: {
    en: 'An article needs a title and a text in the same language.',
    zh: '文章的标题和正文需使用同一种语言。',
  },
  writeInOneLanguage: { en: 'Write the text in at least one language.', zh: '请至少填写一种语言的内容。' },
  tooDeep: {
    en: 'Quotes and lists are nested too deeply: at most {most, number} levels.',
    zh: '引用和列表嵌套过深，最多 {most, number} 层。',
  },
});

/** What is said of a Markdown text that `isTooDeepMarkdown`. */
export const TOO_DEEP_MARKDOWN = knowledgeTexts.tooDeep({ most: MAX_MARKDOWN_DEPTH });
