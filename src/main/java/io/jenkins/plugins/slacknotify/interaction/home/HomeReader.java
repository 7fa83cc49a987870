package io.jenkins.plugins.slacknotify.interaction.home;

/**
 * The port to what a home tab shows.
 *
 * <p><b>Guaranteed:</b> it is read as an account, with the permissions that it has at this moment. No builds are loaded but those
 * that run, and those that are shown.
 *
 * <p>Calls run on the caller's thread. {@code AccountsUnavailableException} where the security realm does not answer.
 */
@FunctionalInterface
public interface HomeReader {
    /** The most builds that each part has; where there are more, the last one of the list is beyond what is shown. */
    int MAX_BUILDS = 9;

    HomeContent read(String account);
}
