/** @module Takes the layout out of `css` and `html` templates: it is for readers of the source, not for browsers. */

const TEMPLATE =
  /(\/\* css \*\/ |\bcss|\bhtml|\bsvg)`((?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^{}`]|\{[^{}]*\}|`(?:[^`\\$]|\$\{[^{}]*\})*`)*\})*)`/g;

const minifyCss = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ !important/g, '!important')
    .replace(/([ (,:-])0\./g, '$1.')
    .replace(/;}/g, '}')
    .trim();

/** Runs of space that hold a line break become one space, or nothing between two tags: no template of ours needs them. */
const minifyHtml = (text) => text.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');

/** Innermost templates first, as often as they are nested. */
function minify(code) {
  let before;
  let after = code;
  do {
    before = after;
    after = before.replace(
      TEMPLATE,
      (_, tag, text) => `${tag}\`${tag.includes('css') ? minifyCss(text) : minifyHtml(text)}\``,
    );
  } while (after !== before);
  return after;
}

export const minifyTemplates = () => ({
  name: 'minify-templates',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.ts$/.test(id) && /css|html/.test(code) ? { code: minify(code), map: null } : undefined,
});
