import { expect, test } from 'vitest';
import { DeskError, type DeskProblem } from './error.ts';

test('a refusal has a list of fields and details, also where GraphQL says null', () => {
  const answered = { code: 'NOT_FOUND', message: 'Not found.', fields: null, details: null };
  expect(new DeskError(answered as unknown as DeskProblem)).toMatchObject({ fields: [], details: {} });
  expect(new DeskError({ code: 'CLOSED', message: '' })).toMatchObject({ fields: [], details: {} });
  const fields = [{ path: 'text', message: 'Required' }];
  expect(new DeskError({ code: 'VALIDATION_FAILED', message: '', fields, details: { from: 'OPEN' } })).toMatchObject({
    fields,
    details: { from: 'OPEN' },
  });
});
