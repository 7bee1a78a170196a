import { html, nothing, type TemplateResult } from 'lit';
import type { CaseService as Service } from './words.ts';
import type { Photo } from './photo-queue.ts';

export interface PhotoFieldOptions {
  readonly photos: readonly Photo[];
  readonly isRequired: boolean;
  readonly isMissing: boolean;
  readonly service: Service;
  readonly fileProblems: {
    readonly type: (name: string) => string;
    readonly size: (name: string) => string;
    readonly failed: string;
  };
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (id: string) => void;
}

/** The photos of a request with how far each is, and the way to more. */
export function photoFields({
  photos,
  isRequired,
  isMissing,
  service,
  fileProblems,
  onAdd,
  onRemove,
}: PhotoFieldOptions): TemplateResult {
  const { words } = service;
  const pick = (event: Event) => ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  const picked = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    onAdd(files);
  };
  return html`<fieldset><legend>${isRequired ? words.flow.photosRequired : words.flow.photos}</legend>
    <p class="muted">${words.flow.photosHint}</p>
    ${isMissing ? html`<p class="wrong" role="alert">${words.flow.photoMissing}</p>` : nothing}
    <ul class="photos">${photos.map((photo) => photoRow(photo, { service, fileProblems, onRemove }))}</ul>
    <button type="button" class="button" @click=${pick}>${words.flow.addPhoto}</button><input type="file" hidden multiple accept="image/*" @change=${picked} />
  </fieldset>`;
}

function photoRow(
  { id, name, url, share, attachmentId, problem }: Photo,
  { service: { words }, fileProblems, onRemove }: Pick<PhotoFieldOptions, 'service' | 'fileProblems' | 'onRemove'>,
): TemplateResult {
  const why = problem === 'failed' ? fileProblems.failed : problem && fileProblems[problem](name);
  const state =
    attachmentId || problem
      ? nothing
      : share > 0
        ? html`<progress max="1" value=${share} aria-label=${name}></progress>`
        : html`<span class="muted">${words.flow.photoWaits}</span>`;
  return html`<li>
    ${url ? html`<img src=${url} alt=${name} />` : html`<span class="blank">${name}</span>`}
    ${state}${why ? html`<span class="wrong">${why}</span>` : nothing}
    <button type="button" class="remove" aria-label=${words.flow.removePhoto(name)} @click=${() => onRemove(id)}>✕</button>
  </li>`;
}
