// What a page can do beyond its forms and links. Without this script every page works as well; the buttons for it are hidden then.
'use strict';

for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 4000);
  });
}

for (const button of document.querySelectorAll('[data-reveals]')) {
  const field = document.getElementById(button.dataset.reveals);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!shown));
    button.textContent = shown ? label : button.dataset.done;
  });
  // A browser offers to keep what it sees sent as a password.
  field.form.addEventListener('submit', () => { field.type = 'password'; });
}

for (const shown of document.querySelectorAll('[data-strength-of]')) {
  const field = document.getElementById(shown.dataset.strengthOf);
  const loginId = document.getElementById(shown.dataset.loginId);
  let waiting = 0;
  let asked = 0;
  const ask = async () => {
    shown.hidden = field.value === '';
    if (shown.hidden) return;
    const mine = ++asked;
    const form = new FormData();
    form.set('password', field.value);
    form.set('loginId', loginId ? loginId.value : '');
    form.set('__RequestVerificationToken', field.form.elements.__RequestVerificationToken.value);
    const answer = await fetch(shown.dataset.ask, { method: 'POST', body: form }).catch(() => null);
    // Without an answer nothing is said: the form itself will say it.
    if (!answer || !answer.ok || mine !== asked) return;
    const { level, words } = await answer.json();
    shown.dataset.level = level;
    shown.querySelector('progress').value = level;
    shown.querySelector('output').textContent = words;
  };
  const later = () => { clearTimeout(waiting); waiting = setTimeout(ask, 250); };
  field.addEventListener('input', later);
  if (loginId) loginId.addEventListener('input', later);
}
