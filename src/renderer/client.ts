// The window's own client: what the views' hooks call the archive with.
import { createClient } from './create-client.ts';

export const client = createClient(window.mahfuz);
