package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import java.util.List;

/** The line that a channel reads of an act on a job, as far as the rules let the channel hear of the job. */
public final class ChannelLine {
    /** The sentence for a job of which no channel may be notified, whoever asks for that. */
    public static final String PRIVATE = "The rules of this Jenkins keep this job out of channels, so nothing was done."
            + " In a message to me, you can subscribe for yourself.";

    private ChannelLine() {}

    /**
     * Returns the answer that says to all in the channel what was done; to the one who asked alone where the rules keep the job out of
     * channels.
     *
     * @param job the full name
     */
    public static Answer of(BuildControl control, String job, String sentence) {
        return control.isPrivate(job) ? Answer.ephemeral(sentence) : Answer.inChannel(sentence);
    }

    /** Whether the rules keep all jobs out of channels that patterns name and an account may read; not where there is no such job. */
    public static boolean isPrivate(BuildControl control, String account, List<String> patterns) {
        NamePatterns names = NamePatterns.of(patterns);
        List<String> jobs = control.jobs(account).stream()
                .map(JobReference::fullName)
                .filter(names::matches)
                .toList();
        return !jobs.isEmpty() && jobs.stream().allMatch(control::isPrivate);
    }
}
