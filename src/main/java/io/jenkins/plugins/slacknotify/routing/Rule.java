package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.util.List;

/**
 * Who hears of which builds.
 *
 * @param name for people
 * @param severity how such a build is rated from here on, by this rule and those after it; null to leave it as it is
 * @param targets possibly none, for a rule that only rates, or keeps builds from the rules after it
 * @param people who is told in person
 * @param mention whom to mention in the targets
 * @param template what is said there; null for the message's own words
 * @param stopsEvaluation whether the rules after it are not asked any more
 */
public record Rule(
        String name,
        Condition when,
        @CheckForNull Severity severity,
        List<DestinationProfile> targets,
        Addressees people,
        MentionSetting mention,
        @CheckForNull Template template,
        boolean stopsEvaluation) {

    public Rule {
        requireNonNull(name, "name");
        requireNonNull(when, "when");
        targets = List.copyOf(targets);
        requireNonNull(people, "people");
        requireNonNull(mention, "mention");
    }

    /** Tells these of every build that fits. */
    public static Rule notifying(String name, Condition when, List<DestinationProfile> targets) {
        return new Rule(name, when, null, targets, Addressees.NOBODY, MentionSetting.NOBODY, null, false);
    }

    /**
     * Whom a rule mentions.
     *
     * @param mrkdwn such as {@code <!here>} or {@code <@U0123456789>}; null for nobody
     * @param from the least severity for which it does
     */
    public record MentionSetting(@CheckForNull String mrkdwn, Severity from) {
        public static final MentionSetting NOBODY = new MentionSetting(null, Severity.INFO);

        @CheckForNull
        String at(Severity severity) {
            return severity.compareTo(from) >= 0 ? mrkdwn : null;
        }
    }
}
