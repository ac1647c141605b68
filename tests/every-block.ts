/**
 * A text with every block at its most awkward; links lead to what every newsroom has.
 * @param ending of its pictures `a` and `b`
 */
export const everyBlock = (ending: string) =>
  [
    'It *begins*[^first] with ~~old~~ *~~and~~ new* words.',
    ':::key-figures\n- **32** soldiers & “officers”\n- **$13,500** *in all*, see [about](/about/)\n- **6 months** of tour\n:::',
    ':::key-facts[The story: in brief]\n- One thing, with [a link](https://ap.example/?a=1&b=2).\n- **Another** thing: 5 < 6.\n:::',
    'Between[^long], and again[^first].',
    ':::timeline[How it “came” to this]\n- **1998-1999** The war.\n- **2008**: Independence is *declared*.\n- **December 14, 2018** Parliament votes, [AP](https://ap.example/) says.\n- **In March 2021** A platoon leaves.\n:::',
    ':::q-and-a\n**Where *will* they serve?**\n\nIn Kuwait.\n\nNobody says where.\n\n**For how long?**\n\n- Six months,\n- or less.\n:::',
    ':::aside[What is the KSF?]\nA *force*. It\n\n- trains\n- waits\n\n> and said so.\n:::',
    ':::documents[Sources & papers]\n- [The agreement](https://mod.example/a.pdf), of 1991\n- [Our icon](/favicon.svg): a **file** of this site\n- [About](/about/) who we are\n:::',
    ':::table[The force | today]\n| *Kind* | Today | In ten years | Note |\n| --- | --- | --- | --- |\n| Troops | 3,400 | 5,000 | [AP](https://ap.example/) |\n| a \\| b | | 3,000 | 5 < 6 |\n| Budget | €12 | – | x, **y** |\n:::',
    ':::pull-quote{speaker="Vjosa & &quot;Co&quot;, president"}\n“Said *it*.”\n\nTwice.\n:::',
    `:::gallery[The day & more]\n![A field](a.${ending} "One (of two). (Somebody/ONE)")\n\n![Another field](b.${ending} "Two. (Drawing: Somebody)")\n:::`,
    `:::embed{url="https://video.example/?a=1&amp;b=2"}\n![A field, still](a.${ending} "A still. (Somebody/ONE)")\n:::`,
    'It ends.',
    '[^first]: The note, with [a link](https://ap.example/?a=1&b=2) & a ~~word~~ *less*.\n[^long]: Two\n    lines.\n\n    > And more.',
  ].join('\n\n');

/** Recordings, of files that lie beside the text, with the still `a`. */
export const everyRecording = [
  ':::audio[A talk, “recorded”]{file="talk.mp3" credit="Ada & Sons"}\n**A:** What? 5 < 6.\n\n**B:** *This*.\n:::',
  ':::video[The send-off]{file="send-off.mp4" poster="a.jpg" captions="send-off.vtt" credit="Somebody/ONE"}\nThe band plays.\n:::',
].join('\n\n');
