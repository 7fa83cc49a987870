package io.jenkins.plugins.slacknotify.interaction.home;

import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import java.util.List;

/** Nobody has quiet jobs, and nobody can have any. */
final class NoQuietJobs implements QuietJobs {
    @Override
    public List<String> of(String account) {
        return List.of();
    }

    @Override
    public boolean add(String account, String job) {
        return false;
    }

    @Override
    public boolean remove(String account, String job) {
        return false;
    }
}
