// The words of the interface in English, a file for each part of the window.
import help from './help.json' with { type: 'json' };
import packs from './packs.json' with { type: 'json' };
import record from './record.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import timeline from './timeline.json' with { type: 'json' };
import window from './window.json' with { type: 'json' };

export default { ...help, ...packs, ...record, ...search, ...timeline, ...window };
