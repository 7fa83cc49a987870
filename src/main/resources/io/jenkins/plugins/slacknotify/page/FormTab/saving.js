// Sends a form of settings and shows the answer, so that nothing typed is lost where Jenkins saves nothing.
(function () {
  const SAVED = "slack-notify-saved";
  const MARK = "slack-notify-problem";

  function send(form, overwrite) {
    buildFormTree(form);
    const body = new URLSearchParams({ json: form.elements.namedItem("json").value, overwrite });
    return fetch(form.action, { method: "post", headers: crumb.wrap({}), body }).then((response) => {
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      return response.json();
    });
  }

  function clear(form) {
    form.querySelector(".slack-notify-answer").replaceChildren();
    form.querySelectorAll(`.${MARK}`).forEach((old) => old.remove());
  }

  function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function alertOf(form, text) {
    const box = document.createElement("div");
    box.className = "jenkins-alert jenkins-alert-danger";
    box.textContent = sentence(text);
    const answer = form.querySelector(".slack-notify-answer");
    answer.append(box);
    answer.scrollIntoView({ block: "center" });
    return box;
  }

  function unfold(element) {
    const folded = element.closest(".advancedBody");
    if (folded !== null && element.offsetParent === null) {
      folded.parentElement.querySelector(".advanced-button")?.click();
    }
  }

  // Shows a problem at its field; returns false where the form has no such field.
  function mark(form, problem) {
    const field = problem.field && form.querySelector(`[name="_.${problem.field}"], [name="${problem.field}"]`);
    const item = field && field.closest(".jenkins-form-item");
    if (!item) {
      return false;
    }
    const message = document.createElement("div");
    message.className = `error ${MARK}`;
    message.setAttribute("role", "alert");
    message.textContent = sentence(problem.message);
    item.append(message);
    unfold(message);
    return true;
  }

  // Jenkins asks before edits are left, and takes a press of "Save" for their end. Where nothing was saved, they are still there.
  function keepAsking(form) {
    form.elements.namedItem("version").dispatchEvent(new Event("input"));
  }

  function show(form, answer) {
    const texts = form.querySelector(".slack-notify-answer").dataset;
    if (answer.saved) {
      window.onbeforeunload = null;
      sessionStorage.setItem(SAVED, texts.saved);
      window.location.assign(new URL(answer.saved, form.action));
    } else if (answer.conflict) {
      const box = alertOf(form, answer.conflict);
      const row = document.createElement("div");
      row.className = "jenkins-buttons-row";
      const overwrite = document.createElement("button");
      overwrite.type = "button";
      overwrite.className = "jenkins-button slack-notify-overwrite";
      overwrite.textContent = texts.overwrite;
      overwrite.addEventListener("click", () => save(form, true));
      const theirs = document.createElement("a");
      theirs.className = "jenkins-button";
      theirs.href = texts.theirsAddress ?? window.location.href;
      theirs.target = "_blank";
      theirs.textContent = texts.theirs;
      row.append(overwrite, theirs);
      box.append(row);
      overwrite.focus();
    } else {
      const marked = answer.problems.filter((problem) => mark(form, problem));
      answer.problems.filter((problem) => !marked.includes(problem)).forEach((problem) => alertOf(form, problem.message));
      form.querySelector(`.${MARK}, .slack-notify-answer > *`)?.scrollIntoView({ block: "center" });
    }
  }

  function save(form, overwrite) {
    clear(form);
    return send(form, overwrite).then(
      (answer) => show(form, answer.data),
      () => alertOf(form, form.querySelector(".slack-notify-answer").dataset.failed),
    ).then(() => keepAsking(form));
  }

  Behaviour.specify(".slack-notify-form", "slack-notify-form", 0, (form) => {
    form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        save(form, false);
      },
      true,
    );
  });

  // On the page that a form leads to.
  Behaviour.specify(".slack-notify-tabs", "slack-notify-saved", 0, () => {
    const saved = sessionStorage.getItem(SAVED);
    if (saved !== null) {
      sessionStorage.removeItem(SAVED);
      notificationBar.show(saved, notificationBar.SUCCESS);
    }
  });
})();
