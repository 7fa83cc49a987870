package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

/**
 * A build, by what a person or a button says; it need not exist.
 *
 * @param job the full name of its job
 */
public record BuildReference(String job, int number) {
    public BuildReference {
        requireNonNull(job, "job");
    }

    @Override
    public String toString() {
        return job + " #" + number;
    }
}
