// Keeps an open desk as the server draws it, sends forms without leaving the page, and loses nothing that was written.
// Everything works without it, by forms and reloading.
(() => {
  const { body } = document;
  const log = document.getElementById('log');
  const here = document.querySelector('.talk[data-talk]')?.dataset.talk;
  const draftKey = field => 'console-draft-' + field.dataset.draft;

  function toast(text, isError) {
    const line = Object.assign(document.createElement('p'), { textContent: text, className: isError ? 'error' : '' });
    document.getElementById('toast').replaceChildren(line);
    setTimeout(() => line.remove(), 5000);
  }

  const toNewest = () => { if (log) log.scrollTop = log.scrollHeight; };

  function put({ id, html }) {
    const element = document.getElementById(id);
    if (!element) return;
    const fresh = document.createElement('template');
    fresh.innerHTML = html;
    mark(fresh.content);
    if (fresh.innerHTML === element.innerHTML) return;
    // A menu that is open is being read; the part comes with the next change, or when the menu closes.
    const open = element.querySelector('details[open]');
    if (open) {
      open.addEventListener('toggle', () => put({ id, html }), { once: true });
      return;
    }
    const wasAtEnd = element !== log || log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    element.replaceChildren(fresh.content);
    if (element === log && wasAtEnd) toNewest();
    count();
  }

  function mark(root) {
    if (here) root.querySelector(`[data-talk="${here}"]`)?.setAttribute('aria-current', 'page');
  }

  // The window's title tells from afar that somebody waits, or has written.
  const title = document.title;
  function count() {
    const waiting = Number(document.querySelector('#waiting .count')?.textContent ?? 0) + document.querySelectorAll('#mine .dot.on').length;
    document.title = waiting ? `(${waiting}) ${title}` : title;
  }

  function listen(address) {
    const link = document.getElementById('link');
    const stream = new EventSource(address);
    stream.onopen = () => { link.hidden = true; body.dataset.connected = ''; };
    stream.onmessage = event => JSON.parse(event.data).forEach(put);
    stream.addEventListener('bye', () => { stream.close(); gone(); });
    stream.onerror = () => {
      delete body.dataset.connected;
      link.hidden = false;
      if (stream.readyState === EventSource.CLOSED) gone();
    };
  }

  function gone() {
    toast(body.dataset.signedOut, true);
    document.getElementById('link').hidden = false;
  }

  async function send(form, button) {
    const address = button?.hasAttribute('formaction') ? button.formAction : form.action;
    const fields = new URLSearchParams(new FormData(form, button));
    if (button) button.disabled = true;
    try {
      const answer = await fetch(address, { method: 'POST', body: fields, headers: { accept: 'application/json' } });
      if (answer.status === 401) return toast(body.dataset.signedOut, true);
      const { done, said, go } = await answer.json();
      if (said) toast(said, !done);
      if (!done) return;
      const field = form.querySelector('textarea[data-draft]');
      if (field) {
        field.value = '';
        sessionStorage.removeItem(draftKey(field));
        field.focus();
        toNewest();
      }
      if (go) location.assign(go);
    } catch {
      toast(body.dataset.failed, true);
    } finally {
      if (button) button.disabled = false;
      document.querySelectorAll('details.menu[open]').forEach(menu => { menu.open = false; });
    }
  }

  document.addEventListener('submit', event => {
    const form = event.target;
    const button = event.submitter;
    if (button?.dataset.sure && !confirm(button.dataset.sure)) return event.preventDefault();
    if (form.hasAttribute('data-plain') || form.method !== 'post' || !body.classList.contains('desk')) return;
    event.preventDefault();
    send(form, button);
  });

  document.addEventListener('click', event => {
    const item = event.target.closest('[data-insert]');
    if (item) {
      event.preventDefault();
      const field = item.form.elements.text;
      field.setRangeText(item.dataset.insert, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      item.closest('details').open = false;
      field.focus();
    }
    document.querySelectorAll('details.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing && event.target.matches('textarea[data-draft]')) {
      event.preventDefault();
      event.target.form.requestSubmit();
    } else if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach(menu => { menu.open = false; });
    }
  });

  // What was written waits in this window until it is sent, whatever becomes of the page.
  document.addEventListener('input', event => {
    if (event.target.dataset.draft) sessionStorage.setItem(draftKey(event.target), event.target.value);
  });
  document.querySelectorAll('textarea[data-draft]').forEach(field => {
    if (!field.dataset.sent && !field.value) field.value = sessionStorage.getItem(draftKey(field)) ?? '';
  });
  document.querySelector('.bar form')?.addEventListener('submit', () => sessionStorage.clear());

  toNewest();
  count();
  if (body.dataset.live) listen(body.dataset.live);
})();
