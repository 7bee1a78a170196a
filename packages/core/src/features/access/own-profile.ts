/** @module What a person says of themselves: the name that colleagues and customers see, and the languages they serve in. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { locale, User } from './entities.ts';
import { ownAccount, self } from './own-password.ts';

/** Changes one's own name and languages; what is left out stays. Roles, stores and the address are an administrator's. */
export const updateOwnProfile = defineAction({
  title: { en: 'Change my profile', zh: '修改个人资料' },
  allow: { staff: true },
  inPerson: true,
  input: z.object({
    name: z.string().trim().min(1).max(100).optional(),
    languages: z.array(locale).min(1).optional(),
  }),
  output: one(User),
  run: async (ctx, { name, languages }) => {
    const user = await self(ctx);
    return ownAccount(ctx).update(User, user, {
      ...(name === undefined ? {} : { name }),
      ...(languages === undefined ? {} : { languages: [...new Set(languages)] }),
    });
  },
});
