// Gives the fields of a form the names that stand beside them: Jenkins' own tags leave that to the eye. A checkbox is not read by its
// tooltip then, but by its label.
(function () {
  const FIELDS = "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea";

  function text(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("a, button, .jenkins-help-button").forEach((other) => other.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function labelOf(field) {
    const box = field.closest(".jenkins-checkbox, .jenkins-radio");
    return box?.querySelector("label") ?? field.closest(".jenkins-form-item")?.querySelector(".jenkins-form-label") ?? null;
  }

  Behaviour.specify(
    FIELDS.split(", ").map((field) => `.slack-notify-named ${field}`).join(", "),
    "slack-notify-names",
    0,
    (field) => {
      const label = field.hasAttribute("aria-label") || field.labels?.length > 0 ? null : labelOf(field);
      const name = label === null ? "" : text(label);
      if (name !== "") {
        field.setAttribute("aria-label", name);
      }
    },
  );
})();
