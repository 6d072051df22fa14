// Starts a TypeScript file of this project: `node scripts/run.cjs FILE [arguments]`. Plain old
// JavaScript, so that a Node too old to read TypeScript can still say so in a sentence.
'use strict';

var path = require('path');
var url = require('url');

var needed = [22, 18];
var found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    'Mahfuz needs Node ' +
      needed.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. Install a current Node from https://nodejs.org or your system and run the command again.' +
      ' (On Linux x64/arm64 and Windows x64 `npm ci` brings its own: run it first.)',
  );
  process.exit(1);
}

var file = path.resolve(process.argv[2]);
process.argv.splice(1, 2, file);
import(url.pathToFileURL(file).href);
