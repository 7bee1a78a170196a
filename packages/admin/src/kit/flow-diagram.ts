/**
 * @module Draws a flow: nodes and what leads where, laid out by layers. It says nothing that the list beside it does not
 * say, so it is hidden from whoever cannot see it.
 */
import { Graph, layout } from '@dagrejs/dagre';
import { css, nothing, svg, html, type TemplateResult } from 'lit';
import { base } from './base-style.ts';
import { DeskElement, define } from './element.ts';

export interface DrawnNode {
  readonly code: string;
  readonly title: string;
  readonly below: string;
  readonly next: readonly string[];
  /** `done` and `now` of something that runs, `wrong` of a draft, `chosen` in an editor. */
  readonly look?: 'done' | 'now' | 'wrong' | undefined;
  readonly chosen?: boolean;
}

const WIDTH = 168;
const HEIGHT = 50;
const MARGIN = 8;
/** So many columns of a letter fit into a line of a node; a Chinese character takes two. */
const COLUMNS = 23;

const columnsOf = (letter: string): number => (letter.charCodeAt(0) > 0x2e7f ? 2 : 1);

/** The beginning of a text that fits. */
function fitted(text: string): string {
  let used = 0;
  for (const [at, letter] of [...text].entries()) {
    used += columnsOf(letter);
    if (used > COLUMNS) return `${[...text].slice(0, at - 1).join('')}…`;
  }
  return text;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** @summary A flow as a diagram; tells `desk-pick` with the code of the node that was pressed. */
export class DeskFlowDiagram extends DeskElement {
  static override properties = { nodes: { attribute: false }, label: {} };
  static override styles = [
    base,
    css`
      figure {
        margin: 0;
        overflow: auto;
        max-block-size: 42rem;
        padding: 0.25rem;
      }
      svg {
        display: block;
        margin-inline: auto;
        max-inline-size: none;
      }
      rect {
        fill: var(--surface);
        stroke: var(--line-strong);
        stroke-width: 1.25;
      }
      .done rect {
        fill: var(--ok-soft);
        stroke: var(--ok);
      }
      .now rect {
        fill: var(--accent-soft);
        stroke: var(--accent);
        stroke-width: 2;
      }
      .wrong rect {
        stroke: var(--danger);
        stroke-dasharray: 4 3;
        stroke-width: 2;
      }
      .chosen rect {
        stroke: var(--accent);
        stroke-width: 2.5;
      }
      g.node {
        cursor: pointer;
      }
      text {
        fill: var(--ink);
        font-size: 12px;
      }
      text.below {
        fill: var(--ink);
        font-size: 11px;
        opacity: 0.75;
      }
      path {
        fill: none;
        stroke: var(--line-strong);
        stroke-width: 1.25;
      }
      marker path {
        fill: var(--line-strong);
        stroke: none;
      }
      @media (forced-colors: active) {
        rect,
        path {
          stroke: CanvasText;
        }
      }
    `,
  ];

  nodes: readonly DrawnNode[] = [];
  label = '';

  override render() {
    const shown = this.nodes.filter(({ code }) => code !== '');
    if (shown.length === 0) return nothing;
    const graph = new Graph();
    graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 36 });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const { code } of shown) graph.setNode(code, { width: WIDTH, height: HEIGHT });
    for (const { code, next } of shown)
      for (const to of next) if (to !== code && shown.some((node) => node.code === to)) graph.setEdge(code, to);
    layout(graph);
    const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
    const [w, h] = [width + 2 * MARGIN, height + 2 * MARGIN];
    return html`<figure>
      <svg width=${w} height=${h} viewBox="${-MARGIN} ${-MARGIN} ${w} ${h}" aria-hidden="true">
        <defs>${svg`<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z"></path></marker>`}</defs>
        ${graph.edges().map((edge: Way) => svg`<path marker-end="url(#head)" d=${line(graph.edge(edge)?.points ?? [])}></path>`)}
        ${shown.map((node) => this.#renderNode(node, graph.node(node.code) ?? { x: 0, y: 0 }))}
      </svg>
    </figure>`;
  }

  #renderNode(node: DrawnNode, { x = 0, y = 0 }: Partial<Point>): TemplateResult {
    const { code, title, below, look = '', chosen } = node;
    const [left, top] = [x - WIDTH / 2, y - HEIGHT / 2];
    return svg`<g class="node ${look} ${chosen ? 'chosen' : ''}" @click=${() => this.tell('desk-pick', code)}>
      <title>${code} ${title}</title>
      <rect x=${left} y=${top} width=${WIDTH} height=${HEIGHT} rx="8"></rect>
      <text x=${left + 10} y=${top + 21}>${fitted(`${code} ${title}`)}</text>
      <text class="below" x=${left + 10} y=${top + 38}>${fitted(below)}</text>
    </g>`;
  }
}

/** From where to where a line leads. */
interface Way {
  readonly v: string;
  readonly w: string;
}

const line = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('');

define('desk-admin-flow-diagram', DeskFlowDiagram);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-flow-diagram': DeskFlowDiagram;
  }
}
