// offline-directline in front of a bot: node offline-directline.cjs PORT BOT_URL
const express = require('express');
const { getRouter } = require('offline-directline');

console.log = () => {};
const port = Number(process.argv[2]);
const app = express();
app.use(getRouter(`http://127.0.0.1:${port}`, process.argv[3], true));
app.listen(port, '127.0.0.1');
