package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of an administrator about requests from Slack.
 *
 * @param enabled whether anything is taken at all
 * @param apps the apps whose requests are taken
 * @param abilities what people may ask for
 * @param requestsPerMinute how many requests of one member are taken in a minute; all else is answered with words
 * @param installations by the names of apps, the ids of the workspaces ({@code T…}) and organisations ({@code E…}) of which this
 *     Jenkins has a bot token for which the app may speak. Missing where they are not all known: then each workspace passes, and
 *     that there is no bot is found when the request is done
 */
public record InboundSettings(
        boolean enabled,
        List<InboundApp> apps,
        Set<Ability> abilities,
        int requestsPerMinute,
        Map<String, Set<String>> installations) {
    /** How many requests of one member are taken in a minute, unless an administrator decides otherwise. */
    public static final int REQUESTS_PER_MINUTE = 30;

    /** The settings of a Jenkins that takes nothing. */
    public static final InboundSettings OFF = new InboundSettings(false, List.of(), Set.of(), REQUESTS_PER_MINUTE);

    /** Makes settings that do not know yet where the apps are installed. */
    public InboundSettings(boolean enabled, List<InboundApp> apps, Set<Ability> abilities, int requestsPerMinute) {
        this(enabled, apps, abilities, requestsPerMinute, Map.of());
    }

    public InboundSettings {
        apps = List.copyOf(apps);
        abilities = Set.copyOf(abilities);
        installations = Map.copyOf(installations);
    }

    /** Returns these settings, for a Jenkins that has the bot tokens of some installations of its apps. */
    public InboundSettings installedIn(Map<String, Set<String>> known) {
        return new InboundSettings(enabled, apps, abilities, requestsPerMinute, known);
    }

    /** Returns whether the signature of any request can be verified: at least one app has a signing secret. */
    public boolean canVerify() {
        return apps.stream().anyMatch(app -> app.secret() != null);
    }

    /** Returns whether one of these abilities is on, or none is asked for. */
    boolean allow(Set<Ability> any) {
        return any.isEmpty() || any.stream().anyMatch(abilities::contains);
    }

    /** Returns whether a request of an app may come from where this Jenkins has a bot of it. */
    boolean mayHaveBotIn(InboundApp app, InstallationKey installation) {
        Set<String> known = installations.getOrDefault(app.name(), Set.of());
        return known.isEmpty() || installation.id().map(known::contains).orElse(true);
    }
}
