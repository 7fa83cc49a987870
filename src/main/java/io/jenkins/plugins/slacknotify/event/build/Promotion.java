package io.jenkins.plugins.slacknotify.event.build;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * The promotion that an event is about: a run of its own, for a build that has ended before. Its event has the name of the
 * promoted build.
 *
 * @param job the full name of the promoted build's job, whose rules count
 * @param process what the promotion is called, such as {@code deploy}
 */
public record Promotion(String job, String process) {
    private static final int MAX_PROCESS = 200;

    public Promotion {
        requireNonNull(job, "job");
        process = Excerpt.truncate(process, MAX_PROCESS);
    }
}
