package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The place in the configuration where the channel of a message was named, so that a message that waits for a misspelt channel can
 * follow when the name is corrected there.
 *
 * @param scope the level of the place
 * @param owner the full name of the job or folder; empty for the whole system
 * @param destination the name of the destination that names the channel; null where a rule or a job names it directly
 * @param rule the name of the rule that names it directly; null otherwise
 * @param position of the channel among those of the rule, from 0; 0 where no rule names it
 * @param shape of the rule: what it is beside the names of its channels, as a number that is the same in every process. A rule with
 *     another one in its place is another rule. 0 where no rule names it
 */
public record ChannelSource(
        RuleScope scope,
        String owner,
        @CheckForNull String destination,
        @CheckForNull String rule,
        int position,
        int shape) {
    /** The field of the system channel. */
    public static final ChannelSource SYSTEM_CHANNEL =
            new ChannelSource(RuleScope.SYSTEM_CHANNEL, "", null, null, 0, 0);

    public ChannelSource {
        requireNonNull(scope, "scope");
        requireNonNull(owner, "owner");
    }

    /** Returns the place of a channel that a destination names. */
    public static ChannelSource ofDestination(RuleScope scope, String owner, String name) {
        return new ChannelSource(scope, owner, name, null, 0, 0);
    }

    /**
     * The place of a channel in a rule.
     *
     * @param position among the channels and destinations of the rule, from 0
     * @param shape of the rule
     */
    public static ChannelSource ofRule(RuleScope scope, String owner, String rule, int position, int shape) {
        return new ChannelSource(scope, owner, null, rule, position, shape);
    }

    /** The script or the configuration of a job, which names the channel itself. */
    public static ChannelSource ofJob(String job) {
        return new ChannelSource(RuleScope.JOB, job, null, null, 0, 0);
    }

    /** Returns the place with another full name of its job or folder. */
    public ChannelSource ownedBy(String newOwner) {
        return new ChannelSource(scope, newOwner, destination, rule, position, shape);
    }

    /** Whether a script or the configuration of a job names the channel, and no rule. */
    public boolean isOfAuthor() {
        return scope == RuleScope.JOB && rule == null && destination == null;
    }

    /** Says where the name stands, after a preposition such as <i>by</i>. */
    public String describe() {
        if (scope == RuleScope.SYSTEM_CHANNEL) {
            return "the system channel, in Manage Jenkins » Slack » Connection";
        }
        if (isOfAuthor()) {
            return "the job " + owner + ", in its pipeline or configuration";
        }
        String what = destination == null ? "the rule '" + rule + "'" : "the destination '" + destination + "'";
        return switch (scope) {
            case JOB -> what + " of the job " + owner;
            case FOLDER -> what + " of the folder " + owner + ", in its configuration";
            case SYSTEM, SYSTEM_CHANNEL, SUBSCRIPTION ->
                what + ", in Manage Jenkins » Slack » " + (destination == null ? "Rules" : "Destinations");
        };
    }
}
