// The one script of the site. It runs before anything is painted, so that nobody who chose a theme sees
// the other one first, and makes the switch, so that there is none without it. It is the same on every
// page, for one hash to allow it; the words come with its element. Where nothing can be stored, the
// choice holds until the page is left.
{
  const { dataset } = document.documentElement;
  const [name, ...names] = document.currentScript.dataset.words.split('|');
  const themes = ['', 'light', 'dark'];
  const choice = document.createElement('select');
  choice.append(...themes.map((theme, at) => new Option(names[at], theme)));
  const show = () => {
    const chosen = (dataset.theme = choice.value);
    // What the browser paints around the page.
    document.querySelectorAll('[name=theme-color]').forEach((meta, at) => {
      const own = themes[at + 1];
      meta.media = !chosen ? `(prefers-color-scheme:${own})` : chosen == own ? '' : 'not all';
    });
  };
  const recall = () => {
    try {
      choice.selectedIndex = Math.max(0, themes.indexOf(localStorage.theme));
    } catch {}
    show();
  };
  choice.onchange = () => {
    show();
    try {
      localStorage.theme = choice.value;
    } catch {}
  };
  recall();
  // The page may come back from the browser’s memory, or the choice be made in another tab.
  onpageshow = onstorage = recall;
  document.addEventListener('DOMContentLoaded', () => {
    const label = document.createElement('label');
    // Last of the words is their language, where that is not the page’s.
    if (names[3]) label.lang = names[3];
    label.append(name, ' ', choice);
    document.querySelector('.colophon').append(label);
  });
}
