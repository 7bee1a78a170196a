/**
 * @module A drawing for every product of the store file, 96 by 96. `C` is the tint, `D` the ink, `L` a light tone.
 */

/** Drawings by product name. */
export const DRAWINGS: Readonly<Record<string, string>> = {
  'T-Shirt':
    '<path fill="C" d="M37 20 14 32l8 16 8-4v36h36V44l8 4 8-16-23-12c-3 7-19 7-22 0z"/><path fill="none" stroke="D" stroke-width="2.500" opacity=".35" d="M37 20c3 9 19 9 22 0M30 44l2-8m34 8-2-8"/>',
  Laptop:
    '<rect x="20" y="22" width="56" height="40" rx="4" fill="D"/><rect x="25" y="27" width="46" height="30" fill="L"/><path fill="C" d="M10 64h76l-6 10H16z"/>',
  'Running Shoes':
    '<path fill="C" d="M14 60V42c6 6 14 4 18-4l8 4c6 12 20 14 34 18 6 2 8 6 8 10H14z"/><path fill="D" d="M12 66h72c0 8-4 10-10 10H20c-6 0-8-4-8-10z"/><path stroke="L" stroke-width="3" d="m40 48-8 8m16-4-8 8m17-4-8 8"/>',
  Smartphone:
    '<rect x="30" y="12" width="36" height="72" rx="7" fill="D"/><rect x="34" y="18" width="28" height="58" rx="3" fill="C"/><circle cx="48" cy="80" r="2" fill="L"/>',
  Backpack:
    '<path fill="D" d="M38 22a10 10 0 0 1 20 0h-5a5 5 0 0 0-10 0z"/><path fill="C" d="M24 40c0-12 10-20 24-20s24 8 24 20v38H24z"/><rect x="32" y="52" width="32" height="20" rx="4" fill="D" opacity=".3"/><path fill="L" d="M32 58h32v3H32z"/>',
  'Coffee Maker':
    '<path fill="D" d="M20 12h54v14H36v44h38v14H20z"/><path fill="L" d="M46 26h16v7H46z"/><path fill="C" d="M40 42h28l-3 26H43z"/><path fill="none" stroke="C" stroke-width="4" d="M67 46h10v14H66"/><path fill="D" opacity=".35" d="M41 52h26l-2 16H43z"/>',
  'Water Bottle':
    '<rect x="40" y="10" width="16" height="10" rx="3" fill="D"/><path fill="C" d="M34 34c0-8 6-8 6-12h16c0 4 6 4 6 12v46a6 6 0 0 1-6 6H40a6 6 0 0 1-6-6z"/><path fill="L" opacity=".7" d="M34 50h28v16H34z"/>',
  'Desk Lamp':
    '<path fill="none" stroke="D" stroke-width="5" stroke-linecap="round" d="M40 78 30 52l24-22"/><path fill="C" d="m46 22 14-10 22 24-22 8z"/><ellipse cx="40" cy="80" rx="20" ry="5" fill="D"/><circle cx="70" cy="42" r="6" fill="L"/>',
  Notebook:
    '<rect x="24" y="14" width="50" height="68" rx="4" fill="C"/><path fill="D" d="M24 14h10v68H24z" opacity=".5"/><rect x="42" y="26" width="24" height="12" rx="2" fill="L"/><path stroke="D" stroke-width="3" d="M18 26h10M18 40h10M18 54h10M18 68h10"/>',
  Sunglasses:
    '<path fill="none" stroke="D" stroke-width="4" d="M10 36h76M40 44q8-6 16 0"/><path fill="C" d="M10 38h32c2 18-4 26-16 26S8 56 10 38zm44 0h32c2 18-4 26-16 26s-18-8-16-26z"/><path stroke="L" stroke-width="3" d="m18 56 8-12m36 12 8-12"/>',
  Wristwatch:
    '<path fill="D" d="M36 8h24l4 22H32zm-4 58h32l-4 22H36z"/><circle cx="48" cy="48" r="24" fill="C"/><circle cx="48" cy="48" r="18" fill="L"/><path stroke="D" stroke-width="3" stroke-linecap="round" d="M48 36v12l9 6"/>',
  'Electric Toothbrush':
    '<rect x="40" y="38" width="16" height="50" rx="8" fill="C"/><path fill="D" d="M45 18h6v20h-6z"/><rect x="43" y="8" width="16" height="14" rx="3" fill="L" stroke="D" stroke-width="2"/><circle cx="48" cy="54" r="3" fill="L"/>',
  'Yoga Mat':
    '<path fill="C" d="M18 62 62 30h20L40 72z"/><circle cx="28" cy="66" r="14" fill="C"/><circle cx="28" cy="66" r="14" fill="D" opacity=".25"/><circle cx="28" cy="66" r="8" fill="C"/><circle cx="28" cy="66" r="3" fill="D"/>',
  'Bluetooth Speaker':
    '<rect x="26" y="12" width="44" height="72" rx="12" fill="C"/><circle cx="48" cy="58" r="16" fill="D"/><circle cx="48" cy="58" r="7" fill="L"/><circle cx="48" cy="28" r="8" fill="D"/>',
  'Gaming Mouse':
    '<path fill="C" d="M28 42a20 20 0 0 1 40 0v20a20 20 0 0 1-40 0z"/><path stroke="D" stroke-width="2" d="M28 44h40M48 22v22"/><rect x="45" y="28" width="6" height="12" rx="3" fill="D"/><path fill="none" stroke="D" stroke-width="3" d="M48 22c0-10 10-6 10-14"/>',
  'Action Camera':
    '<rect x="16" y="28" width="64" height="46" rx="8" fill="C"/><circle cx="58" cy="50" r="15" fill="D"/><circle cx="58" cy="50" r="7" fill="L"/><rect x="22" y="36" width="14" height="10" rx="2" fill="D"/><rect x="22" y="20" width="16" height="8" rx="2" fill="D"/>',
  'Garden Hose':
    '<circle cx="44" cy="52" r="26" fill="none" stroke="C" stroke-width="7"/><circle cx="44" cy="52" r="15" fill="none" stroke="C" stroke-width="7"/><path fill="none" stroke="C" stroke-width="7" d="M70 52V28"/><path fill="D" d="m62 28 4-16h8l4 16z"/>',
  'Hiking Boots':
    '<path fill="C" d="M24 16h26v22c4 8 16 10 26 16 4 3 6 8 6 14H24z"/><path fill="D" d="M22 68h62v10H22z"/><path stroke="L" stroke-width="3" d="M40 26h12M40 34h12M44 42h12"/>',
  Tablet:
    '<rect x="20" y="14" width="56" height="68" rx="6" fill="D"/><rect x="26" y="20" width="44" height="54" rx="2" fill="C"/><circle cx="48" cy="78" r="2" fill="L"/>',
  'E-Reader':
    '<rect x="24" y="12" width="48" height="72" rx="6" fill="C"/><rect x="30" y="18" width="36" height="52" fill="L"/><path stroke="D" stroke-width="2" d="M34 28h28M34 36h28M34 44h22M34 52h28M34 60h16"/>',
  'Portable Charger':
    '<rect x="26" y="20" width="44" height="62" rx="7" fill="C"/><path fill="L" d="M52 32 38 54h9l-3 16 14-22h-9z"/><rect x="40" y="12" width="16" height="8" rx="2" fill="D"/>',
  'Indoor Security Camera':
    '<circle cx="48" cy="38" r="26" fill="C"/><circle cx="48" cy="38" r="14" fill="D"/><circle cx="48" cy="38" r="5" fill="L"/><path fill="D" d="M42 64h12l8 16H34z"/>',
  'Electric Kettle':
    '<path fill="C" d="M30 28h32l6 48H26z"/><path fill="none" stroke="D" stroke-width="6" d="M64 32h10c6 0 8 4 8 10v24"/><path fill="D" d="M32 18h28l2 8H30zM22 76h48v6H22z"/><path fill="C" d="m30 34-12-2 10 16z"/>',
  'Mechanical Keyboard':
    '<rect x="8" y="30" width="80" height="38" rx="6" fill="C"/><path stroke="L" stroke-width="6" stroke-dasharray="8 4" d="M15 40h66M15 50h66"/><path stroke="L" stroke-width="6" d="M15 60h10m6 0h34m6 0h10"/>',
  'Wireless Earbuds':
    '<path fill="C" d="M24 22a12 12 0 0 1 20 8v10l-4 2v32h-8V44a12 12 0 0 1-8-22zm48 0a12 12 0 0 0-20 8v10l4 2v32h8V44a12 12 0 0 0 8-22z"/><circle cx="30" cy="32" r="5" fill="D"/><circle cx="66" cy="32" r="5" fill="D"/>',
  'Smart Thermostat':
    '<circle cx="48" cy="48" r="34" fill="C"/><circle cx="48" cy="48" r="25" fill="D"/><path fill="none" stroke="L" stroke-width="4" stroke-linecap="round" d="M32 58a18 18 0 1 1 32 0"/><text x="48" y="56" font-size="18" font-family="sans-serif" text-anchor="middle" fill="L">21°</text>',
  'Fleece Jacket':
    '<path fill="C" d="M36 18 16 30 10 72h14l4-24v34h40V48l4 24h14l-6-42-20-12-12 6z"/><path stroke="D" stroke-width="3" d="M48 26v56"/><path fill="D" opacity=".3" d="m36 18 12 6 12-6 2 8-14 6-14-6z"/>',
  'Wall Clock':
    '<circle cx="48" cy="48" r="36" fill="C"/><circle cx="48" cy="48" r="29" fill="L"/><path stroke="D" stroke-width="4" stroke-linecap="round" d="M48 28v20l14 8"/><path stroke="D" stroke-width="3" d="M48 21v4M48 71v4M21 48h4M71 48h4"/>',
  'Dumbbell Set':
    '<path stroke="D" stroke-width="7" d="M20 48h56"/><rect x="14" y="28" width="12" height="40" rx="4" fill="C"/><rect x="70" y="28" width="12" height="40" rx="4" fill="C"/><rect x="26" y="34" width="8" height="28" rx="3" fill="C" opacity=".7"/><rect x="62" y="34" width="8" height="28" rx="3" fill="C" opacity=".7"/>',
  'Pet Bed':
    '<ellipse cx="48" cy="58" rx="38" ry="22" fill="C"/><ellipse cx="48" cy="54" rx="26" ry="13" fill="L"/><path fill="D" d="M40 50a4 5 0 1 1 8 0 4 5 0 1 1 8 0c4 4 4 12-8 12s-12-8-8-12z" opacity=".6"/>',
  'Espresso Machine':
    '<rect x="16" y="16" width="64" height="22" rx="4" fill="C"/><path fill="C" d="M16 38h12v36H16zM16 74h64v8H16z"/><path fill="D" d="M40 38h24v6H40zm8 6h8v6h-8z"/><path fill="L" stroke="D" stroke-width="2" d="M42 58h20l-3 14H45z"/><circle cx="28" cy="27" r="4" fill="L"/><circle cx="42" cy="27" r="4" fill="L"/>',
  'Cycling Helmet':
    '<path fill="C" d="M12 58c0-24 16-36 38-36 20 0 34 14 34 34z"/><path fill="D" opacity=".5" d="M26 50c2-10 8-16 16-18l-2 18zm22 0V30c8 0 14 2 18 6l-2 14z"/><path fill="none" stroke="D" stroke-width="3" d="M26 58c2 10 8 16 16 18l8-18"/>',
  'LED Light Bulb':
    '<path fill="C" d="M48 10a26 26 0 0 1 14 48v8H34v-8a26 26 0 0 1 14-48z"/><path fill="D" d="M36 68h24v5H36zm2 8h20v5H38zm5 7h10l-3 4h-4z"/><path fill="none" stroke="L" stroke-width="3" d="m38 40 6 8 4-8 4 8 6-8"/>',
  'Digital Camera':
    '<path fill="C" d="M12 30h18l6-10h24l6 10h18v46H12z"/><circle cx="48" cy="52" r="18" fill="D"/><circle cx="48" cy="52" r="10" fill="L"/><rect x="70" y="36" width="8" height="5" fill="L"/>',
  Bookshelf:
    '<path fill="C" d="M18 10h60v76H18z"/><path fill="L" d="M24 16h48v18H24zm0 24h48v18H24zm0 24h48v16H24z"/><path fill="D" d="M28 18h5v16h-5zm8 2h5v14h-5zm20 22h6v16h-6zm-26 2h5v14h-5zm9 22h6v14h-6zm9 2h6v12h-6z"/>',
  Bicycle:
    '<circle cx="24" cy="62" r="17" fill="none" stroke="D" stroke-width="4"/><circle cx="72" cy="62" r="17" fill="none" stroke="D" stroke-width="4"/><path fill="none" stroke="C" stroke-width="5" stroke-linejoin="round" d="M24 62 38 36h24l10 26M38 36l10 26h-24M48 62l14-26-3-10h8"/><path stroke="D" stroke-width="5" d="M32 32h12"/>',
  Sneakers:
    '<path fill="C" d="M12 62V44c8 2 12-2 16-10h12c4 12 14 18 34 22 8 2 10 6 10 10z"/><path fill="L" stroke="D" stroke-width="2" d="M12 64h72v10H18c-4 0-6-4-6-10z"/><path stroke="D" stroke-width="2" d="m36 44 8-4m-3 10 8-5m-2 10 8-5"/>',
  'Office Chair':
    '<path fill="C" d="M30 10h32a4 4 0 0 1 4 4l-2 34H32l-4-34a2 2 0 0 1 2-4z"/><rect x="26" y="50" width="44" height="10" rx="4" fill="C"/><path stroke="D" stroke-width="5" d="M48 60v14M28 84l20-10 20 10"/><circle cx="28" cy="86" r="4" fill="D"/><circle cx="68" cy="86" r="4" fill="D"/><path stroke="D" stroke-width="4" d="M22 40v10h6m46-10v10h-6"/>',
  'Smart Watch':
    '<path fill="C" d="M36 6h24l3 20H33zm-3 64h30l-3 20H36z"/><rect x="26" y="24" width="44" height="48" rx="10" fill="D"/><path fill="none" stroke="L" stroke-width="4" stroke-linecap="round" d="M32 50h8l4-10 6 18 4-8h10"/>',
  'Tea Kettle':
    '<path fill="C" d="M24 72c-6-24 8-38 24-38s30 14 24 38z"/><path fill="none" stroke="D" stroke-width="5" d="M30 36c2-24 34-24 36 0"/><path fill="C" d="m70 50 14-12 2 6-12 18z"/><circle cx="48" cy="32" r="4" fill="D"/><path fill="D" d="M22 72h52v6H22z"/>',
  'Luggage Set':
    '<path fill="none" stroke="D" stroke-width="4" d="M34 24V10h16v14"/><rect x="22" y="24" width="40" height="54" rx="6" fill="C"/><path stroke="D" stroke-width="3" opacity=".4" d="M32 30v42m10-42v42m10-42v42"/><rect x="58" y="46" width="24" height="34" rx="4" fill="D"/><path stroke="D" stroke-width="3" d="M66 46V36h8v10"/><circle cx="30" cy="82" r="4" fill="D"/><circle cx="54" cy="82" r="4" fill="D"/>',
  'Patio Umbrella':
    '<path fill="C" d="M8 46a40 34 0 0 1 80 0c-6-6-14-6-20 0-6-6-14-6-20 0-6-6-14-6-20 0-6-6-14-6-20 0z"/><path stroke="D" stroke-width="4" d="M48 12v68"/><path fill="D" d="M32 80h32v6H32z"/>',
  'Air Purifier':
    '<rect x="28" y="10" width="40" height="76" rx="10" fill="C"/><path stroke="D" stroke-width="3" stroke-linecap="round" d="M36 22h24M36 30h24M36 38h24"/><circle cx="48" cy="60" r="12" fill="L"/><circle cx="48" cy="60" r="5" fill="D"/>',
  'Makeup Kit':
    '<path fill="D" d="M14 44h50v36H14z"/><circle cx="28" cy="56" r="7" fill="C"/><circle cx="48" cy="56" r="7" fill="L"/><path fill="C" opacity=".6" d="M20 68h38v6H20z"/><path fill="C" d="M72 40h12v40H72z"/><path fill="L" d="m74 24 8-8v24h-8z"/><path fill="D" d="M72 58h12v4H72z"/>',
  Skateboard:
    '<path fill="none" stroke="C" stroke-width="8" stroke-linecap="round" d="M8 34c6 10 10 14 18 14h44c8 0 12-4 18-14"/><circle cx="30" cy="62" r="9" fill="D"/><circle cx="66" cy="62" r="9" fill="D"/><circle cx="30" cy="62" r="3" fill="L"/><circle cx="66" cy="62" r="3" fill="L"/>',
  'Jigsaw Puzzle':
    '<path fill="C" d="M14 36h16a9 9 0 1 1 16 0h16v16a9 9 0 1 1 0 16v16H46a9 9 0 1 0-16 0H14z"/><path fill="D" opacity=".25" d="M14 60h16a9 9 0 0 0 16 0h16v8a9 9 0 0 0 0 0v16H46a9 9 0 1 0-16 0H14z"/>',
  Grill:
    '<path fill="C" d="M14 42a34 26 0 0 1 68 0z"/><path fill="D" d="M12 44h72v6H12zm6 6h60c-2 12-14 16-30 16S20 62 18 50z"/><path stroke="D" stroke-width="4" d="m34 64-10 24m38-24 10 24"/><path stroke="D" stroke-width="4" stroke-linecap="round" d="M42 12h12"/>',
  Headphones:
    '<path fill="none" stroke="D" stroke-width="6" d="M16 56V48a32 32 0 0 1 64 0v8"/><rect x="10" y="50" width="18" height="30" rx="8" fill="C"/><rect x="68" y="50" width="18" height="30" rx="8" fill="C"/>',
  'Vacuum Cleaner':
    '<path fill="none" stroke="D" stroke-width="5" d="M70 10 46 58"/><path fill="C" d="m40 30 20 10-14 30c-4 8-22 0-18-10z"/><path fill="D" d="M14 74h44v10H14z"/><path stroke="D" stroke-width="5" d="m36 68-2 8"/><circle cx="44" cy="50" r="5" fill="L"/>',
  Perfume:
    '<rect x="40" y="8" width="16" height="14" rx="2" fill="D"/><path fill="D" d="M44 22h8v8h-8z"/><path fill="C" d="M24 42c0-8 6-12 12-12h24c6 0 12 4 12 12v36a8 8 0 0 1-8 8H32a8 8 0 0 1-8-8z"/><rect x="34" y="48" width="28" height="22" rx="2" fill="L"/><path fill="none" stroke="D" stroke-width="2" d="M40 59h16"/>',
};

/** For a product that nobody has drawn. */
export const PARCEL =
  '<path fill="C" d="m48 12 34 16v40L48 84 14 68V28z"/><path fill="D" opacity=".3" d="M48 46 14 28v40l34 16z"/><path fill="L" d="m31 20 34 16v10l6-3V33L37 17z"/>';
