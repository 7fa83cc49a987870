package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.Set;

/** The name of a slash command, such as {@code /jenkins}, on the terms of Slack. */
final class SlashCommandName {
    static final String STANDARD = "/jenkins";

    /** Some of Slack's own commands, which no app can have. */
    private static final Set<String> BUILT_IN = Set.of(
            "/active",
            "/apps",
            "/archive",
            "/away",
            "/call",
            "/collapse",
            "/dm",
            "/expand",
            "/feed",
            "/feedback",
            "/help",
            "/invite",
            "/join",
            "/kick",
            "/leave",
            "/me",
            "/msg",
            "/mute",
            "/open",
            "/prefs",
            "/remind",
            "/remove",
            "/rename",
            "/search",
            "/shortcuts",
            "/shrug",
            "/star",
            "/status",
            "/topic",
            "/who");

    private SlashCommandName() {}

    /**
     * Strips and checks the name of a slash command. The slash may be missing.
     *
     * @return the name with its slash; {@link #STANDARD} where there is none
     * @throws IllegalArgumentException where Slack takes no such command
     */
    static String checked(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        if (given == null) {
            return STANDARD;
        }
        String name = given.startsWith("/") ? given : "/" + given;
        if (BUILT_IN.contains(name)) {
            throw new IllegalArgumentException(Messages.SlashCommandName_builtIn(name));
        }
        if (!name.matches("/[a-z0-9][a-z0-9_-]{0,30}")) {
            throw new IllegalArgumentException(Messages.SlashCommandName_malformed(given));
        }
        return name;
    }
}
