// Sets a body's tree as lines of plain text.
import type { BodyNode } from '../../shared/reading.ts';
import { paragraph, type Screen } from './lines.ts';

type Element = Extract<BodyNode, { type: 'element' }>;

/** The words in a tree on one line; a link is followed by where it leads. */
function inline(nodes: BodyNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.name === 'br') return '\n';
      const text = inline(node.children);
      return node.name === 'a' && node.href !== text ? `${text} <${node.href}>` : text;
    })
    .join('');
}

const isBlock = (node: BodyNode) =>
  node.type === 'element' && /^(?:p|h[234]|ul|ol|li|blockquote|pre|hr|table)$/.test(node.name);

/** Sets blocks with an empty line between them; what stands between blocks is a paragraph of its own. */
export function bodyText(screen: Screen, nodes: BodyNode[], before = ''): string {
  const blocks: string[] = [];
  let loose: BodyNode[] = [];
  const flush = () => {
    const text = inline(loose);
    if (text.trim() !== '') blocks.push(lines(screen, text, before));
    loose = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) loose.push(node);
    else {
      flush();
      blocks.push(block(screen, node as Element, before));
    }
  }
  flush();
  return blocks.filter(Boolean).join(nodes.every(isBlock) ? '\n\n' : '\n');
}

function lines(screen: Screen, text: string, before: string): string {
  return text
    .split('\n')
    .map((line) => paragraph(screen, line, { before }))
    .join('\n');
}

function block(screen: Screen, element: Element, before: string): string {
  switch (element.name) {
    case 'ul':
    case 'ol':
      return list(screen, element, before);
    case 'blockquote':
      return bodyText(screen, element.children, `${before}  `);
    case 'pre':
      // Line breaks are what such a text is about: it is not wrapped.
      return lines({ ...screen, width: null }, inline(element.children), `${before}    `);
    case 'hr':
      return `${before}* * *`;
    case 'table':
      return rows(element)
        .map((row) => paragraph(screen, row.join(' | '), { before }))
        .join('\n');
    default:
      return lines(screen, inline(element.children), before);
  }
}

function list(screen: Screen, { name, first = 1, children }: Element, before: string): string {
  return children
    .map((item, index) => {
      const bullet = name === 'ol' ? `${first + index}. ` : '- ';
      const indent = before + ' '.repeat(bullet.length);
      const text = item.type === 'element' ? bodyText(screen, item.children, indent) : '';
      return before + bullet + text.slice(indent.length);
    })
    .join('\n');
}

function rows(table: Element): string[][] {
  const found: string[][] = [];
  const visit = (node: BodyNode) => {
    if (node.type !== 'element') return;
    if (node.name === 'tr') {
      found.push(node.children.map((cell) => inline('children' in cell ? cell.children : [])));
    } else node.children.forEach(visit);
  };
  visit(table);
  return found;
}
