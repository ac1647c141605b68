/**
 * Stories as they are copied from web pages in the languages of small newsrooms, with what stands around
 * them there: sections, bylines, dates, credits, sources and topics. Places, people and papers are made up.
 */
export const plainCopies = {
  sq: `Porti i Lumbardhit hap linjën e natës

Ekonomi

Nga Arta Kosumi | 30 nëntor 2026, 19:30

LUMBARDH, 30 nëntor (KosovaPress) – Trageti i parë i natës u nis të hënën nga porti i Lumbardhit me 40 udhëtarë dhe 12 automjete.

"Është anije e vogël, por lundron çdo natë në orën 21:30", tha kryetari i komunës, Besim Lila.

Udhëtarët presin në bankinë të hënën, më 30 nëntor 2026. Foto: Arta Kosumi/KosovaPress

Bileta kushton 4,50 euro; fëmijët nën 6 vjeç udhëtojnë falas. Gjatë vitit 2025 linja e ditës barti 118.400 udhëtarë.

Burimi: KosovaPress

#Porti #Lumbardhi #transport

Rreth autores

Arta Kosumi shkruan për detin dhe anijet.`,

  de: `Stadtrat von Niederau beschließt neuen Hafen

Von Lena Auer und Jonas Rieck, Niederau

Montag, 30. November 2026, 19.30 Uhr
Aktualisiert: 1. Dezember 2026, 8.05 Uhr

Der Bau soll 3,4 Millionen Euro kosten und bis 2029 dauern.

Niederau (dpa) – Der Stadtrat von Niederau hat am Montagabend mit 21 zu 14 Stimmen den Bau eines Hafens beschlossen.

Der Entwurf zeigt das Becken von Süden. Foto: Lena Auer/dpa

»Das ist ein guter Tag«, sagte Bürgermeisterin Ute Falk. Der Haushalt wächst damit um 2,7 Prozent.

Am Ufer sollen 120 Bäume stehen
Quelle: dpa`,

  pt: `Câmara de Vila Nova do Mar aprova orçamento

Política

Por Ana Reis e Tomás Lobo

Publicado em 30 de novembro de 2026 às 19h30

Vila Nova do Mar, 30 nov 2026 (Lusa) – A câmara aprovou esta segunda-feira um orçamento de 12,8 milhões de euros, com 9 votos a favor e 4 contra.

A sala da câmara, esta segunda-feira. | Foto: Tomás Lobo / Lusa

O presidente disse que «a água vai custar menos 3%». Mais de 1.200 famílias pedem apoio.

Fonte: Lusa
#orçamento #VilaNovaDoMar`,

  fr: `Le conseil de Port-Brun vote le budget

Par Léa Morin

Publié le 30 novembre 2026 à 19h30, mis à jour le 1er décembre 2026 à 8h05

PORT-BRUN, 30 novembre 2026 (AFP) – Le conseil municipal a voté lundi un budget de 8,6 millions d’euros par 17 voix contre 12.

« C’est un bon jour », a dit le maire, Jean Aubry. Le taux passe de 2 % à 2,5 %.

La salle du conseil, lundi. Photo : Léa Morin/AFP`,

  it: `Il consiglio di Portochiaro vota il bilancio

Di Anna Reali

lunedì 30 novembre 2026, ore 19:30

(ANSA) - PORTOCHIARO, 30 NOV - Il consiglio comunale ha votato lunedì un bilancio di 9,1 milioni di euro con 16 voti a favore e 11 contrari.

La sala del consiglio, lunedì (foto Anna Reali/ANSA)

Il sindaco ha detto: "È una buona giornata". Restano fuori 340 famiglie.

Fonte: ANSA`,

  tr: `Yeniliman belediyesi bütçeyi kabul etti

Haber: Ayşe Yıldız

30 Kasım 2026 Pazartesi 19:30
Son güncelleme: 01.12.2026 - 08:05

YENİLİMAN (AA) - Belediye meclisi pazartesi günü 45 milyon liralık bütçeyi 18 oyla kabul etti.

Meclis salonu, pazartesi. Fotoğraf: Ayşe Yıldız / AA

Başkan "Bugün iyi bir gün" dedi. Toplam 2.350 aileye yardım yapılacak.

Kaynak: AA`,

  'sr-Cyrl': `Скупштина Новог Пристана усвојила буџет

Пише: Ана Рајић

Понедељак, 30. новембра 2026. у 19:30 часова

НОВИ ПРИСТАН, 30. новембра (Танјуг) – Скупштина је у понедељак усвојила буџет од 640 милиона динара са 31 гласом за и 18 против.

24. марта 1999. почела је изградња старог пристана.

Сала Скупштине у понедељак. Фото: Ана Рајић/Танјуг

„Ово је добар дан“, рекла је председница Мира Лукић. Помоћ тражи 1.870 породица.

Извор: Танјуг`,

  hr: `Vijeće Nove Luke usvojilo proračun

Piše: Ana Rajić

Objavljeno 30. studenoga 2026. u 19:30

NOVA LUKA, 30. studenoga 2026. (Hina) – Gradsko vijeće usvojilo je u ponedjeljak proračun od 5,2 milijuna eura s 15 glasova za i 9 protiv.

Vijećnica u ponedjeljak (Foto: Ana Rajić/Hina)

Predsjednik je rekao da je to dobar dan. Pomoć traži 410 obitelji.

Izvor: Hina`,

  es: `El ayuntamiento de Puertoclaro aprueba el presupuesto

Por Lucía de la Vega

lunes 30 de noviembre de 2026, 19:30

Puertoclaro, 30 nov (EFE).- El pleno aprobó el lunes un presupuesto de 7,3 millones de euros con 13 votos a favor y 8 en contra.

El salón de plenos, el lunes. Crédito: Lucía de la Vega/EFE

La alcaldesa dijo que «es un buen día». Quedan fuera 290 familias.

Fuente: EFE`,

  ar: `مجلس الميناء الجديد يقر الموازنة

بقلم: سارة حسن

نُشر في: ٣٠ نوفمبر ٢٠٢٦ الساعة ٧:٣٠ مساءً

الميناء الجديد في 30 نوفمبر (كونا) - أقر المجلس يوم الاثنين موازنة قدرها 12.5 مليون دينار بأغلبية 14 صوتا مقابل 7.

قاعة المجلس يوم الاثنين. تصوير: سارة حسن/كونا

وقال الرئيس "هذا يوم جيد". وتنتظر 860 أسرة المساعدة.

المصدر: كونا`,
};
