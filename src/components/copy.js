// Replaces the field of each feed address with a button that copies it. If copying fails, the field comes
// back; without scripts, it stays, so that readers can copy by hand.
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
