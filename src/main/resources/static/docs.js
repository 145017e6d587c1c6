// Asks what a form of this page asks without leaving the page, and shows the answer with its headers.
"use strict";

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const asked = (form) => {
  const query = new URLSearchParams();
  let path = form.dataset.path;
  for (const input of form.querySelectorAll("input")) {
    if (input.dataset.in === "path") {
      path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    } else if (input.value) {
      query.append(input.name, input.value);
    }
  }
  const text = query.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
  return location.origin + path + (text && "?" + text);
};

const show = async (form, accept, answer) => {
  const url = asked(form);
  answer.replaceChildren(element("p", {}, "Asking…"));
  try {
    const response = await fetch(url, { headers: { Accept: accept } });
    const text = await response.text();
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    answer.replaceChildren(
      element("p", {}, element("code", {}, `curl -H 'Accept: ${accept}' '${url}'`)),
      element("p", {}, element("b", {}, String(response.status)), " ", element("a", { href: url }, url)),
      element("details", {}, element("summary", {}, "Headers"), element("pre", { className: "scroll", tabIndex: 0 }, headers)),
      element("pre", { className: "scroll", tabIndex: 0 }, text.length > 20000 ? text.slice(0, 20000) + "\n…" : text));
  } catch (failure) {
    answer.replaceChildren(element("p", {}, "No answer: " + failure.message));
  }
};

for (const origin of document.querySelectorAll(".origin")) {
  origin.textContent = location.origin;
}
for (const form of document.querySelectorAll("form[data-path]")) {
  const id = form.closest("details").id + "-accept";
  const types = form.dataset.accept.split(" ").map((type) => element("option", {}, type));
  const accept = element("select", { id }, ...types);
  const answer = element("div", { className: "answer" });
  answer.setAttribute("aria-live", "polite");
  form.querySelector("button").before(
    element("div", { className: "field" }, element("label", { htmlFor: id }, "Format"), accept));
  form.after(answer);
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(form, accept.value, answer);
  });
}
