package io.jenkins.plugins.slacknotify.manifest;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The events that an app subscribes to, by Slack's names. Each needs a scope that the manifest has as well. */
final class BotEvents {
    /** The events of the app, and of the channels that it writes to. */
    private static final List<String> ALWAYS = List.of(
            "app_uninstalled",
            "tokens_revoked",
            "channel_archive",
            "channel_deleted",
            "channel_id_changed",
            "channel_left",
            "channel_rename",
            "channel_unarchive",
            "group_archive",
            "group_deleted",
            "group_left",
            "group_rename",
            "group_unarchive");

    /** The events of an app that is installed in a whole organisation. */
    private static final List<String> OF_ORGANISATION = List.of("team_access_granted", "team_access_revoked");

    private BotEvents() {}

    static List<String> of(AppRequests requests, boolean orgWide) {
        List<String> events = new ArrayList<>(ALWAYS);
        if (orgWide) {
            events.addAll(OF_ORGANISATION);
        }
        Stream.of(Ability.values()).filter(requests::have).map(BotEvents::of).forEach(events::addAll);
        return events.stream().sorted().toList();
    }

    /** Returns all events that the plugin can subscribe to, whichever abilities are on. */
    static Set<String> all() {
        Set<String> events = new HashSet<>(ALWAYS);
        events.addAll(OF_ORGANISATION);
        Stream.of(Ability.values()).map(BotEvents::of).forEach(events::addAll);
        return events;
    }

    private static List<String> of(Ability ability) {
        return switch (ability) {
            case COMMANDS -> List.of("app_mention", "message.im");
            case PREVIEWS -> List.of("link_shared");
            case HOME -> List.of("app_home_opened");
            case BUTTONS -> List.of();
        };
    }
}
