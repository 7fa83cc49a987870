// Lists in the page of a folder or job: each element says its name in its heading, is folded where there are many, and is moved by
// keyboard as well as by dragging.
(function () {
  const MANY = 3;

  function chunksBeside(chunk) {
    return [...chunk.parentElement.children].filter((other) => other.classList.contains("repeated-chunk"));
  }

  function button(text, content, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "jenkins-button jenkins-button--tertiary slack-notify-chunk__button";
    element.textContent = content;
    element.setAttribute("aria-label", text);
    element.addEventListener("click", () => {
      act(element);
      element.focus();
    });
    return element;
  }

  function move(chunk, by) {
    const others = chunksBeside(chunk);
    const other = others[others.indexOf(chunk) + by];
    if (other !== undefined) {
      other[by < 0 ? "before" : "after"](chunk);
      chunk.scrollIntoView({ block: "nearest" });
    }
  }

  function fold(content, toggle, folded) {
    content.hidden = folded;
    toggle.textContent = folded ? "▸" : "▾";
    toggle.setAttribute("aria-expanded", String(!folded));
  }

  Behaviour.specify(".slack-notify-chunks .repeated-chunk", "slack-notify-chunk", 0, (chunk) => {
    const header = chunk.querySelector(":scope > .repeated-chunk__header");
    const content = chunk.querySelector(":scope > .jenkins-repeated-chunk__content");
    if (!header || !content || chunk.classList.contains("to-be-removed") || header.dataset.slackNotify) {
      return;
    }
    header.dataset.slackNotify = "true";
    const texts = chunk.closest(".slack-notify-chunks").dataset;
    const name = document.createElement("span");
    name.className = "slack-notify-chunk__name";
    const field = content.querySelector("[name='_.name']");
    const show = () => {
      name.textContent = field?.value ?? "";
    };
    field?.addEventListener("input", show);
    show();
    const toggle = button(texts.fold, "▾", (element) => fold(content, element, !content.hidden));
    header.append(
      name,
      button(texts.up, "↑", () => move(chunk, -1)),
      button(texts.down, "↓", () => move(chunk, 1)),
      toggle,
    );
    const isInvalid = content.querySelector(".jenkins-alert") !== null;
    fold(content, toggle, !isInvalid && name.textContent !== "" && chunksBeside(chunk).length > MANY);
  });

  // A list is as long as its elements are many, and Jenkins' own button is at its end. There a new element goes in any case, as the
  // order counts.
  Behaviour.specify(".slack-notify-chunks .slack-notify-add", "slack-notify-add", 0, (top) => {
    top.addEventListener("click", () => {
      const list = top.parentElement.querySelector(".repeated-container");
      list.querySelector(":scope > .repeatable-add").click();
      const added = [...list.children].filter((child) => child.classList.contains("repeated-chunk")).at(-1);
      added.scrollIntoView({ block: "center" });
      added.querySelector("input:not([type=hidden]):not([type=checkbox])")?.focus();
    });
  });
})();
