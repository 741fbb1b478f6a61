// Keeps the page as the server draws it: applies its patches, sends back what the hand does. Everything else is the server's.
(() => {
  const shown = element => element?.dataset.v;

  function put(element, { version, html }) {
    if (!element || shown(element) === version) return false;
    element.innerHTML = html;
    element.dataset.v = version;
    element.querySelectorAll('[data-newest]').forEach(list => watch.observe(list));
    fit(element);
    return true;
  }

  function applyList({ id, keys, rows }) {
    const list = document.getElementById(id);
    if (!list) return;
    const fresh = new Map(rows.map(row => [row.id, row]));
    let grown = false;
    let at = null;
    for (const key of keys) {
      let row = document.getElementById(key);
      if (!row) {
        row = Object.assign(document.createElement(list.dataset.rows ?? 'div'), { id: key });
        if (id === 'phones') row.className = 'phone';
        grown = true;
      }
      if (fresh.has(key)) put(row, fresh.get(key));
      const next = at ? at.nextSibling : list.firstChild;
      if (row !== next) list.insertBefore(row, next);
      at = row;
    }
    while (at ? at.nextSibling : list.firstChild) (at ? at.nextSibling : list.firstChild).remove();
    if (grown && 'newest' in list.dataset) toNewest(list);
  }

  let first = true;
  function apply(patch) {
    patch.lists.forEach(applyList);
    for (const fragment of patch.fragments) {
      // What was said before this page was opened is not said again.
      if (first && fragment.id.endsWith('-toast')) continue;
      const element = document.getElementById(fragment.id);
      if (!put(element, fragment)) continue;
      const talk = element.closest('.screen')?.querySelector('[data-newest]');
      if (talk) toNewest(talk);
      const field = element.querySelector('[data-fill], [data-focus]');
      if (field && !first) { field.focus({ preventScroll: true }); field.setSelectionRange?.(field.value.length, field.value.length); grow(field); }
    }
    first = false;
  }

  // A talk that gets lower, because the menu opens, keeps its newest line in sight.
  const watch = new ResizeObserver(entries => entries.forEach(({ target }) => toNewest(target)));

  // Pictures arrive late and make the talk longer.
  function toNewest(list) {
    const go = () => { list.scrollTop = list.scrollHeight; };
    go();
    list.querySelectorAll('img:not([data-seen])').forEach(image => {
      image.dataset.seen = '';
      if (!image.complete) image.addEventListener('load', go, { once: true });
    });
  }

  // adjustMode: the letters shrink until the line fits.
  function fit(root) {
    root.querySelectorAll('[data-fit]').forEach(text => {
      let size = parseFloat(getComputedStyle(text).fontSize);
      while (text.scrollWidth > text.clientWidth && size > 6) text.style.fontSize = (size -= 0.5) + 'px';
    });
  }

  function grow(field) {
    if (field.tagName !== 'TEXTAREA') return;
    field.style.height = 'auto';
    field.style.height = Math.min(field.scrollHeight, 96) + 'px';
  }

  async function send(element, gesture) {
    const phone = element.closest('.phone')?.id ?? null;
    const answer = await fetch('/gesture', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone, ...gesture }),
    });
    if (!answer.ok) return;
    const { copied } = await answer.json();
    if (copied) await navigator.clipboard?.writeText(copied).catch(() => {});
  }

  async function act(element) {
    if (element.dataset.tap) return send(element, { do: 'tap', action: JSON.parse(element.dataset.tap) });
    if (element.dataset.sure && !confirm(element.dataset.sure)) return;
    await send(element, { do: element.dataset.do, value: element.dataset.value ?? null });
    if (element.dataset.then) await send(element, { do: element.dataset.then });
    if (element.dataset.do === 'pace') element.parentElement.querySelectorAll('button').forEach(each => each.setAttribute('aria-pressed', each === element));
  }

  // A film plays in its place, a sound behind it; the bot hears of a film that was seen to its end.
  function play(button) {
    const { play: kind, src, tracking } = button.dataset;
    const medium = Object.assign(document.createElement(kind), { src, controls: kind === 'video', autoplay: true });
    const end = gesture => { medium.remove(); button.classList.remove('playing'); if (gesture && button.closest('.phone')) send(button, gesture); };
    medium.addEventListener('ended', () => end(tracking ? { do: 'watched', value: tracking } : null));
    medium.addEventListener('error', () => end({ do: 'unplayable' }));
    button.classList.add('playing');
    button.after(medium);
  }

  document.addEventListener('click', event => {
    const medium = event.target.closest('[data-play]');
    if (medium) {
      if (medium.classList.contains('playing')) { medium.nextElementSibling.remove(); medium.classList.remove('playing'); }
      else play(medium);
      return;
    }
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard?.writeText(copy.dataset.copy).catch(() => {});
      copy.classList.add('copied');
      setTimeout(() => copy.classList.remove('copied'), 1200);
      return;
    }
    const element = event.target.closest('[data-tap], button[data-do]');
    if (!element || !document.getElementById('phones')) return;
    if (!element.hasAttribute('popovertarget')) event.preventDefault();
    act(element);
  });

  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-do]');
    if (!form) return;
    event.preventDefault();
    const fields = [...form.elements].filter(element => element.name);
    if (!fields.some(field => field.value.trim())) return;
    send(form, { do: form.dataset.do, value: fields.map(field => field.value).join('|') });
    const [field] = fields;
    if (field.tagName === 'TEXTAREA') { field.value = ''; grow(field); field.focus(); }
  });

  document.addEventListener('keydown', event => {
    // Enter that ends a Japanese conversion is no Enter.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.target.matches('.typing textarea')) {
      event.preventDefault();
      event.target.form.requestSubmit();
    } else if ((event.key === 'Enter' || event.key === ' ') && event.target.matches('[role=button][data-tap]')) {
      event.preventDefault();
      act(event.target);
    } else if (event.key === 'Escape' && event.target.closest?.('.phone')) {
      send(event.target, { do: 'close' });
    }
  });

  document.addEventListener('input', event => grow(event.target));

  // The phones are as large as the window lets them be, and never too small to read.
  function size() {
    const bench = document.getElementById('phones');
    const high = (bench.clientHeight - 28) / 850;
    const wide = innerWidth < 700 ? (innerWidth - 20) / 399 : Math.max(0.62, (bench.clientWidth - 154) / (4 * 399));
    bench.style.setProperty('--size', Math.min(Math.max(Math.min(high, wide), 0.62), 1.3).toFixed(3));
  }

  // A line of the wire log brings its JSON when it is opened.
  document.addEventListener('toggle', async event => {
    const line = event.target;
    if (!line.open || !line.dataset?.src) return;
    const source = line.dataset.src;
    delete line.dataset.src;
    line.querySelector('pre').textContent = await (await fetch(source)).text();
  }, true);

  // The drawers at the side: one at a time.
  const handles = [...document.querySelectorAll('.strip [aria-controls]')];
  handles.forEach(handle => handle.addEventListener('click', () => {
    const opens = handle.getAttribute('aria-expanded') !== 'true';
    for (const each of handles) {
      const open = opens && each === handle;
      each.setAttribute('aria-expanded', open);
      document.getElementById(each.getAttribute('aria-controls')).classList.toggle('open', open);
    }
    document.body.classList.toggle('with-drawer', opens);
  }));

  // How the phones look is this browser's affair.
  for (const button of document.querySelectorAll('[data-look]')) {
    const kept = 'look-' + button.dataset.look;
    const put = on => { document.body.classList.toggle(button.dataset.look, on); button.setAttribute('aria-pressed', on); };
    put(localStorage.getItem(kept) === 'on');
    button.addEventListener('click', () => {
      const on = !document.body.classList.contains(button.dataset.look);
      localStorage.setItem(kept, on ? 'on' : 'off');
      put(on);
    });
  }

  if (document.getElementById('phones')) {
    new ResizeObserver(size).observe(document.getElementById('phones'));
    const strip = document.querySelector('.strip');
    new ResizeObserver(() => document.body.style.setProperty('--strip', strip.offsetHeight + 'px')).observe(strip);
    const stream = new EventSource('/live?lang=' + document.documentElement.lang);
    stream.onmessage = event => { document.body.dataset.live = 'on'; apply(JSON.parse(event.data)); };
    stream.onerror = () => { document.body.dataset.live = 'off'; };
  } else {
    fit(document.body);
  }
})();
