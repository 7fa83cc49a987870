package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ClientCredentials;
import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import java.util.List;
import java.util.Set;

/**
 * A Slack app as which Jenkins can be installed in a workspace, with the secrets of one moment.
 *
 * @param name by which pages refer to it
 * @param appId null where it is not known yet
 * @param credentials null where the client id or the client secret is missing or wrong
 * @param problems what is wrong with them
 */
public record AppClient(
        String name,
        @CheckForNull String appId,
        @CheckForNull ClientCredentials credentials,
        List<String> problems) {
    public AppClient {
        problems = List.copyOf(problems);
    }

    /**
     * Checks what a person has pasted.
     *
     * @throws IllegalArgumentException where it surely is something else; the message does not repeat it
     */
    public static void check(@CheckForNull String clientId, @CheckForNull String clientSecret) {
        check(AppSecretKind.CLIENT_ID, clientId);
        check(AppSecretKind.CLIENT_SECRET, clientSecret);
    }

    private static void check(AppSecretKind kind, @CheckForNull String pasted) {
        kind.errorOf(PastedText.clean(pasted)).ifPresent(error -> {
            throw new IllegalArgumentException(error);
        });
    }

    /** Returns all apps that have a client id and a client secret, and those that lack one of the two. Calls credentials providers. */
    public static List<AppClient> all(List<SlackAppConfig> apps) {
        return AppResolver.ofJenkins(Set.of()).clients(apps);
    }

    /** Returns the same as {@link #all} for a page: of what cannot be looked up now, the app has a problem. */
    public static List<AppClient> allForPage(List<SlackAppConfig> apps) {
        return AppResolver.ofJenkinsForPage(Set.of()).clients(apps);
    }
}
