import type { Numbers } from './numbers.ts';
import { sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** Arabic. */
export const ar = ({ number, counted }: Numbers): Words => ({
  page: {
    comma: '، ',
    skip: 'انتقل إلى المحتوى',
    sections: 'الأقسام',
    topics: 'المواضيع',
    authors: 'الكتّاب',
    corrections: 'التصويبات',
    feeds: 'الخلاصات',
    subscribe: 'الاشتراك',
    about: 'عن هذا الموقع',
    years: 'الأخبار حسب السنوات',
  },
  list: {
    empty: 'لم يُنشر أي خبر بعد.',
    stories: counted({
      zero: 'لا أخبار',
      one: 'خبر واحد',
      two: 'خبران',
      few: '# أخبار',
      many: '# خبرًا',
      other: '# خبر',
    }),
    part: (name, part) => `${name}، الجزء ${number(part)}`,
    pages: 'صفحات هذه القائمة',
    newer: 'أخبار أحدث',
    older: 'أخبار أقدم',
    description: (name, publication) => `${name}: أخبار من ${publication}.`,
    topics: (publication) => `ما تكتب عنه ${publication}، موضوعًا بعد موضوع.`,
    authors: (publication) => `من يكتب في ${publication}.`,
    year: (year, publication) => `أخبار من ${publication} في عام ${year}، شهرًا بعد شهر.`,
    corrections: (publication) => `ما صوّبته ${publication}، ومتى.`,
    uncorrected: 'لم يُصوَّب أي خبر حتى الآن.',
  },
  story: {
    by: (_count, names) => sentence`بقلم ${names}`,
    reporting: (who) => sentence`إعداد التقرير: ${who}`,
    published: (date) => sentence`نُشر في ${date}`,
    updated: (date) => sentence`حُدّث في ${date}`,
    versions: 'بلغات أخرى',
    retracted: (headline) => `مسحوب: ${headline}`,
    source: 'المصدر الأصلي',
    reported: (byline, place) =>
      place ? `إعداد التقرير: ${byline}، من ${place}.` : `إعداد التقرير: ${byline}.`,
    aboutAuthors: counted({
      zero: 'عن الكتّاب',
      one: 'عن الكاتب',
      two: 'عن الكاتبين',
      few: 'عن الكتّاب',
      many: 'عن الكتّاب',
      other: 'عن الكتّاب',
    }),
    neighbours: 'الخبر التالي والخبر السابق',
    next: 'الخبر التالي',
    previous: 'الخبر السابق',
    address: (link) => sentence`نُشر على العنوان ${link}`,
    terms: (link) => sentence`الشروط: ${link}`,
  },
  kinds: {
    reportage: 'تقرير ميداني',
    analysis: 'تحليل',
    background: 'خلفية',
    opinion: 'رأي',
    review: 'مراجعة',
    retracted: 'مسحوب',
  },
  notices: {
    retraction: 'سحب',
    correction: 'تصويب',
    'editors-note': 'ملاحظة من التحرير',
    clarification: 'توضيح',
    update: 'تحديث',
    opening: (label, date) => sentence`${label}، ${date}:`,
  },
  figure: {
    photograph: 'صورة فوتوغرافية',
    illustration: 'رسم توضيحي',
    rights: 'الحقوق',
    kept: 'لا يجوز إعادة نشر الصورة.',
    elsewhere: (story) => sentence`لا يجوز إعادة نشر الصورة؛ وهي موجودة مع ${story}.`,
    story: 'الخبر',
  },
  nothing: {
    missing: 'لا شيء على هذا العنوان',
    missingDescription: 'لا توجد صفحة على هذا العنوان.',
    missingText: (front, topics) =>
      sentence`ربما كُتب العنوان خطأً. تجد أحدث الأخبار في ${front}، وتقودك ${topics} إلى الأقدم منها.`,
    front: 'الصفحة الرئيسية',
    topics: 'المواضيع',
    gone: 'أُزيل هذا الخبر',
    goneDescription: 'أُزيل الخبر الذي كان على هذا العنوان.',
    goneText: (published, expires) =>
      sentence`نُشر الخبر الذي كان على هذا العنوان في ${published} وأُزيل في ${expires}.`,
    moved: 'نُقل هذا الخبر',
    movedText: (link) => sentence`نُقل هذا الخبر ${link}.`,
    movedTo: 'إلى عنوان آخر',
  },
  feeds: {
    description: (publication) =>
      `كيف تتابع ${publication} بقارئ خلاصات: كل قسم وكل موضوع وكل كاتب.`,
    what: (stories) =>
      `الخلاصة قائمة بأحدث الأخبار في صيغة تقرؤها البرامج. يطلبها قارئ الخلاصات على هاتفك أو حاسوبك من حين إلى آخر ويعرض لك الجديد: أحدث ${number(stories)} خبرًا كاملةً مع صورها.`,
    how: 'انسخ عنوان الخلاصة إلى قارئك، أو أعطه عنوان أي صفحة من هذا الموقع. تكفي صيغة RSS لكل قارئ تقريبًا؛ أما Atom وJSON فتقولان الشيء نفسه بكلمات أخرى. لا تكلّفك شيئًا، ولا يسألك أحد عن اسمك أو بريدك الإلكتروني، ولا شيء في الخلاصة يخبرنا بأنك تقرؤها.',
    all: 'كل الأخبار',
    newest: (publication) => `أحدث أخبار ${publication}`,
  },
});
