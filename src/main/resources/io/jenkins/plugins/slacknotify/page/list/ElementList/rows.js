// Moves and switches rows of a list without loading the page anew, so that the keyboard's focus stays where it is.
(function () {
  const POINT = "slack-notify-rows--over";

  function post(form, button) {
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) {
      body.set(button.name, button.value);
    }
    return fetch(form.action, { method: "post", headers: crumb.wrap({}), body }).then((response) => {
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      return response.json();
    });
  }

  function complain(section, text) {
    const box = document.createElement("div");
    box.className = "jenkins-alert jenkins-alert-danger";
    box.textContent = text;
    section.querySelector(".slack-notify-list__answer").replaceChildren(box);
    box.scrollIntoView({ block: "center" });
  }

  // The address of what is shown, with the part of the list that the answer names; the page may show another list, too.
  function addressAfter(form, saved) {
    const named = new URL(saved, form.action);
    const address = new URL(window.location.href);
    named.searchParams.forEach((value, name) => address.searchParams.set(name, value));
    address.hash = named.hash;
    return address;
  }

  // Shows the same part of the list again. The focus stays with the row. If that is on another page now, the name of the row in its place
  // gets it: a button there would move a row that nobody has chosen.
  function refresh(section, address, kind, at) {
    return fetch(address)
      .then((response) => response.text())
      .then((html) => {
        const fresh = new DOMParser().parseFromString(html, "text/html").getElementById(section.id);
        section.replaceChildren(...fresh.childNodes);
        Behaviour.applySubtree(section, true);
        window.history.replaceState(null, "", address.pathname + address.search);
        const changed = document.getElementById(address.hash.slice(1));
        const row = changed ?? rowsOf(section)[Math.min(at, rowsOf(section).length - 1)];
        const wanted = changed?.querySelector(`[data-kind="${kind}"]:not([disabled])`) ?? row?.querySelector("a");
        wanted?.focus();
        row?.scrollIntoView({ block: "nearest" });
        section.querySelector("[aria-live]").textContent = `${section.dataset.moved} ${address.hash.split("-").pop()}`;
      });
  }

  function change(section, form, button) {
    const at = rowsOf(section).indexOf(form.closest("tr"));
    return post(form, button).then(
      ({ data }) => {
        if (data.saved) {
          return refresh(section, addressAfter(form, data.saved), button?.dataset.kind, at);
        }
        complain(section, data.conflict ?? data.problems.map((problem) => problem.message).join(" "));
        return undefined;
      },
      () => complain(section, section.dataset.gone),
    );
  }

  function rowsOf(section) {
    return [...section.querySelectorAll("tbody tr[data-position]")];
  }

  // Drags a row by its handle, with a mouse, a pen or a finger.
  function drag(section, handle, start) {
    const row = handle.closest("tr");
    let target = null;
    start.preventDefault();
    handle.setPointerCapture(start.pointerId);

    function over(event) {
      rowsOf(section).forEach((other) => other.classList.remove(POINT));
      target = rowsOf(section).find((other) => {
        const box = other.getBoundingClientRect();
        return event.clientY >= box.top && event.clientY <= box.bottom;
      });
      if (target && target !== row) {
        target.classList.add(POINT);
      }
    }

    function end() {
      handle.removeEventListener("pointermove", over);
      rowsOf(section).forEach((other) => other.classList.remove(POINT));
      if (target && target !== row) {
        const form = row.querySelector("form[action$=move]");
        change(section, form, { name: "to", value: target.dataset.position, dataset: {} });
      }
    }

    handle.addEventListener("pointermove", over);
    handle.addEventListener("pointerup", end, { once: true });
    handle.addEventListener("pointercancel", () => handle.removeEventListener("pointermove", over), { once: true });
  }

  Behaviour.specify(".slack-notify-list", "slack-notify-list", 0, (section) => {
    if (section.dataset.watched) {
      return;
    }
    section.dataset.watched = "true";
    section.addEventListener("submit", (event) => {
      if (event.target.method === "post") {
        event.preventDefault();
        event.stopImmediatePropagation();
        change(section, event.target, event.submitter);
      }
    }, true);
    section.addEventListener("pointerdown", (event) => {
      const handle = event.target.closest(".slack-notify-handle");
      if (handle !== null) {
        drag(section, handle, event);
      }
    });
  });

  // Duplicates lead to a form; a deletion is asked about.
  Behaviour.specify(".slack-notify-delete", "slack-notify-delete", 0, (form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      dialog.confirm(form.dataset.question, { type: "destructive" }).then(
        () =>
          post(form).then(({ data }) => {
            if (data.saved) {
              window.onbeforeunload = null; // Edits of what is gone.
              window.location.assign(new URL(data.saved, form.action));
            } else {
              notificationBar.show(
                data.conflict ?? data.problems.map((problem) => problem.message).join(" "),
                notificationBar.ERROR,
              );
            }
          }),
        () => {},
      );
    }, true);
  });
})();
