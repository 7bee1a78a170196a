/**
 * @module Finds a real order by its number, or by the name of the customer who placed it.
 */
import type { AnswerOf, DeskClient } from '@shopdesk/core/client';
import { listQuery, viewQuery } from '../../desk/documents.ts';
import { customerOrders } from '../../desk/orders.ts';
import type { Option } from '../../kit/combobox.ts';
import type { Language } from '../../kit/language.ts';

/** Customers whose orders are looked at; whoever knows more types the number. */
const MOST_CUSTOMERS = 3;
const MOST_ORDERS = 5;

export const people = listQuery('customers', 'Customer', 'id name');
export const oneOrder = viewQuery('order', { storeId: 'ID', orderId: 'ID!' }, 'id number placedAt status');
type Found = AnswerOf<typeof oneOrder>;

/** Who may not read orders or asks for one that is not there finds none; the form works without. */
const quietly = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);

export async function findOrders(
  client: DeskClient,
  { storeId, text, language }: { storeId: string; text: string; language: Language },
): Promise<readonly Option[]> {
  if (text.length < 2) return [];
  const [exact, named] = await Promise.all([
    quietly(client.query(oneOrder, { storeId, orderId: text })),
    quietly(
      client.query(people, { first: MOST_CUSTOMERS, filter: { storeId: { eq: storeId }, name: { contains: text } } }),
    ),
  ]);
  const theirs = await Promise.all(
    (named?.nodes ?? []).map(async ({ id, name }) => ({
      name,
      orders: (await quietly(client.query(customerOrders, { customerId: id, first: MOST_ORDERS })))?.orders ?? [],
    })),
  );
  const option = ({ id, number, placedAt, status }: Found, who = ''): Option => ({
    value: id,
    label: number,
    hint: [who, language.code('ShopOrderStatus', status), language.moment(placedAt)].filter(Boolean).join(' · '),
  });
  const all = [
    ...(exact ? [option(exact)] : []),
    ...theirs.flatMap(({ name, orders }) => orders.map((order) => option(order, name))),
  ];
  return [...new Map(all.map((one) => [one.value, one])).values()];
}
