// `npm run -s cli`: the terminal, with the bundled archive built where it is missing or older than its text.
import { buildIfNeeded } from './build.ts';

buildIfNeeded(['the bundled archive']);
await import('../src/main/cli.ts');
