// node nlpjs.cjs TRAIN TEST OUT: learns from lines of label⇥text, then writes intent⇥score for each line of TEST.
const { readFileSync, writeFileSync } = require('node:fs');
const { dockStart } = require('@nlpjs/basic');

const lines = file => readFileSync(file, 'utf8').split('\n').filter(line => line.length > 0);

(async () => {
  const [train, test, out] = process.argv.slice(2);
  const quiet = { languages: ['en'], autoSave: false, autoLoad: false, log: false, nlu: { log: false } };
  const dock = await dockStart({ settings: { nlp: quiet }, use: ['Basic', 'LangEn'] });
  const nlp = dock.get('nlp');
  for (const line of lines(train)) {
    const tab = line.indexOf('\t');
    nlp.addDocument('en', line.slice(tab + 1), line.slice(0, tab));
  }
  await nlp.train();
  const answers = [];
  for (const text of lines(test)) {
    const answer = await nlp.process('en', text);
    answers.push(`${answer.intent}\t${answer.score}`);
  }
  writeFileSync(out, answers.join('\n') + '\n');
})();
