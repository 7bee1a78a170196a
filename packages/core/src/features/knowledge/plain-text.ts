/** The words of a Markdown text as one would type them into a message: no marks, links as address, lists as lines. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^```.*$/gm, '')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^>\s?/gm, '')
    .replace(/^[ \t]*[-*+][ \t]+/gm, '· ')
    .replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)[^)\n]*\)/g, '$1 $2')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** At most so many characters, ended at a sentence or a line where there is one. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most).join('');
  const end = Math.max(...['。', '!', '?', '. ', '! ', '? ', '\n'].map((mark) => cut.lastIndexOf(mark)));
  return end > most / 2 ? cut.slice(0, end + 1).trim() : `${cut.trim()}…`;
}
