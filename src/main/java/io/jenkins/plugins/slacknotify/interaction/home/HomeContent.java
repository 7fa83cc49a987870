package io.jenkins.plugins.slacknotify.interaction.home;

import java.util.List;

/**
 * The content of the home tab of an account: only what the account may read.
 *
 * @param waiting builds that wait for an answer which the account may give
 * @param running other builds that the account has started and that run
 * @param othersRunning how many other builds run
 * @param queued how many jobs wait in the queue
 * @param broken the last builds of jobs that the account's owner has broken and that are bad still
 * @param claimed the last builds of bad jobs that the account's owner looks after
 * @param quiet patterns for the jobs of which the account gets no direct messages
 * @param mutes other mutes of the account, in mrkdwn
 * @param subscriptions that the account has made, in mrkdwn
 */
public record HomeContent(
        List<HomeBuild> waiting,
        List<HomeBuild> running,
        int othersRunning,
        int queued,
        List<HomeBuild> broken,
        List<HomeBuild> claimed,
        List<String> quiet,
        List<String> mutes,
        List<String> subscriptions,
        HomePreferences preferences) {
    public HomeContent {
        waiting = List.copyOf(waiting);
        running = List.copyOf(running);
        broken = List.copyOf(broken);
        claimed = List.copyOf(claimed);
        quiet = List.copyOf(quiet);
        mutes = List.copyOf(mutes);
        subscriptions = List.copyOf(subscriptions);
    }

    /** Returns the content for an account that may read no job. */
    public static HomeContent withoutJobs(HomePreferences preferences) {
        return new HomeContent(
                List.of(), List.of(), 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), preferences);
    }
}
