package io.jenkins.plugins.slacknotify.interaction.command;

import java.util.List;

/** The port to the jobs of which a person gets no direct messages, as on the person's own page of preferences. */
public interface QuietJobs {
    /** Returns the patterns for full names of jobs. */
    List<String> of(String account);

    /** Adds a job. @return whether it was not there before */
    boolean add(String account, String job);

    /** Removes a job or pattern. @return whether it was there */
    boolean remove(String account, String job);
}
