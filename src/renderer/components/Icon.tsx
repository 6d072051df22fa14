// The few icons, drawn for this program on a grid of 16 by 16.
const PATHS = {
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  back: 'M9.5 3 4.5 8l5 5',
  forward: 'm6.5 3 5 5-5 5',
  up: 'm3.5 10 4.5-4.5L12.5 10',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  close: 'm4 4 8 8m0-8-8 8',
  settings:
    'M2 5h7m4 0h1M2 11h1m4 0h7M11 5a1.75 1.75 0 1 1-3.5 0A1.75 1.75 0 0 1 11 5Zm-4.5 6A1.75 1.75 0 1 1 3 11a1.75 1.75 0 0 1 3.5 0Z',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.4 6.3A1.7 1.7 0 1 1 8.6 8c-.4.2-.6.5-.6.9v.3M8 11.3v.1',
  find: 'M3 4h6M3 8h3M3 12h3m4.3-.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8Zm1.8-.7L14 13',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2m-7-2h7v4h-7z',
  quote: 'M6.5 4.5C4.3 5 3 6.6 3 9v2.5h3.5V8H4.6M13 4.5c-2.2.5-3.5 2.1-3.5 4.5v2.5H13V8h-1.9',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  packs:
    'M2.5 5 8 2.500 13.500 5v6L8 13.500 2.500 11ZM2.500 5 8 7.500 13.500 5M8 7.500v6M5.200 3.800l5.600 2.500',
  timeline:
    'M2.500 3v10.500h11.500M5.500 10.500h5M5.500 7.200h2.500M9.500 7.200h3.500M7.500 4h4.500',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  whole: 'M2.500 4v8M13.500 4v8M4.500 8h7M6.500 6l-2 2 2 2M9.500 6l2 2-2 2',
  earlier: 'M3 3.500v9M12.500 4l-5 4 5 4',
  later: 'M13 3.500v9M3.500 4l5 4-5 4',
  filter: 'M2 4h12M4.500 8h7M6.500 12h3',
  exclude: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5 8h6',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  warning: 'M8 2.5 14.2 13.500H1.800ZM8 6.500v3.200M8 11.500v.1',
} as const;

export type IconName = keyof typeof PATHS;

/** These point along the writing direction. */
const MIRRORED = new Set<IconName>(['back', 'forward', 'earlier', 'later']);

/** Draws an icon in the colour and size of the text around it; those that point along the text follow its direction. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      data-mirrored={MIRRORED.has(name) || undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
