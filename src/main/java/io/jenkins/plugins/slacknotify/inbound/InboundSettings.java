package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.List;
import java.util.Set;

/**
 * What an administrator has decided about the way in.
 *
 * @param enabled whether anything is taken at all
 * @param apps the apps whose requests are taken
 * @param abilities what people may ask for
 * @param requestsPerMinute how many requests of one member are taken in a minute; all else is answered with words
 */
public record InboundSettings(boolean enabled, List<InboundApp> apps, Set<Ability> abilities, int requestsPerMinute) {
    /** How many requests of one member are taken in a minute, unless an administrator decides otherwise. */
    public static final int REQUESTS_PER_MINUTE = 30;

    /** The settings of a Jenkins that takes nothing. */
    public static final InboundSettings OFF = new InboundSettings(false, List.of(), Set.of(), REQUESTS_PER_MINUTE);

    public InboundSettings {
        apps = List.copyOf(apps);
        abilities = Set.copyOf(abilities);
    }

    /** Returns whether signed requests can be verified. */
    public boolean canVerify() {
        return apps.stream().anyMatch(app -> app.secret() != null);
    }

    /** Returns whether a request's ability is on. */
    boolean allow(Set<Ability> any) {
        return any.isEmpty() || any.stream().anyMatch(abilities::contains);
    }
}
