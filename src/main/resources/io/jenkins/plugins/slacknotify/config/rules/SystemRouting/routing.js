// Shows the problems of the form at their fields, and holds a save back while there are any: a page that fails loses what was typed.
(function () {
  const DELAY_MS = 400;
  const MARK = "slack-notify-problem";

  function routingOf(form) {
    buildFormTree(form);
    const all = JSON.parse(form.elements.namedItem("json").value);
    return all["io-jenkins-plugins-slacknotify-config-SlackNotifyConfiguration"]?.routing;
  }

  function ask(section) {
    const body = new URLSearchParams({ routing: JSON.stringify(routingOf(section.closest("form")) ?? {}) });
    return fetch(section.dataset.slackNotifyTry, { method: "post", headers: crumb.wrap({}), body })
      .then((response) => response.json())
      .then((answer) => answer.data);
  }

  function rowOf(section, problem) {
    return section.querySelectorAll(`.repeated-chunk[name="${problem.list}"]`)[problem.index];
  }

  // Jenkins shows the error of a single field by itself.
  function hasError(row) {
    return row.querySelector(".validation-error-area .error") !== null;
  }

  function showProblem(section, problem) {
    const row = rowOf(section, problem);
    if (row === undefined || (problem.field === "" && hasError(row))) {
      return;
    }
    const field = row.querySelector(`[name="_.${problem.field || "name"}"]`);
    const message = document.createElement("div");
    message.className = `error ${MARK}`;
    message.textContent = problem.message.charAt(0).toUpperCase() + problem.message.slice(1);
    field.closest(".jenkins-form-item").append(message);
  }

  function show(section, problems) {
    section.querySelectorAll(`.${MARK}`).forEach((old) => old.remove());
    problems.forEach((problem) => showProblem(section, problem));
  }

  function unfold(element) {
    const folded = element.closest(".advancedBody");
    if (folded !== null && element.offsetParent === null) {
      folded.parentElement.querySelector(".advanced-button")?.click();
    }
  }

  function scrollTo(section, problem) {
    const message = section.querySelector(`.${MARK}`);
    const target = message ?? rowOf(section, problem)?.querySelector(".error") ?? section;
    unfold(section);
    unfold(target);
    target.scrollIntoView({ block: "center" });
  }

  function watch(section) {
    const form = section.closest("form");
    let timer;
    let valid = false;
    let applying = false;

    function scheduleCheck() {
      clearTimeout(timer);
      timer = setTimeout(() => ask(section).then((problems) => show(section, problems)), DELAY_MS);
    }

    section.addEventListener("change", scheduleCheck);
    new MutationObserver((changes) => {
      const nodes = changes.flatMap((change) => [...change.addedNodes, ...change.removedNodes]);
      if (nodes.some((node) => node.classList?.contains("repeated-chunk"))) {
        scheduleCheck();
      }
    }).observe(section, { childList: true, subtree: true });

    // Continues when the form has no problem.
    function hold(event, proceed) {
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(section).then((problems) => {
        if (problems.length === 0) {
          proceed();
        } else {
          show(section, problems);
          scrollTo(section, problems[0]);
        }
      }, proceed);
    }

    form.addEventListener(
      "submit",
      (event) => {
        if (!valid) {
          hold(event, () => {
            valid = true;
            form.requestSubmit(event.submitter);
          });
        }
      },
      true,
    );

    // "Apply" sends the form without that event.
    form.addEventListener(
      "click",
      (event) => {
        const button = event.target.closest(".apply-button");
        if (button !== null && !applying) {
          hold(event, () => {
            applying = true;
            button.click();
            applying = false;
          });
        }
      },
      true,
    );
    scheduleCheck();
  }

  Behaviour.specify(".slack-notify-routing", "slack-notify-routing", 0, watch);
})();
