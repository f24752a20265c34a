// What a browser has and Node lacks, for botframework-directlinejs: require this first.
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');

const print = value => console.log(JSON.stringify(value));
const heard = handle => require('node:readline').createInterface({ input: process.stdin }).on('line', line => handle(JSON.parse(line)));

module.exports = { print, heard };
