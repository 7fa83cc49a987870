// A list that is filled by its own value, too, would go back to the value that the page came with when somebody chooses none.
Behaviour.specify(
  "select[fillurl*='/io.jenkins.plugins.slacknotify.'][filldependson*='redentialsId']",
  "slack-notify-token",
  0,
  (list) => list.addEventListener("change", () => list.removeAttribute("value")),
);
