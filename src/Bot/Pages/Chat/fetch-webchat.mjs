// Run by WebChat.targets in obj/: checks the package's hash, takes the bundle out of it and compresses it.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

const [tarball, expected] = process.argv.slice(2);
const packed = readFileSync(tarball);
const actual = 'sha512-' + createHash('sha512').update(packed).digest('base64');
if (actual !== expected) {
  rmSync(tarball);
  console.error(`error WARM003: ${tarball} has the hash ${actual}, expected ${expected}. It was thrown away.`);
  process.exit(1);
}

const files = new Map(entries(gunzipSync(packed)));
const bundle = take('package/dist/webchat.js');
write('webchat.js.br', brotliCompressSync(bundle, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bundle.length },
}));
write('webchat.js.gz', gzipSync(bundle, { level: 9 }));
write('webchat.js.LICENSE.txt', take('package/dist/webchat.js.LICENSE.txt'));
rmSync(tarball);

/** The files of a tar archive: 512-byte headers, each followed by its content rounded up to 512. */
function* entries(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const text = (from, length) => tar.toString('utf8', at + from, at + from + length).split('\0')[0].trim();
    const size = parseInt(text(124, 12), 8) || 0;
    const prefix = text(345, 155);
    yield [(prefix ? prefix + '/' : '') + text(0, 100), tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function take(name) {
  const content = files.get(name);
  if (!content) {
    console.error(`error WARM004: ${tarball} has no ${name}.`);
    process.exit(1);
  }
  return content;
}

/** Written aside and renamed: a build that is stopped half-way leaves no half file behind. */
function write(name, content) {
  writeFileSync(name + '.part', content);
  renameSync(name + '.part', name);
}
