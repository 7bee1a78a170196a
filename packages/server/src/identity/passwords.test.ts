import { describe, expect, test } from 'vitest';
import { createPasswords, packageArgon2id } from './passwords.ts';

const passwords = createPasswords();
/** As on an older Node on which the optional package could not be installed. */
const plain = createPasswords(() => Promise.resolve(undefined));

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

  test('are stored as salted scrypt where there is no argon2, and verified there and everywhere', async () => {
    const [one, two] = [await plain.hash('密码 🔑'), await plain.hash('密码 🔑')];
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(one).not.toBe(two);
    for (const anywhere of [plain, passwords]) {
      expect(await anywhere.verify('密码 🔑', one)).toBe(true);
      expect(await anywhere.verify('密码', one)).toBe(false);
    }
  });

  test('stored as argon2id are not taken for wrong ones where there is no argon2: the operator is told what to install', async () => {
    await expect(plain.verify('correct horse', await passwords.hash('correct horse'))).rejects.toThrow(
      'install @node-rs/argon2, or use Node 24.7',
    );
  });

  test.each([
    ['of another algorithm', '$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA'],
    ['that is no hash', 'secret'],
    [
      'that asks for more memory than a server has',
      '$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA',
    ],
    [
      'of scrypt that asks for more memory than a server has',
      '$scrypt$ln=30,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA',
    ],
    ['of scrypt without any cost', '$scrypt$ln=0,r=0,p=0$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA'],
  ])('are refused against a hash %s', async (_, hash) => {
    expect(await passwords.verify('secret', hash)).toBe(false);
  });
});
