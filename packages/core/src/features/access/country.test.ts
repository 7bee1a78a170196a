import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { countries, countryDefaults, DEFAULT_HOURS } from './countries.ts';
import { Store } from './entities.ts';

describe('the country of a new store', () => {
  test('gives its time zone, currency and statute, and the hours of the default content', async () => {
    const { desk, system } = await createTestDesk();
    const add = (key: string, more: object) => desk.as(system).access.createStore({ name: key, key, ...more } as never);
    const german = await add('german', { country: 'DE' });
    expect(german).toMatchObject({
      country: 'DE',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      region: 'EU',
      ...DEFAULT_HOURS,
    });
    expect(german.serviceHours).toHaveLength(7);
    expect(german.serviceHours[0]).toEqual({ weekday: 1, from: '08:00', to: '23:00' });
    expect(german.officeHours[6]).toEqual({ weekday: 7, from: '09:00', to: '18:00' });
    expect(await add('american', { country: 'US' })).toMatchObject({
      timeZone: 'America/New_York',
      currency: 'USD',
      region: 'OTHER',
    });
    expect(await add('own', { country: 'CN', currency: 'USD', serviceHours: [] })).toMatchObject({
      timeZone: 'Asia/Shanghai',
      currency: 'USD',
      region: 'CN',
      serviceHours: [],
    });
  });

  test('takes the zone of whoever asks where the country has it', () => {
    expect(countryDefaults('US', 'America/Los_Angeles')?.timeZone).toBe('America/Los_Angeles');
    expect(countryDefaults('US', 'Europe/Berlin')?.timeZone).toBe('America/New_York');
  });

  test('is refused where there is none of that name, and nothing is changed', async () => {
    const { desk, system, staff, store } = await createTestDesk();
    const admin = desk.as(await staff('AD1', ['AD'])).access;
    const denied = { denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'country' }] } };
    for (const country of ['XX', 'de', 'DEU', '', '__'])
      await expect(admin.createStore({ name: 'X', key: 'xxx', country })).rejects.toMatchObject(denied);
    await expect(admin.updateStore({ id: store.id, country: 'ZZ' })).rejects.toMatchObject(denied);
    expect(await desk.read(system).get(Store, store.id)).toMatchObject({ country: null, version: store.version });
    await expect(admin.countryProposal({ country: 'ZZ' })).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    expect(await admin.countryProposal({ country: 'FR' })).toMatchObject({ timeZone: 'Europe/Paris', region: 'EU' });
  });

  test('is one of all that have a currency and a clock', () => {
    const all = countries();
    expect(all.length).toBeGreaterThan(230);
    for (const country of all) expect([country, countryDefaults(country) !== undefined]).toEqual([country, true]);
  });
});
