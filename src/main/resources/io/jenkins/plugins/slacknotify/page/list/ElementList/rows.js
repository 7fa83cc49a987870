// Moves and switches rows of a list without loading the page anew, so that the keyboard's focus stays with its row.
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

  // The address of the list after the change, with the search that is shown.
  function addressAfter(section, form, saved) {
    const address = new URL(saved, form.action);
    const search = section.id.replace("slack-notify-", "") + "-search";
    const text = new URLSearchParams(window.location.search).get(search);
    if (text) {
      address.searchParams.set(search, text);
    }
    return address;
  }

  function complain(section, text) {
    const box = document.createElement("div");
    box.className = "jenkins-alert jenkins-alert-danger";
    box.textContent = text;
    section.querySelector(".slack-notify-list__answer").replaceChildren(box);
    box.scrollIntoView({ block: "center" });
  }

  function refresh(section, address, kind) {
    return fetch(address)
      .then((response) => response.text())
      .then((html) => {
        const fresh = new DOMParser().parseFromString(html, "text/html").getElementById(section.id);
        section.replaceChildren(...fresh.childNodes);
        Behaviour.applySubtree(section, true);
        window.history.replaceState(null, "", address.pathname + address.search);
        const row = document.getElementById(address.hash.slice(1));
        const wanted = row?.querySelector(`[data-kind="${kind}"]:not([disabled])`) ?? row?.querySelector("a");
        wanted?.focus();
        row?.scrollIntoView({ block: "nearest" });
        section.querySelector("[aria-live]").textContent = `${section.dataset.moved} ${row?.dataset.position ?? ""}`;
      });
  }

  function change(section, form, button) {
    return post(form, button).then(
      ({ data }) => {
        if (data.saved) {
          return refresh(section, addressAfter(section, form, data.saved), button?.dataset.kind);
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
