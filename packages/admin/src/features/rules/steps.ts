/**
 * @module The steps of a rule: forms drawn from the inputs of their actions, of which each field may come from the
 * event.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { bareSelect, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { unwrapped, type ActionDescription, type DeskDescription, type JsonSchema } from '../../records/description.ts';
import { schemaForm, type FormContext } from '../../records/schema-form.ts';
import { fieldName } from '../../records/names.ts';
import type { EventKind, RuleKit, RuleStep } from './data.ts';
import { ruleWords } from './words.ts';

export interface StepForms {
  readonly language: Language;
  readonly kit: RuleKit;
  readonly desk: DeskDescription;
  readonly kind: EventKind;
  readonly steps: readonly RuleStep[];
  readonly nameOf: (field: string) => string;
  readonly form: Pick<FormContext, 'directory' | 'find' | 'zone'>;
  readonly problems: (path: string) => TemplateResult | typeof nothing;
  readonly change: (steps: readonly RuleStep[]) => void;
}

type Source = 'written' | 'field' | 'hours';

const sourceOf = (value: unknown): Source => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'written';
  return 'field' in value ? 'field' : 'hours' in value ? 'hours' : 'written';
};

export function stepForms(about: StepForms): TemplateResult {
  const { language, steps, change } = about;
  const words = language.words(ruleWords);
  return html`${steps.map((_, index) => stepForm(about, index))}
    <div><button class="button tight" type="button"
      @click=${() => change([...steps, { action: '', input: {} }])}>
      ${icon('plus', 'small')}${words.addStep}</button></div>`;
}

function stepForm(about: StepForms, index: number): TemplateResult {
  const { language, kit, desk, steps, change, problems } = about;
  const words = language.words(ruleWords);
  const step = steps[index] as RuleStep;
  const known = kit.steps.find(({ action }) => action === step.action);
  const action = desk.actions.find(({ name }) => name === step.action);
  const set = (next: RuleStep) => change(steps.map((one, at) => (at === index ? next : one)));
  const up = () => {
    const next = [...steps];
    next.splice(index - 1, 2, steps[index] as RuleStep, steps[index - 1] as RuleStep);
    change(next);
  };
  const titleOf = (name: string) => language.of(desk.titles?.actions[name] ?? { zh: name, en: name });
  return html`<fieldset class="step"><legend>${words.step(index + 1)}</legend>
    <div class="row">
      ${selectField({
        id: `action-${index}`,
        label: words.action,
        value: step.action,
        empty: '–',
        choices: kit.steps.map(({ action: name }) => ({ value: name, label: titleOf(name) })),
        onInput: (name) => set({ action: name, input: begun(about, name) }),
      })}
      ${index > 0 ? upButton(words.up(words.step(index + 1)), up) : nothing}
      <button class="button plain tight" type="button" aria-label=${words.remove(words.step(index + 1))}
        @click=${() => change(steps.filter((_, at) => at !== index))}>${icon('trash', 'small')}</button>
    </div>
    ${known && !known.granted ? locked(words.notGranted) : nothing}
    ${action && known ? fieldsOf(about, index, action, known.filled) : nothing}
    ${problems(`draft.steps.${index}`)}
  </fieldset>`;
}

const upButton = (label: string, run: () => void): TemplateResult =>
  html`<button class="button plain tight" type="button" aria-label=${label} @click=${run}>↑</button>`;

const locked = (why: string): TemplateResult =>
  html`<p class="hint row">${icon('lock', 'small')}<span>${why}</span></p>`;

/** What the event knows under the same name is taken from there. */
function begun({ desk, kind }: StepForms, name: string): RuleStep['input'] {
  const action = desk.actions.find((one) => one.name === name);
  const fields = Object.keys(action?.input.properties ?? {}).filter((field) => field !== 'id');
  return Object.fromEntries(
    fields.flatMap((field) => {
      const same = kind.fields.find((one) => one.field === field && one.of !== null);
      const row = kind.fields.find((one) => one.field === 'id' && field === `${lower(one.of ?? '')}Id`);
      return same ? [[field, { field }]] : row ? [[field, { field: 'id' }]] : [];
    }),
  );
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function fieldsOf(
  about: StepForms,
  index: number,
  action: ActionDescription,
  filled: readonly string[],
): TemplateResult {
  const { kind } = about;
  const own = action.on === kind.entity;
  const names = Object.keys(action.input.properties ?? {}).filter(
    (name) => !filled.includes(name) && !(name === 'id' && own),
  );
  return html`<div class="fields">${names.map((name) => stepField(about, index, action, name))}</div>`;
}

function stepField(about: StepForms, index: number, action: ActionDescription, name: string): TemplateResult {
  const { language, steps, kind, desk, form, nameOf, change } = about;
  const words = language.words(ruleWords);
  const step = steps[index] as RuleStep;
  const schema = action.input.properties?.[name] as JsonSchema;
  const { inner } = unwrapped(schema);
  const value = step.input[name];
  const source = name === 'id' && value === undefined ? 'field' : sourceOf(value);
  const label = fieldName({ name, title: schema.words }, language);
  const set = (next: unknown) => {
    const { [name]: _before, ...others } = step.input;
    const input = next === undefined ? others : { ...others, [name]: next };
    change(steps.map((one, at) => (at === index ? { ...one, input } : one)));
  };
  const sources: readonly Source[] =
    inner.format === 'date-time' ? ['written', 'field', 'hours'] : ['written', 'field'];
  const called: Readonly<Record<Source, string>> = {
    written: words.written,
    field: words.fromEvent,
    hours: words.hoursAfter,
  };
  const begin: Readonly<Record<Source, unknown>> = { written: undefined, field: { field: 'id' }, hours: { hours: 24 } };
  const id = `step-${index}-${name}`;
  return html`<div class="given">
    ${
      source === 'field'
        ? selectField({
            id,
            label,
            value: String((value as { field?: string } | undefined)?.field ?? ''),
            empty: '–',
            choices: kind.fields.map((one) => ({ value: one.field, label: nameOf(one.field) })),
            onInput: (field) => set(field ? { field } : undefined),
          })
        : source === 'hours'
          ? textField({
              id,
              label,
              type: 'number',
              min: 1,
              value: String((value as { hours?: number }).hours ?? ''),
              onInput: (hours) => set({ hours: Number(hours) }),
            })
          : schemaForm(
              action.input,
              {
                ...form,
                language,
                entities: desk.entities,
                value: step.input,
                problem: undefined,
                change: (input) => change(steps.map((one, at) => (at === index ? { ...one, input } : one))),
              },
              [name],
            )
    }
    ${bareSelect({
      id: `${id}-source`,
      label: `${words.from}: ${label}`,
      value: source,
      choices: sources.map((one) => ({ value: one, label: called[one] })),
      onInput: (next) => next && set(begin[next]),
    })}
  </div>`;
}
