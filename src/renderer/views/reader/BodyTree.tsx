// A body's tree as elements; where a link would lead is shown and copied, never followed.
import type { ReactNode } from 'react';
import type { BodyNode } from '../../../shared/reading.ts';
import { WebAddress } from './WebAddress.tsx';

type Element = Extract<BodyNode, { type: 'element' }>;

/** Sets a body's nodes; text stays text, whatever it looks like. */
export function BodyTree({ nodes }: { nodes: BodyNode[] }): ReactNode {
  return nodes.map((node, index) =>
    node.type === 'text' ? node.value : <BodyElement key={index} element={node} />,
  );
}

function BodyElement({ element }: { element: Element }) {
  const { name: Name, href, first, children } = element;
  if (Name === 'br' || Name === 'hr') return <Name />;
  const inside = <BodyTree nodes={children} />;
  if (Name === 'a') return <WebAddress address={href}>{inside}</WebAddress>;
  if (Name === 'ol') return <ol start={first}>{inside}</ol>;
  return <Name>{inside}</Name>;
}
