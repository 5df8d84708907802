// node languages.mjs TEXTS OUT: writes, a line for each text, the language that franc, tinyld and eld find; then their texts per second.
import { readFileSync, writeFileSync } from 'node:fs';
import { franc } from 'franc';
import { detect } from 'tinyld';
import { eld } from 'eld/large';

// franc names languages by three letters; eld knows Norwegian and Malay under their wider codes
const two = {
  arb: 'ar', bul: 'bg', cat: 'ca', ces: 'cs', dan: 'da', deu: 'de', ell: 'el', eng: 'en', spa: 'es', pes: 'fa', fin: 'fi', fra: 'fr', heb: 'he',
  hin: 'hi', hrv: 'hr', hun: 'hu', ind: 'id', ita: 'it', jpn: 'ja', kor: 'ko', nob: 'nb', nld: 'nl', pol: 'pl', por: 'pt', ron: 'ro', rus: 'ru',
  swe: 'sv', tha: 'th', tur: 'tr', ukr: 'uk', vie: 'vi', cmn: 'zh', no: 'nb',
};
const peers = {
  franc: text => franc(text, { minLength: 1 }),
  tinyld: text => detect(text),
  eld: text => { const found = eld.detect(text).language; return found === 'ms' ? 'id' : found; },
};

const [from, to] = process.argv.slice(2);
const texts = readFileSync(from, 'utf8').split('\n').slice(0, -1);
const columns = Object.values(peers).map(peer => {
  texts.slice(0, 500).forEach(peer);
  const start = process.hrtime.bigint();
  const found = texts.map(text => { const code = peer(text); return two[code] ?? code ?? ''; });
  return [...found, Math.round(texts.length / (Number(process.hrtime.bigint() - start) / 1e9))];
});
const rows = columns[0].map((_, row) => columns.map(column => column[row]).join('\t'));
writeFileSync(to, [Object.keys(peers).join('\t'), ...rows].join('\n') + '\n');
