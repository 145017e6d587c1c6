// What may be meant, under every field to search in: an editable combobox with a list
// (WAI-ARIA Authoring Practices). Without this script the fields still search.

let count = 0;

for (const input of document.querySelectorAll(".combobox input[type=search]")) {
  const id = `suggestions-${++count}`;
  const list = document.createElement("ul");
  const status = document.createElement("span");
  let options = [];
  let active = -1;
  let pending = new AbortController();
  let timer;

  set(list, { id, role: "listbox", class: "suggestions", hidden: "", "aria-label": "Suggestions" });
  set(status, { role: "status", class: "unseen" });
  input.after(list, status);
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id });

  function choose(index) {
    active = index;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", options[index].id);
      options[index].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    clearTimeout(timer);
    pending.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function show(found) {
    options = found.map((suggestion, at) => {
      const option = document.createElement("li");
      const note = document.createElement("small");
      const other = suggestion.matched === suggestion.name ? "" : ` · ${suggestion.matched}`;
      note.textContent = suggestion.kind + other;
      option.append(suggestion.name, note);
      set(option, { id: `${id}-${at}`, role: "option", "aria-selected": "false" });
      option.addEventListener("click", () => location.assign(suggestion.page));
      return option;
    });
    list.replaceChildren(...options);
    close();
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = options.length === 1 ? "1 suggestion" : `${options.length} suggestions`;
  }

  async function suggest() {
    pending.abort();
    pending = new AbortController();
    const asked = new URLSearchParams({ prefix: input.value, limit: "8" });
    try {
      const answer = await fetch(`/suggest?${asked}`, { signal: pending.signal });
      show(answer.ok ? await answer.json() : []);
    } catch (failure) {
      if (failure.name !== "AbortError") close();
    }
  }

  input.addEventListener("input", () => {
    close();
    if (input.value.trim()) timer = setTimeout(suggest, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      // One place more than there are options: that of the text itself.
      const places = options.length + 1;
      choose(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      options[active].click();
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
