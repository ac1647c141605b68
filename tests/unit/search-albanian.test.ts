import { expect, it } from 'vitest';
import { normalizeWords } from '../../src/search/normalize.ts';

/** A word as it is searched, without the marks that Pagefind takes off. */
const searched = (word: string) =>
  normalizeWords(word, 'sq').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

it.each([
  ['qeveria', 'qeverisë'],
  ['qeveri', 'qeverinë'],
  ['qeveritë', 'qeverive'],
  ['ministri', 'ministrit'],
  ['ministrat', 'ministrave'],
  ['presidenti', 'presidentit'],
  ['presidentët', 'presidentëve'],
  ['kryeministri', 'kryeministrin'],
  ['ushtria', 'ushtrisë'],
  ['ushtarët', 'ushtarëve'],
  ['zgjedhjet', 'zgjedhjeve'],
  ['zgjedhje', 'zgjedhjet'],
  ['parlamenti', 'parlamentit'],
  ['policia', 'policisë'],
  ['Kosova', 'Kosovës'],
  ['Kosovë', 'Kosovën'],
  ['Prishtina', 'Prishtinës'],
  ['Prishtinë', 'Prishtinën'],
  ['Serbia', 'Serbisë'],
  ['Shqipëria', 'Shqipërinë'],
  ['Evropa', 'Evropës'],
  ['lufta', 'luftës'],
  ['luftë', 'luftën'],
  ['ligji', 'ligjit'],
  ['ligje', 'ligjeve'],
  ['shkolla', 'shkollës'],
  ['shkollat', 'shkollave'],
  ['qyteti', 'qytetit'],
  ['vendi', 'vendit'],
  ['bashkia', 'bashkisë'],
  ['komuna', 'komunës'],
  ['gjykata', 'gjykatës'],
  ['drejtësi', 'drejtësisë'],
  ['marrëveshja', 'marrëveshjes'],
  ['studentët', 'studentëve'],
])('%s and %s are forms of one word', (one, other) => {
  expect(searched(one)).toBe(searched(other));
});

it.each([
  ['ushtar', 'ushtri'],
  ['polic', 'policia'],
  ['Serbia', 'serbët'],
  ['Rusia', 'rusët'],
  ['Gjermania', 'gjermanët'],
  ['Shqipëria', 'shqiptarët'],
  ['Shqipëria', 'shqip'],
  ['Kosova', 'kosovarët'],
  ['ligj', 'ligjor'],
  ['vend', 'vendim'],
  ['vendi', 'vendosi'],
  ['shkolla', 'shkollore'],
  ['gjyqi', 'gjyqtari'],
  ['gjykata', 'gjyqi'],
  ['zyra', 'zyrtari'],
  ['mësuesi', 'mësimi'],
  ['parti', 'partner'],
  ['parti', 'parte'],
  ['drejt', 'drejtësi'],
  ['drejtor', 'drejtësi'],
  ['komuna', 'komuniteti'],
  ['popull', 'popullsi'],
  ['qytet', 'qytetar'],
  ['qeveri', 'qeveritar'],
  ['mal', 'mall'],
  ['mali', 'malli'],
  ['bar', 'bari'],
  ['student', 'studim'],
  ['rrugë', 'rrugaç'],
  ['dita', 'diell'],
  ['motra', 'moti'],
  ['burri', 'bursa'],
  ['grua', 'grup'],
  ['fëmija', 'fema'],
  ['kufi', 'kufoma'],
  ['punë', 'punëtor'],
  ['ujë', 'ujk'],
  ['marrëveshje', 'marrëdhënie'],
  ['Serbia', 'serb'],
  ['bota', 'boton'],
  ['rend', 'rendit'],
  ['palë', 'palestra'],
  ['Greqia', 'grek'],
  ['Kina', 'kinema'],
  ['festa', 'festival'],
  ['karta', 'kartel'],
  ['koha', 'kohezion'],
  ['nata', 'natyra'],
  ['fjala', 'fjali'],
  ['fjalia', 'fjala'],
  ['rëndësi', 'rëndë'],
  ['siguri', 'sigurt'],
  ['detyra', 'deti'],
  ['ari', 'arti'],
  ['hapi', 'hapësira'],
  ['buka', 'bukuri'],
  ['bukur', 'bukë'],
])('%s and %s are two words', (one, other) => {
  expect(searched(one)).not.toBe(searched(other));
});

it.each(['ditë', 'vera', 'NATO', 'mali', 'shtet', 'plan', 'interes', 'kongres', 'italian'])(
  '%s is all stem, or too short to tell',
  (word) => {
    expect(searched(word)).toBe(searched(word.toLowerCase()));
    expect(searched(word)).toHaveLength(word.length);
  },
);

it('does so in no other language', () => {
  for (const language of ['en', 'sr', 'it', 'tr'])
    expect(normalizeWords('qeverise Kosova', language)).toBe('qeverise Kosova');
});
