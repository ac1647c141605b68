// Makes a button of each address of a feed, which copies it. Where it may not, and where no script runs, there
// is a field to copy it from by hand.
if (navigator.clipboard) {
  const [copy, copied, lang] = document.currentScript.dataset.words.split('|');
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'unseen';
  document.currentScript.after(status);
  document.querySelectorAll('.feeds input').forEach((field) => {
    const button = document.createElement('button');
    button.append(copy);
    if (lang) button.lang = status.lang = lang;
    button.ariaLabel = `${copy}: ${field.ariaLabel}`;
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = copied;
        status.textContent = `${copied}: ${field.ariaLabel}`;
      } catch {
        button.replaceWith(field);
        field.select();
      }
    };
    field.replaceWith(button);
  });
}
