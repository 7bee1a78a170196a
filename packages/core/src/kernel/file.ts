/**
 * @module A kind of file: which rows keep it, which action takes it in, who may open it. The server takes files in and
 * hands them out for every kind that a feature of the desk lists in `files`.
 */
import type { z } from 'zod';
import type { AnyAction, TypedAction } from './action.ts';
import type { ReadContext } from './context.ts';
import type { BaseRow, Entity } from './entity.ts';
import type { Shape } from './shape.ts';

/** What a row says of the file that it keeps. */
export interface FileRow extends BaseRow {
  readonly name: string;
  /** Found out from the content. */
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly blobKey: string;
}

/** What is told to the action that takes a file in. */
type FileInput = Record<'blobKey' | 'name', z.ZodType<string>>;

export interface FileKind {
  /** The rows that keep the files; its name is that of the kind: `POST /attachments?kind=WarrantyScan`. */
  readonly entity: Entity<FileRow>;
  /** Makes an uploaded blob a row, or refuses. */
  readonly add: AnyAction;
  /** The field of the action's input that says where the file belongs, as the upload names it: `conversationId`. */
  readonly place: string;
  /** The types of content that are taken in; the action may refuse more. */
  readonly types: readonly string[];
  /** The file, if the actor may open it. */
  readonly open: (ctx: ReadContext, id: string) => Promise<FileRow | undefined>;
}

/** Declares a kind of file. Without `open`, whoever may see the row may open the file. */
export function defineFile<R extends FileRow, S extends Shape & FileInput>(
  entity: Entity<R>,
  {
    add,
    place,
    types,
    open = (ctx, id) => ctx.maybe(entity, id),
  }: {
    readonly add: TypedAction<S, R>;
    readonly place: Exclude<keyof S, keyof FileInput> & string;
    readonly types: readonly string[];
    readonly open?: (ctx: ReadContext, id: string) => Promise<R | undefined>;
  },
): FileKind {
  return { entity: entity as unknown as Entity<FileRow>, add: add as unknown as FileKind['add'], place, types, open };
}

/** Kinds of files that nothing could come in by, or that are declared twice. */
export function fileProblems(
  features: readonly {
    readonly files: readonly FileKind[];
    readonly actions: Readonly<Record<string, unknown>>;
    readonly entities: readonly Entity[];
  }[],
): string[] {
  const actions = new Set(features.flatMap((feature) => Object.values(feature.actions)));
  const entities = new Set(features.flatMap((feature) => feature.entities.map(({ name }) => name)));
  const names = features.flatMap(({ files }) => files.map(({ entity }) => entity.name));
  return features.flatMap(({ files }) =>
    files.flatMap(({ entity: { name }, add }) => [
      ...(entities.has(name) ? [] : [`the file ${name} is of an entity that no feature lists`]),
      ...(actions.has(add) ? [] : [`the file ${name} comes in by an action that no feature lists`]),
      ...(names.filter((other) => other === name).length > 1 ? [`the file ${name} is declared twice`] : []),
    ]),
  );
}
