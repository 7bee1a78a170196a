import type { PolicyPack } from '@shopdesk/core/policies';
import type { StoreName } from '../../desk/directory.ts';
import { DeskElement } from '../../kit/element.ts';
import type { VersionItem } from './data.ts';

/** A part of a version's page: what it is about comes from the page, and what it changes is told to it. */
export class PolicySection extends DeskElement {
  static override properties: Record<string, object> = {
    version: {},
    row: { attribute: false },
    pack: { attribute: false },
    dirty: { type: Boolean },
    editable: { type: Boolean },
    store: { attribute: false },
    revision: { type: Number },
    search: { attribute: false },
  };

  /** An id, or `shipped:` and a code. */
  version = '';
  row: VersionItem | undefined;
  /** As it is being edited. */
  declare pack: PolicyPack;
  dirty = false;
  editable = false;
  /** The store it is looked at for. */
  store: StoreName | undefined;
  revision = 0;
  /** What the address asks for, such as a row. */
  search = new URLSearchParams();

  protected changePack(pack: PolicyPack): void {
    this.tell('desk-pack-change', pack);
  }
}
