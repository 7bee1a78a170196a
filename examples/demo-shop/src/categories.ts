/**
 * @module Which shelf a product stands on. The store file knows no categories, so they are told by the product's name.
 */

/** The shelves, in the order the shop shows them. */
export const CATEGORIES = ['electronics', 'home', 'clothing', 'sports', 'beauty', 'leisure', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

const SHELVES: Record<Exclude<Category, 'other'>, readonly string[]> = {
  electronics: [
    'Laptop',
    'Smartphone',
    'Tablet',
    'E-Reader',
    'Portable Charger',
    'Bluetooth Speaker',
    'Gaming Mouse',
    'Mechanical Keyboard',
    'Wireless Earbuds',
    'Headphones',
    'Smart Watch',
    'Action Camera',
    'Digital Camera',
    'Indoor Security Camera',
    'Smart Thermostat',
  ],
  home: [
    'Coffee Maker',
    'Espresso Machine',
    'Electric Kettle',
    'Tea Kettle',
    'Water Bottle',
    'Desk Lamp',
    'LED Light Bulb',
    'Wall Clock',
    'Bookshelf',
    'Office Chair',
    'Air Purifier',
    'Vacuum Cleaner',
    'Pet Bed',
    'Garden Hose',
    'Grill',
    'Patio Umbrella',
  ],
  clothing: [
    'T-Shirt',
    'Fleece Jacket',
    'Running Shoes',
    'Sneakers',
    'Hiking Boots',
    'Sunglasses',
    'Wristwatch',
    'Backpack',
    'Luggage Set',
  ],
  sports: ['Yoga Mat', 'Dumbbell Set', 'Bicycle', 'Cycling Helmet', 'Skateboard'],
  beauty: ['Perfume', 'Makeup Kit', 'Electric Toothbrush'],
  leisure: ['Notebook', 'Jigsaw Puzzle'],
};

const CATEGORY_OF = new Map(
  Object.entries(SHELVES).flatMap(([category, titles]) =>
    titles.map((title) => [title, category as Category] as const),
  ),
);

/** The shelf of a product; `other` when its name is not known. */
export const categoryOf = (title: string): Category => CATEGORY_OF.get(title) ?? 'other';

export const isCategory = (value: string): value is Category => CATEGORIES.some((category) => category === value);
