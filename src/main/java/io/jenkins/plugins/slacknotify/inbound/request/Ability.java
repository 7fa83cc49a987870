package io.jenkins.plugins.slacknotify.inbound.request;

import java.util.Locale;

/** An ability that people may have in Slack, to ask something of this Jenkins. An administrator switches each on by itself. */
public enum Ability {
    /** Slash commands, shortcuts, mentions of the app and messages to it. */
    COMMANDS,
    /** Buttons and menus in messages. */
    BUTTONS,
    /** Previews of links to this Jenkins. */
    PREVIEWS,
    /** The app's home tab. */
    HOME;

    /** Returns the name in configuration files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
