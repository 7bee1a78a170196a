// Where the panel decides by a literal of a state or of a role of core, by the name of an action, or by a list of codes
// or actions of its own, found with the types of the compiler. What may be done core says, with its offers; what an
// action needs of its form its functions say. A line that only shows something by a state says so in a comment on it or
// before it: `Shown: ` and what. A table of words, looks or pictures by state needs no such comment, nor does a table
// or a `switch` that gives each action its form.
import { join } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { filesBelow, isTestFile, root } from './sources.mjs';

const PANEL = 'packages/admin/src';
const PROJECT = join(root, 'packages', 'admin', 'tsconfig.json');
const EQUALITY = [
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
];
const AROUND = [SyntaxKind.ParenthesizedExpression, SyntaxKind.NonNullExpression, SyntaxKind.AsExpression];
const WORDS_FOR = [SyntaxKind.LiteralType, SyntaxKind.PropertyAssignment];
const ASKS_A_LIST = ['includes', 'has', 'indexOf', 'lastIndexOf'];
const NAMES_A_STATE = /^(?:state|status|presence)$|State$/;
const IS_CODE = /^[A-Z][A-Z0-9_]+$/;
const SHOWN = /\/[/*]+\s*Shown: \S+ \S+/;

function walk(node, visit) {
  visit(node);
  // A visit that answers something would end the walk.
  node.forEachChild((child) => {
    walk(child, visit);
  });
}

function bare(node) {
  let inner = node;
  while (AROUND.includes(inner.kind)) inner = inner.expression;
  return inner;
}

function nameOf(node) {
  const inner = bare(node);
  if (inner.kind === SyntaxKind.Identifier) return inner.text;
  if (inner.kind === SyntaxKind.PropertyAccessExpression) return inner.name.text;
  return inner.kind === SyntaxKind.ElementAccessExpression ? (inner.argumentExpression.text ?? '') : '';
}

const membersOf = (type) => (type?.getTypes?.() ?? [type]).map((member) => member?.value);

/** The codes of a type that is one code or a choice of some; nothing for any other. */
function codesOf(type) {
  const members = membersOf(type);
  const codes = members.filter((value) => typeof value === 'string');
  return codes.length > 0 && members.every((value) => value === undefined || IS_CODE.test(value)) ? codes : [];
}

/** All codes of fields and inputs that people read; the codes of denials are no matter of rows. */
function codesIn({ codesOf: ofDesk, standardFeatures: features }) {
  const mapOf = (part) => new Map(features.flatMap((feature) => Object.entries(feature[part])));
  const entities = features.flatMap((feature) => feature.entities);
  return ofDesk({ features, entities, actions: mapOf('actions'), views: mapOf('views'), members: () => [] });
}

class Search {
  constructor(core, { checker, program }) {
    const machines = core.standardFeatures.flatMap(({ entities }) => entities.flatMap(({ machine }) => machine ?? []));
    this.machines = machines.map(({ states }) => new Set(states));
    this.states = new Set(machines.flatMap(({ states }) => states));
    this.roles = new Set(core.standardRoles());
    this.actions = core.standardFeatures.flatMap(({ actions }) => Object.keys(actions));
    this.names = new Set(this.actions);
    this.codes = new Set(Object.values(codesIn(core)).flatMap((set) => Object.keys(set)));
    this.checker = checker;
    this.program = program;
  }

  typeOf(node) {
    return this.checker.getTypeAtLocation(bare(node));
  }

  /** A value is a state by the codes that it may have, or by what it is called. */
  isState(node) {
    const type = this.typeOf(node);
    const codes = codesOf(type);
    const ofMachine = codes.length > 1 && this.machines.some((known) => codes.every((code) => known.has(code)));
    const isText = codes.length > 0 || this.checker.typeToString(type).startsWith('string');
    return ofMachine || (isText && NAMES_A_STATE.test(nameOf(node)));
  }

  /** A list of codes or of actions of core that the panel holds, whatever it is asked about: the rule is the list. */
  isListOfCore(list) {
    const texts = [...this.written(list).matchAll(/['"`](\w+)['"`]/g)].map(([, text]) => text);
    return texts.some((text) => this.codes.has(text) || this.names.has(text));
  }

  /** One action of core, named by a literal that is compared. */
  isAction(node) {
    return this.names.has(bare(node).text ?? '') && bare(node).kind !== SyntaxKind.Identifier;
  }

  /** One code that was written down, there or where its name is declared. */
  codeOf(node) {
    const codes = codesOf(this.typeOf(node));
    return codes.length === 1 ? codes[0] : undefined;
  }

  /** A text of any kind that is compared with a code which only states have. */
  isAnyText(node) {
    return this.checker.typeToString(this.typeOf(node)) === 'string';
  }

  compares(left, right) {
    const code = this.codeOf(right);
    if (code === undefined) return false;
    return this.isState(left) || (this.states.has(code) && this.isAnyText(left) && nameOf(left) !== 'code');
  }

  /** The text of a list or a table of the panel, there or where its name is declared; empty for what core gave. */
  written(node) {
    const inner = bare(node);
    if (inner.kind !== SyntaxKind.Identifier && inner.kind !== SyntaxKind.PropertyAccessExpression)
      return inner.getText();
    let symbol = this.checker.getSymbolAtLocation(inner);
    if (symbol?.valueDeclaration === undefined && symbol?.declarations.length > 0)
      symbol = this.checker.getAliasedSymbol(symbol);
    const declared = symbol?.valueDeclaration;
    return declared && declared.path.includes('/admin/src/') ? (declared.resolve()?.getText() ?? '') : '';
  }

  /** Whether what stands in a table by state is a decision: yes or no, something to do, or an action of core. */
  decidesByTable(table, answer) {
    const type = this.checker.typeToString(this.typeOf(answer));
    if (/\b(?:boolean|true|false)\b/.test(type)) return true;
    const text = this.written(table);
    return this.actions.some((action) => text.includes(`'${action}'`));
  }

  decides(node) {
    switch (node.kind) {
      case SyntaxKind.BinaryExpression: {
        const { left, right, operatorToken } = node;
        if (operatorToken.kind === SyntaxKind.InKeyword) return this.isState(left);
        if (!EQUALITY.includes(operatorToken.kind)) return false;
        return this.compares(left, right) || this.compares(right, left) || this.isAction(left) || this.isAction(right);
      }
      case SyntaxKind.CaseClause:
        return this.compares(node.parent.parent.expression, node.expression);
      case SyntaxKind.CallExpression: {
        const [given] = node.arguments;
        if (!given || node.expression.kind !== SyntaxKind.PropertyAccessExpression) return false;
        const { name, expression: list } = node.expression;
        if (name.text === 'get') return this.isState(given) && this.decidesByTable(list, node);
        return ASKS_A_LIST.includes(name.text) && this.isListOfCore(list);
      }
      case SyntaxKind.ElementAccessExpression:
        return this.isState(node.argumentExpression) && this.decidesByTable(node.expression, node);
      case SyntaxKind.StringLiteral:
      case SyntaxKind.NoSubstitutionTemplateLiteral:
        return this.roles.has(node.text) && !WORDS_FOR.includes(node.parent.kind);
      default:
        return false;
    }
  }
}

const panelFiles = () => filesBelow(PANEL).filter((path) => !isTestFile(path));

/** The decisions of the panel's features, each with its place; `texts` stand for files as they are on the disk. */
export function panelRules(core, { files = panelFiles(), texts = new Map() } = {}) {
  const over = new Map([...texts].map(([path, text]) => [join(root, path), text]));
  const api = new API({ cwd: root, fs: { readFile: (path) => over.get(path) } });
  try {
    const project = api.updateSnapshot({ openProjects: [PROJECT] }).getProject(PROJECT);
    const search = new Search(core, project);
    return files.flatMap((path) => {
      const source = project.program.getSourceFile(join(root, path));
      const lines = source.text.split('\n');
      const found = [];
      walk(source, (node) => {
        if (!search.decides(node)) return;
        const line = source.text.slice(0, node.getStart(source)).split('\n').length;
        const marked = [lines[line - 1], lines[line - 2] ?? ''].some((text) => SHOWN.test(text));
        if (!marked) found.push({ path, line, text: node.getText(source) });
      });
      return found;
    });
  } finally {
    api.close();
  }
}
