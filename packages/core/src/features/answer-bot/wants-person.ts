/** @module Whether a customer asks for a person: heard at once, whatever else he says. */
import { foldText } from '../../language/fold.ts';
import { createWordPhrases } from '../../language/word-phrases.ts';

const WORDS =
  '转人工|人工客服|人工服务|找人工|要人工|接人工|真人|活人|找客服|换客服|叫客服|不要机器人|别用机器人|人工|' +
  'human agent|real human|a human|human being|real person|to a person|with a person|speak to someone|talk to someone|speak with someone|live agent|' +
  'speak to an agent|talk to an agent|speak with an agent|customer service rep*|not a bot|no bot|stop the bot|your manager|your supervisor|' +
  'speak to a representative*|talk to a representative*';
const find = createWordPhrases({ PERSON: WORDS });
/** "人工" also means by hand: of goods, not of service. */
const BY_HAND = /人工(?:智能|湖|草|皮|钻石|宝石|牛黄|降雨|合成|费|成本|培育|养殖|色素|添加)/;

/** Such a word alone is said by somebody who is tired of the bot. */
const ALONE =
  /^(?:a |an |the )?(?:human|agent|person|representative|operator|manager|supervisor)(?: (?:please|now|pls))?[.!]*$/;

export const wantsPerson = (text: string): boolean => {
  const folded = foldText(text).trim();
  if (ALONE.test(folded)) return true;
  return find(folded).length > 0 && !(BY_HAND.test(folded) && !/转人工|人工客服|人工服务/.test(folded));
};
