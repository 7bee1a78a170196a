import { reasons } from '../../kernel/denial-codes.ts';
import { texts } from '../../kernel/said.ts';
import { DEFINITION_PROBLEMS } from './model/lint.ts';
import { VALUE_PROBLEMS } from './model/values.ts';

/** Why something cannot be done with a form. */
export const formReasons = reasons({
  FORM_NOT_READY: { en: 'This form cannot be published as it is.', zh: '表单尚不能发布。' },
  FORM_TAKES_AWAY: {
    en: 'The new version takes something away. Look at what changes, and confirm it.',
    zh: '新版本会去掉部分内容，请查看变化后确认。',
  },
  FORM_RETIRED: { en: 'This form is not in use.', zh: '此表单未在使用。' },
  UNKNOWN_FIELD: { en: 'This form has no such field.', zh: '此表单没有该字段。' },
  STEP_NOT_REACHED: { en: 'Finish the steps before it first.', zh: '请先完成前面的步骤。' },
  ALREADY_SIGNED: { en: 'This has been signed already.', zh: '已经签过名。' },
  NOT_THE_SIGNER: { en: 'Somebody else signs here.', zh: '此处应由其他人签名。' },
});

/** What this feature says in denials. */
export const formTexts = texts('forms', {
  ...DEFINITION_PROBLEMS,
  ...VALUE_PROBLEMS,
  idForm: { en: 'Begin with a letter; letters, digits and _ only.', zh: '以字母开头，只能包含字母、数字和下划线。' },
  idOrCode: { en: 'Name the form by its id or by its code.', zh: '请以编号或代码指定表单。' },
  noSuchPerson: { en: 'There is no such member of staff.', zh: '没有这名员工。' },
  noSuchFile: { en: 'This file does not belong to this record.', zh: '该附件不属于此记录。' },
  notForThis: { en: 'This form is not filled in for something like that.', zh: '此表单不适用于该对象。' },
  changedSince: {
    en: 'What you have seen is not what would happen now. Look at it again.',
    zh: '内容已有变化，请重新查看。',
  },
  upToDate: { en: 'The record has the latest version already.', zh: '记录已是最新版本。' },
  nothingToPublish: { en: 'There is no draft to publish.', zh: '没有可发布的草稿。' },
  oneSignsOnce: {
    en: 'You have signed this record already; somebody else signs here.',
    zh: '您已在此记录上签名，此处须由他人签名。',
  },
  ownersOnly: {
    en: 'Whoever began the record does this, or somebody who designs forms.',
    zh: '仅记录发起人或表单管理员可操作。',
  },
  fileTypeUnsendable: { en: 'Files of this type are not taken.', zh: '不支持此类文件。' },
  fileTooLarge: { en: 'This file is too large.', zh: '文件过大。' },
  tooManyRecords: {
    en: 'These are more than {limit, number} records. Choose a shorter time.',
    zh: '记录超过 {limit, number} 条，请缩小时间范围。',
  },
});
