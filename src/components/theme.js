// The only script on every page. It runs before the first paint, so that readers who chose a theme never
// see the other one. It also creates the theme switch, so that there is none without scripts. It is the
// same on every page, so that one hash allows it; its texts are data attributes. If nothing can be
// stored, the choice lasts until the reader leaves the page.
{
  const { dataset } = document.documentElement;
  const [name, ...names] = document.currentScript.dataset.words.split('|');
  const themes = ['', 'light', 'dark'];
  const choice = document.createElement('select');
  choice.append(...themes.map((theme, at) => new Option(names[at], theme)));
  const show = () => {
    const chosen = (dataset.theme = choice.value);
    // The colors of the browser’s interface, and the maps, to which WebKit does not apply the color
    // scheme.
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
  // The page may be restored from the back/forward cache, or the choice may change in another tab.
  onpageshow = onstorage = recall;
  document.addEventListener('DOMContentLoaded', () => {
    const label = document.createElement('label');
    // The last item is the language of the texts, if it differs from the page’s.
    if (names[3]) label.lang = names[3];
    label.append(name, ' ', choice);
    document.querySelector('.colophon').append(label);
    show();
  });
}
