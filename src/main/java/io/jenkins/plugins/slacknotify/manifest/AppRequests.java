package io.jenkins.plugins.slacknotify.manifest;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Set;

/**
 * The requests of an app to Jenkins: what people may ask for with it, and how they come.
 *
 * @param abilities none for an app that only sends
 * @param command the slash command, with its slash
 * @param requestUrl where Slack sends requests over HTTP; null where they come by Socket Mode
 */
public record AppRequests(
        Set<Ability> abilities,
        String command,
        Transport transport,
        @CheckForNull String requestUrl) {

    /** An app that asks nothing of Jenkins. */
    public static final AppRequests NONE = new AppRequests(Set.of(), "/jenkins", Transport.SOCKET, null);

    public AppRequests {
        abilities = Set.copyOf(abilities);
        requireNonNull(command, "command");
        requireNonNull(transport, "transport");
    }

    /** Makes requests that come by Socket Mode. */
    public static AppRequests bySocket(Set<Ability> abilities, String command) {
        return new AppRequests(abilities, command, Transport.SOCKET, null);
    }

    /**
     * Makes requests that come over HTTP.
     *
     * @param requestUrl null where it is not known; the app then asks for nothing, as Slack takes no manifest without it
     */
    public static AppRequests byHttp(Set<Ability> abilities, String command, @CheckForNull String requestUrl) {
        return requestUrl == null ? NONE : new AppRequests(abilities, command, Transport.HTTP, requestUrl);
    }

    /** Returns whether anything may come in. */
    boolean any() {
        return !abilities.isEmpty();
    }

    boolean have(Ability ability) {
        return abilities.contains(ability);
    }
}
