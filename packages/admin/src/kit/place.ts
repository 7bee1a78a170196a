/**
 * @module Puts a popover beside its anchor. The browser opens a popover in the middle of nowhere and says so a moment
 * later, so whoever listens to `beforetoggle` with `hideUntilPlaced` shows it only where it stays: a press that was aimed
 * at an item would else fall beside the popover and close it.
 */

/** Keeps a popover that opens unseen until `place` has put it beside its anchor. */
export function hideUntilPlaced(event: ToggleEvent): void {
  if (event.newState === 'open') (event.target as HTMLElement).style.setProperty('visibility', 'hidden');
}

/** Puts a popover beside its anchor, inside the window, below where there is room. */
export function place(popup: HTMLElement, anchor: Element, align: 'start' | 'end' = 'start'): void {
  const around = anchor.getBoundingClientRect();
  const own = popup.getBoundingClientRect();
  const rightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const atRight = (align === 'end') !== rightToLeft;
  const left = atRight ? around.right - own.width : around.left;
  const below = around.bottom + 4;
  const above = around.top - 4 - own.height;
  const top = below + own.height <= innerHeight || above < 0 ? below : above;
  popup.style.setProperty('inset', 'auto');
  popup.style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - own.width - 8))}px`);
  popup.style.setProperty('top', `${Math.max(8, Math.min(top, innerHeight - own.height - 8))}px`);
  popup.style.removeProperty('visibility');
}
