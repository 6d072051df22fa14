// Starts a TypeScript file of this project: `node scripts/run.cjs FILE [arguments]`. Plain old
// JavaScript, so that a Node too old to read TypeScript can still hand over to the one that
// `npm ci` brought, or say in a sentence what is needed.
'use strict';

var fs = require('fs');
var path = require('path');
var url = require('url');

var needed = [22, 18];
var found = process.versions.node.split('.').map(Number);
var brought = path.join(
  __dirname,
  '../node_modules/node-' + process.platform.replace('win32', 'win') + '-' + process.arch,
  process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
);

if (found[0] > needed[0] || (found[0] === needed[0] && found[1] >= needed[1])) {
  var file = path.resolve(process.argv[2]);
  process.argv.splice(1, 2, file);
  void import(url.pathToFileURL(file).href);
} else if (fs.existsSync(brought)) {
  handOver();
} else {
  console.error(
    'Mahfuz needs Node ' +
      needed.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. Install a current Node from https://nodejs.org or your system and run the command again.' +
      ' (On Linux x64 and arm64 and on Windows x64 `npm ci` brings its own: run it first.)',
  );
  process.exit(1);
}

function handOver() {
  var child = require('child_process').spawn(brought, process.argv.slice(1), { stdio: 'inherit' });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on('exit', function (code) {
    process.exit(code === null ? 1 : code);
  });
}
