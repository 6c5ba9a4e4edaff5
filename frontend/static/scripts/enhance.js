// Comfort only: every page works without this file.

// Suggestions under the search box (ARIA combobox with a listbox).
for (const form of document.querySelectorAll("form[data-suggest]")) {
  const input = form.querySelector('input[type="search"]');
  const list = document.createElement("ul");
  list.className = "listbox";
  list.id = `${input.id}-suggestions`;
  list.role = "listbox";
  list.ariaLabel = input.labels[0].textContent;
  list.hidden = true;
  input.after(list);
  Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  }).forEach(([name, value]) => input.setAttribute(name, value));
  let timer;
  let asked = 0;
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    if (option.dataset.slug) {
      location.assign(`/datasets/${option.dataset.slug}`);
    } else {
      input.value = option.dataset.text;
      form.requestSubmit();
    }
  };
  const activate = (index) => {
    const options = [...list.children];
    active = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map(({ text, slug }, index) => {
        const option = document.createElement("li");
        option.role = "option";
        option.id = `${list.id}-${index}`;
        option.dataset.text = text;
        if (slug) option.dataset.slug = slug;
        option.setAttribute("aria-selected", "false");
        option.append(text);
        if (slug) {
          const kind = document.createElement("small");
          kind.textContent = input.dataset.open;
          option.append(kind);
        }
        return option;
      }),
    );
    active = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  };
  const ask = async () => {
    const mine = ++asked;
    const typed = input.value.trim();
    if (typed.length < 2) return close();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, {
        headers: { Accept: "application/json" },
      });
      if (!answer.ok || mine !== asked) return;
      const body = await answer.json();
      if (mine === asked) show((body.suggestions ?? body).slice(0, 8));
    } catch {
      close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active < 0 ? -1 : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) choose(list.children[active]);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest('[role="option"]');
    if (option) choose(option);
  });
}

// A chosen order applies at once; the button is for those without scripts.
for (const form of document.querySelectorAll("form[data-auto]")) {
  form.querySelector(".button").hidden = true;
  form.addEventListener("change", () => form.requestSubmit());
}

// Copy buttons exist only where copying works.
for (const source of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet slim copy";
  button.textContent = source.dataset.copy;
  const status = document.createElement("span");
  status.role = "status";
  status.className = "small soft";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    status.textContent = source.dataset.copied;
    setTimeout(() => (status.textContent = ""), 4000);
  });
  const row = document.createElement("div");
  row.className = "row";
  row.append(button, status);
  source.after(row);
}

// On a phone the menu and the filters fold away; a wide window shows them anyway.
const wide = matchMedia("(width >= 60rem)");
const unfold = () =>
  document.querySelectorAll("details.menu, details.filters").forEach((part) => {
    if (wide.matches) part.open = true;
  });
if (!CSS.supports("selector(::details-content)")) {
  wide.addEventListener("change", unfold);
  unfold();
}
