// Copies a manifest. Browsers have a clipboard only for pages that come over https; elsewhere they copy what is selected,
// which they do not in a folded part of the page.
(function () {
  function copySelected(source) {
    const fold = source.closest("details");
    const wasOpen = fold.open;
    fold.open = true;
    source.select();
    const done = document.execCommand("copy");
    fold.open = wasOpen || !done;
    return done ? Promise.resolve() : Promise.reject(new Error("not allowed"));
  }

  function copy(source) {
    return window.isSecureContext
      ? navigator.clipboard.writeText(source.value).catch(() => copySelected(source))
      : copySelected(source);
  }

  function confirm(button) {
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    button.disabled = true;
    setTimeout(() => {
      button.textContent = label;
      button.disabled = false;
    }, 2000);
  }

  // Where even that is not allowed, the text stays selected, to be copied by hand.
  Behaviour.specify("[data-slack-notify-copy]", "slack-notify-copy", 0, (button) => {
    button.addEventListener("click", () => {
      const source = document.getElementById(button.dataset.slackNotifyCopy);
      copy(source).then(
        () => confirm(button),
        () => source.select(),
      );
    });
  });
})();
