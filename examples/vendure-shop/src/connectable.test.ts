import { shopAdapterContract } from '@shopdesk/core/testing';
import { describe, test } from 'vitest';
import { vendureKind } from './connectable.ts';

describe('Vendure as a kind of shop that people connect', () => {
  const settings = { url: 'https://shop.example/', username: 'desk', password: 'a-password-that-nobody-reads' };
  const body = JSON.stringify({ data: { login: { __typename: 'InvalidCredentialsError' } } });
  for (const { title, run } of shopAdapterContract({ adapter: vendureKind, settings, unauthorised: { body } }))
    test(title, run);
});
