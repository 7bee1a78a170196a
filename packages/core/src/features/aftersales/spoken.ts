import type { ReadContext } from '../../kernel/context.ts';
import type { Denial } from '../../kernel/denial.ts';
import { guardOutbound } from '../guard/index.ts';

interface Heard {
  readonly storeId: string;
  readonly customerId: string | null;
}

/** Why staff may not say this to the customer: a reason or a note of theirs is told to him as it stands (SC-20). */
export async function unspeakable(
  ctx: ReadContext,
  { storeId, customerId }: Heard,
  text: string,
): Promise<Denial | undefined> {
  return (
    await guardOutbound(
      ctx,
      { storeId, customerId: customerId ?? '', channel: 'WEB_CHAT' },
      { text, author: 'agent', confirmed: true },
    )
  ).denial;
}
