import { uuid } from './generate.ts';

/** A story in several languages, by the names of their folders. One of them is not published. */
export const versions = {
  'sent-en': 'en-US',
  'sent-ar': 'ar',
  'sent-sq': 'sq',
  'sent-sr': 'sr',
} as const;

/** Where they are, below the front page. */
export const versionPath = (name: keyof typeof versions) => `2026/11/05/${name}/`;

/** Names in other languages of what the fixture’s stories are filed under. */
export const names = {
  military: '{ ar: الجيش, sq: Ushtria, sr: Војска }',
  kosovo: '{ ar: كوسوفو, sq: Kosova, sr: Косово }',
  author: '{ ar: أنتوني بارنيت, sr: Ентони Барнет }',
};

const lead = (alt: string, caption: string, credit: string) =>
  `lead:\n  image: lead.jpg\n  alt: ${alt}\n  caption: ${caption}\n  credit: ${credit}`;
const original = `translationOf: ${uuid('sent-en')}`;

/** The texts of the versions, each to be written into the folder of its name. */
export const versionStories: Record<
  string,
  { headline: string; standfirst?: string; extra: string; body: string }
> = {
  'sent-en': {
    headline: 'A platoon leaves for Kuwait',
    extra: lead('An even field of colour', 'The platoon on its last day at home.', 'Somebody/LEAD'),
    body: 'The platoon left on Thursday.',
  },
  'sent-ar': {
    headline: 'كوسوفو ترسل قوات إلى الكويت في أول مهمة لحفظ السلام',
    standfirst: 'تغادر فصيلة إلى الكويت في مهمة تدوم ستة أشهر تحت قيادة الحرس الوطني الأميركي.',
    extra: `language: ar
${original}
kind: analysis
dateline: بريشتينا، كوسوفو
updated: 2026-11-06 10:00
updateNote: يضيف ردّ الوزارة.
corrections:
  - { date: 2026-11-07, kind: correction, text: ورد عدد الجنود خطأً في نسخة سابقة. وهو 32. }
  - { date: 2026-11-08, kind: clarification, text: القاعدة تابعة للقيادة المركزية. }
source: { name: وكالة الأنباء, byline: لازار سيميني, place: تيرانا }
${lead('مساحة لونها واحد', 'أفراد الفصيلة في يومهم الأخير قبل السفر.', 'وكالة الأنباء')}`,
    body: `غادرت الفصيلة يوم الخميس إلى الكويت، حيث تخدم ستة أشهر تحت قيادة **الحرس الوطني** في ولاية آيوا.

## ما الذي تغيّر

تأسست قوة الأمن عام 2008. وهذه أول مهمة لها *خارج البلاد*، وفق [بيان الوزارة](https://mod.example/).

:::pull-quote{speaker="فيوسا عثماني، الرئيسة بالوكالة"}
لم نعد نستقبل قوات حفظ السلام فحسب، بل صرنا نرسلها أيضًا.
:::

- تضم الفصيلة 32 جنديًا
- تستمر المهمة ستة أشهر

> سنعود جميعًا بسلام.

![رسم لمساحة لونها واحد](lead.jpg "رسم يبيّن الطريق. (رسم: هيئة التحرير)")

وودّعت الأسر الجنود في المطار.`,
  },
  'sent-sq': {
    headline: 'Kosova dërgon trupa në Kuvajt në misionin e parë paqeruajtës',
    standfirst: 'Një togë niset për gjashtë muaj nën komandën e Gardës Kombëtare.',
    extra: `language: sq\n${original}\ndateline: PRISHTINË, Kosovë`,
    body: 'Toga u nis të enjten për në Kuvajt.',
  },
  'sent-sr': {
    headline: 'Косово шаље војнике у Кувајт',
    standfirst: 'Вод одлази на шест месеци под командом Националне гарде.',
    extra: `language: sr\n${original}\nkind: reportage`,
    body: 'Вод је у четвртак отпутовао у Кувајт.',
  },
  zyxversion: {
    headline: 'Zyxdraft in another language',
    extra: `language: de\n${original}\ndraft: true`,
    body: 'Zyxdraft.',
  },
};
