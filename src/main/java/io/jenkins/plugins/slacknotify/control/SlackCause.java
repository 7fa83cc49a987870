package io.jenkins.plugins.slacknotify.control;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.lifecycle.ChannelNames;
import java.util.Objects;

/**
 * The cause of a build that a person has started in Slack. Stored with the build, so the names of its fields stay.
 *
 * <p>To other plugins it is the account's owner who has started the build.
 */
public final class SlackCause extends Cause.UserIdCause {
    /** The id of the request from Slack, by which its effect is found again after a crash. */
    private final String request;

    /** The id of the member of Slack; empty where it is not known. */
    private final String member;

    /** The number of the build that is run again, of the same commit as far as that is known; 0 for none, as in earlier files. */
    private final int again;
    /** The name of the channel, with its {@code #}, or its id; null or empty where it is not known. */
    @CheckForNull
    private final String channel;

    public SlackCause(ActOrigin origin) {
        this(origin, 0);
    }

    /** @param again the number of the build of the same job that is run again; 0 for none */
    public SlackCause(ActOrigin origin, int again) {
        super(origin.account());
        this.request = origin.request();
        this.member = origin.member();
        this.again = again;
        this.channel = ChannelNames.label(origin.channel());
    }

    /** The number of the build that is run again; 0 for none. */
    public int getAgain() {
        return again;
    }

    /** Returns whether it is of a request. @param id of the request */
    public boolean isOf(String id) {
        return id.equals(request);
    }

    /** The id of the member of Slack; null where an earlier file lacks it. */
    @CheckForNull
    public String getMember() {
        return member;
    }

    @Override
    public String getShortDescription() {
        return Messages.SlackCause_description(super.getShortDescription(), where());
    }

    @Override
    public void print(TaskListener listener) {
        super.print(listener);
        listener.getLogger().println(Messages.SlackCause_log(where(), member));
    }

    private String where() {
        return channel == null || channel.isEmpty() ? "Slack" : "Slack " + channel;
    }

    /** {@inheritDoc} Two requests of one person are two causes, so that neither hides the other where builds are folded. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SlackCause cause && super.equals(cause) && Objects.equals(request, cause.request);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), request);
    }
}
