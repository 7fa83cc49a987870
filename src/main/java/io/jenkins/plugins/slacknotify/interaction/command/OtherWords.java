package io.jenkins.plugins.slacknotify.interaction.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words by which people call commands elsewhere. They are proposed, and do nothing: what {@code deploy} or {@code restart} is to mean
 * of a job, only who has written it knows.
 */
final class OtherWords {
    /** The name of a command by another word for it, or by two. */
    static final Map<String, String> NAMES = names();

    private OtherWords() {}

    private static Map<String, String> names() {
        Map<String, List<String>> words = Map.ofEntries(
                Map.entry("run", List.of("deploy", "trigger", "launch", "execute", "release", "schedule")),
                Map.entry(
                        "again",
                        List.of("retry", "rerun", "re-run", "retrigger", "retest", "restart", "replay", "redo")),
                Map.entry("abort", List.of("kill", "terminate", "halt", "interrupt")),
                Map.entry("log", List.of("logs", "tail", "output", "cat", "consoletext")),
                Map.entry("jobs", List.of("job", "ls", "search", "find", "projects", "pipelines")),
                Map.entry("running", List.of("builds", "ps", "top", "active")),
                Map.entry("queue", List.of("queued", "pending")),
                Map.entry("waiting", List.of("approve", "reject", "proceed", "input", "inputs", "approvals")),
                Map.entry("status", List.of("info", "show", "describe", "last", "history", "health", "check")),
                Map.entry("whoami", List.of("who am", "me")),
                Map.entry("ping", List.of("version", "alive", "uptime")),
                Map.entry("help", List.of("hi", "hello", "hey", "usage", "commands", "man")),
                Map.entry("link", List.of("login", "connect", "signin", "auth")),
                Map.entry("unlink", List.of("logout", "disconnect", "signout")),
                Map.entry("subscribe", List.of("watch", "follow", "sub", "notify")),
                Map.entry("unsubscribe", List.of("unwatch", "unfollow", "unsub")),
                Map.entry("list", List.of("subscribed")),
                Map.entry("tests", List.of("failures")),
                Map.entry("mute", List.of("silence", "snooze", "quiet")),
                Map.entry("unmute", List.of("unsilence", "unsnooze")),
                Map.entry("prefs", List.of("preference", "config", "options")),
                Map.entry("maintenance", List.of("downtime", "shutdown", "quietdown", "quiet-down")));
        Map<String, String> names = new HashMap<>();
        words.forEach((name, others) -> others.forEach(other -> names.put(other, name)));
        return Map.copyOf(names);
    }
}
