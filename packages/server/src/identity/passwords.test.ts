import { describe, expect, test } from 'vitest';
import { createPasswords, packageArgon2id } from './passwords.ts';

const passwords = createPasswords();

describe('passwords', () => {
  test('are stored as salted argon2id and verified', async () => {
    const [one, two] = [await passwords.hash('correct horse'), await passwords.hash('correct horse')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwords.verify('correct horse', one)).toBe(true);
    expect(await passwords.verify('correct horsf', one)).toBe(false);
  });

  test('are verified where only the package has argon2, and the other way round', async () => {
    const elsewhere = createPasswords(packageArgon2id);
    expect(await elsewhere.verify('密码 🔑', await passwords.hash('密码 🔑'))).toBe(true);
    expect(await passwords.verify('密码 🔑', await elsewhere.hash('密码 🔑'))).toBe(true);
  });

  test.each([
    ['of another algorithm', '$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA'],
    ['that is no hash', 'secret'],
    ['that asks for more memory than a server has', '$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA'],
  ])('are refused against a hash %s', async (_, hash) => {
    expect(await passwords.verify('secret', hash)).toBe(false);
  });
});
