/** @module What a dry run has shown: figures, and a row for each event for which the condition held. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../kit/language.ts';
import type { DeskDescription } from '../../records/description.ts';
import type { DryRun } from './data.ts';
import { ruleWords } from './words.ts';

type Row = DryRun['rows'][number];

const LOOKS: Readonly<Record<string, string>> = { WOULD_RUN: 'ok', REFUSED: 'danger', CAPPED: 'warn', LOOP: 'warn' };

interface Shown {
  readonly language: Language;
  readonly desk: DeskDescription;
  /** The address of a row. */
  readonly href: (entity: string, id: string) => string;
}

export function dryRunResult(seen: DryRun, shown: Shown): TemplateResult {
  const { language } = shown;
  const words = language.words(ruleWords);
  const heads = [words.whenCol, words.rowCol, words.outcomeCol, words.doesCol];
  return html`<p>${words.looked(seen.events, seen.matched)}
      ${seen.since ? words.since(language.full(seen.since)) : nothing} <span class="muted">${words.asOfNow}</span></p>
    <div class="row wrap">
      <span class="chip ok">${language.number(seen.wouldRun)} ${words.wouldRun}</span>
      <span class="chip danger">${language.number(seen.refused)} ${words.refused}</span>
      <span class="chip warn">${language.number(seen.capped)} ${words.capped}</span>
    </div>
    ${
      seen.rows.length === 0
        ? html`<p class="muted">${words.none}</p>`
        : html`<table class="stacking"><caption class="visually-hidden">${words.dryRun}</caption>
          <thead><tr>${heads.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${seen.rows.map((row) => dryRow(row, shown))}</tbody></table>`
    }`;
}

function dryRow(row: Row, { language, desk, href }: Shown): TemplateResult {
  const words = language.words(ruleWords);
  const called = (entity: string) => language.of(desk.titles?.entities[entity] ?? { zh: entity, en: entity });
  const changes = new Map<string, number>();
  for (const { entity, change } of row.changes) {
    const line = `${language.code('RuleDryChange', change)}${language.source === 'zh' ? '：' : ': '}${called(entity)}`;
    changes.set(line, (changes.get(line) ?? 0) + 1);
  }
  const does = [
    ...[...changes].map(([line, count]) => (count > 1 ? `${line} × ${count}` : line)),
    ...row.effects.map((what) => words.sends(language.of(what))),
    ...row.notices.map((title) => words.tells(title)),
  ];
  return html`<tr>
    <td data-label=${words.whenCol}>${language.full(row.at)}</td>
    <th scope="row" data-label=${words.rowCol}>
      <a href=${href(row.entity, row.rowId)}>${row.label || called(row.entity)}</a></th>
    <td data-label=${words.outcomeCol}>
      <span class="chip ${LOOKS[row.outcome] ?? ''}">${language.code('RuleDryOutcome', row.outcome)}</span>
      ${row.why ? html`<p class="hint">${language.of(row.why)}</p>` : nothing}</td>
    <td data-label=${words.doesCol}>${does.map((line) => html`<div>${line}</div>`)}</td>
  </tr>`;
}
