// Says at its field what a save would refuse, and keeps the page as long as it would: a refused page loses what was typed.
(function () {
  const PATIENCE = 400;
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

  // Jenkins says by itself what is wrong with a field alone.
  function isTold(row) {
    return row.querySelector(".validation-error-area .error") !== null;
  }

  function tell(section, problem) {
    const row = rowOf(section, problem);
    if (row === undefined || (problem.field === "" && isTold(row))) {
      return;
    }
    const field = row.querySelector(`[name="_.${problem.field || "name"}"]`);
    const words = document.createElement("div");
    words.className = `error ${MARK}`;
    words.textContent = problem.words.charAt(0).toUpperCase() + problem.words.slice(1);
    field.closest(".jenkins-form-item").append(words);
  }

  function show(section, problems) {
    section.querySelectorAll(`.${MARK}`).forEach((old) => old.remove());
    problems.forEach((problem) => tell(section, problem));
  }

  function unfold(element) {
    const folded = element.closest(".advancedBody");
    if (folded !== null && element.offsetParent === null) {
      folded.parentElement.querySelector(".advanced-button")?.click();
    }
  }

  function leadTo(section, problem) {
    const words = section.querySelector(`.${MARK}`);
    const target = words ?? rowOf(section, problem)?.querySelector(".error") ?? section;
    unfold(section);
    unfold(target);
    target.scrollIntoView({ block: "center" });
  }

  function watch(section) {
    const form = section.closest("form");
    let timer;
    let good = false;
    let applying = false;

    function look() {
      clearTimeout(timer);
      timer = setTimeout(() => ask(section).then((problems) => show(section, problems)), PATIENCE);
    }

    section.addEventListener("change", look);
    new MutationObserver((changes) => {
      const nodes = changes.flatMap((change) => [...change.addedNodes, ...change.removedNodes]);
      if (nodes.some((node) => node.classList?.contains("repeated-chunk"))) {
        look();
      }
    }).observe(section, { childList: true, subtree: true });

    // Lets it go on when a save would take the form.
    function hold(event, goOn) {
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(section).then((problems) => {
        if (problems.length === 0) {
          goOn();
        } else {
          show(section, problems);
          leadTo(section, problems[0]);
        }
      }, goOn);
    }

    form.addEventListener(
      "submit",
      (event) => {
        if (!good) {
          hold(event, () => {
            good = true;
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
    look();
  }

  Behaviour.specify(".slack-notify-routing", "slack-notify-routing", 0, watch);
})();
