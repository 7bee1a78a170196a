/**
 * @module Takes the layout out of `css` and `html` templates and of questions in GraphQL: it is for readers of the
 * source, not for browsers.
 */

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

/** Runs of space that hold a line break become one space; between two tags they become `betweenTags`. */
const minifyHtml = (text, betweenTags) => text.replace(/>\s*\n\s*</g, `>${betweenTags}<`).replace(/\s*\n\s*/g, ' ');

/** A question to the desk; no text of a person stands in one. */
const QUESTION = /`((?:query|mutation|subscription) [^`]*)`/g;

/** Innermost templates first, as often as they are nested. */
function minify(code, betweenTags) {
  let before;
  let after = code.replace(QUESTION, (question) => question.replace(/\s*\n\s*/g, ' '));
  do {
    before = after;
    after = before.replace(
      TEMPLATE,
      (_, tag, text) => `${tag}\`${tag.includes('css') ? minifyCss(text) : minifyHtml(text, betweenTags)}\``,
    );
  } while (after !== before);
  return after;
}

/**
 * @param betweenTags - What is left of a line break between two tags: a space where words may stand beside each other.
 */
export const minifyTemplates = ({ betweenTags = '' } = {}) => ({
  name: 'minify-templates',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.ts$/.test(id) && /css|html|query|mutation|subscription/.test(code)
      ? { code: minify(code, betweenTags), map: null }
      : undefined,
});
