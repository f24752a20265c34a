// Says that the packages are there, and repeats what it is told.
const { print, heard } = require('./globals.cjs');
const { ConnectorClient } = require('botframework-connector');
const { DirectLine } = require('botframework-directlinejs');

print({ connector: typeof ConnectorClient, directLine: typeof DirectLine, arguments: process.argv.slice(2) });
heard(told => {
  print(told);
  process.exit(0);
});
