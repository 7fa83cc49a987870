package io.jenkins.plugins.slacknotify.interaction.home;

import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import java.util.List;

/**
 * What the home tab of a linked member shows.
 *
 * @param running builds that run, those that wait for input included
 * @param quiet patterns for the jobs that the member has muted
 * @param slashCommand such as {@code /jenkins}
 * @param commands the names of the commands; none where commands are switched off
 */
record HomeContent(
        MemberAccount.Linked account,
        List<BuildProgress> running,
        List<QueuedBuild> queue,
        List<String> quiet,
        String slashCommand,
        List<String> commands) {
    HomeContent {
        running = List.copyOf(running);
        queue = List.copyOf(queue);
        quiet = List.copyOf(quiet);
        commands = List.copyOf(commands);
    }
}
