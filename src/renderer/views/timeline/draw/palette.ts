// The colours of the timeline, read from the page's tokens: for the present theme, or for paper.

const TOKENS = {
  page: '--page',
  raised: '--raised',
  ink: '--ink',
  soft: '--ink-soft',
  quiet: '--ink-quiet',
  rule: '--rule',
  ruleStrong: '--rule-strong',
  accent: '--accent',
  warning: '--warning',
  shutdown: '--time-shutdown',
  service_block: '--time-service',
  throttle: '--time-throttle',
  content_block: '--time-content',
  unknown: '--time-unstated',
  count: '--time-count',
  rest: '--time-count-rest',
  grid: '--time-grid',
} as const;

export type Palette = Record<keyof typeof TOKENS, string>;

/** What the system's own colours say where they replace all others. */
const FORCED: Partial<Record<keyof typeof TOKENS, string>> = {
  page: 'Canvas',
  raised: 'Canvas',
  ink: 'CanvasText',
  soft: 'CanvasText',
  quiet: 'CanvasText',
  rule: 'GrayText',
  ruleStrong: 'GrayText',
  accent: 'Highlight',
  warning: 'CanvasText',
};

const forced = matchMedia('(forced-colors: active)');
const contrast = matchMedia('(prefers-contrast: more)');

/** Reads the colours that the tokens mean at the moment; on paper they are those of the light theme. */
export function readPalette(on: 'screen' | 'paper'): Palette {
  const probe = document.createElement('i');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  if (on === 'paper') probe.style.colorScheme = 'light';
  document.body.append(probe);
  const useForced = on === 'screen' && forced.matches;
  const read = Object.entries(TOKENS).map(([name, token]) => {
    const system = useForced ? FORCED[name as keyof typeof TOKENS] : undefined;
    probe.style.color = system ?? `var(${token})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  const palette = Object.fromEntries(read) as Palette;
  return on === 'paper' ? { ...palette, page: '#ffffff', raised: '#ffffff' } : palette;
}

/** Tells whenever colours may have become others: the theme, forced colours, more contrast. */
export function watchPalette(changed: () => void): () => void {
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of [forced, contrast]) query.addEventListener('change', changed);
  return () => {
    theme.disconnect();
    for (const query of [forced, contrast]) query.removeEventListener('change', changed);
  };
}
