// The one script of every page. It runs before anything is painted, so that nobody who chose a theme sees
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
    // What the browser paints around the page, and the maps that WebKit does not tell.
    document.querySelectorAll('[media*=scheme],[data-media]').forEach((one) => {
      const own = (one.dataset.media ??= one.media);
      one.media = own.replace(/\(prefers-color-scheme:(\w+)\)/, (asked, theme) =>
        !chosen ? asked : theme == chosen ? '(width)' : '(width:0)',
      );
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
    show();
  });
}
