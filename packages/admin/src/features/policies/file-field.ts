import { html, nothing, type TemplateResult } from 'lit';
import { framed } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { readTextFile } from '../../kit/text-file.ts';
import type { Language } from '../../kit/language.ts';
import { fileFieldWords } from './file-field-words.ts';

/** Takes a file and hands on its text. */
export const fileField = ({ language, read }: { language: Language; read: (text: string) => void }): TemplateResult =>
  framed(
    { id: 'file', label: language.words(fileFieldWords).file, required: true },
    html`<input id="file" type="file" accept="application/json,.json" @change=${async (event: Event) => {
      const [file] = (event.target as HTMLInputElement).files ?? [];
      const picked = file && (await readTextFile(file));
      if (picked) read('text' in picked ? picked.text : '');
    }} />`,
  );

/** Everything that is wrong with a file, place by place. */
export const fileErrors = (errors: readonly string[], language: Language): TemplateResult | typeof nothing =>
  errors.length > 0
    ? html`<div class="notice danger"
      role="alert">${icon('warning')}<div><p>${language.words(fileFieldWords).errors}</p><ul>${errors.map((one) => html`<li class="small">${one}</li>`)}</ul></div></div>`
    : nothing;
