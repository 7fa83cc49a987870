package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import java.util.List;

/**
 * A condition on builds, and what happens where a build matches it: which destinations and people are notified, and how severe
 * the build is. Made by {@link #builder}.
 *
 * @param name for people
 * @param when which builds the rule matches
 * @param severity the severity of such a build from here on, for this rule and the later ones; null to leave it as it is
 * @param targets the destinations to notify; possibly none, for a rule that only rates builds, or stops the evaluation
 * @param people who is notified in person
 * @param mention whom to mention in the targets
 * @param template the text of the message; null for the built-in text
 * @param language of the messages; null for that of the destination
 * @param buttons which buttons the messages have; null for those of the destination
 * @param stopsEvaluation whether the later rules are not evaluated for such a build
 * @param disabled whether somebody has switched the rule off, so that it matches no build
 */
public record Rule(
        String name,
        Condition when,
        @CheckForNull Severity severity,
        List<DestinationProfile> targets,
        Addressees people,
        MentionSetting mention,
        @CheckForNull Template template,
        @CheckForNull MessageLanguage language,
        @CheckForNull MessageButtons buttons,
        boolean stopsEvaluation,
        boolean disabled) {

    /** The canonical constructor, for {@link Builder}. Others use {@link #builder}. */
    public Rule {
        requireNonNull(name, "name");
        requireNonNull(when, "when");
        targets = List.copyOf(targets);
        requireNonNull(people, "people");
        requireNonNull(mention, "mention");
    }

    /**
     * Returns a builder of a rule that notifies nobody yet.
     *
     * @param name for people
     * @param when which builds the rule matches
     */
    public static Builder builder(String name, Condition when) {
        return new Builder(name, when);
    }

    /** Returns a rule that notifies destinations of every build that matches, and does nothing else. */
    public static Rule notifying(String name, Condition when, List<DestinationProfile> targets) {
        return builder(name, when).targets(targets).build();
    }

    /** Whether the later rules are not evaluated for builds that match. A rule that is switched off ends nothing. */
    public boolean endsList() {
        return stopsEvaluation && !disabled;
    }

    /**
     * The mention that a rule puts before its messages.
     *
     * @param mrkdwn such as {@code <!here>} or {@code <@U0123456789>}; null for nobody
     * @param from the least severity of a build for which it is used
     */
    public record MentionSetting(@CheckForNull String mrkdwn, Severity from) {
        public static final MentionSetting NOBODY = new MentionSetting(null, Severity.INFO);

        /** The mention for builds of a severity; null for nobody. */
        @CheckForNull
        String at(Severity severity) {
            return severity.compareTo(from) >= 0 ? mrkdwn : null;
        }
    }

    /** Builds a {@link Rule}. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private final Condition when;

        @CheckForNull
        private Severity severity;

        private List<DestinationProfile> targets = List.of();
        private Addressees people = Addressees.NOBODY;
        private MentionSetting mention = MentionSetting.NOBODY;

        @CheckForNull
        private Template template;

        @CheckForNull
        private MessageLanguage language;

        @CheckForNull
        private MessageButtons buttons;

        private boolean stopsEvaluation;

        private boolean disabled;

        private Builder(String name, Condition when) {
            this.name = name;
            this.when = when;
        }

        /** Sets the severity of the matching builds from this rule on. Default: null, as it is. */
        public Builder severity(@CheckForNull Severity newSeverity) {
            severity = newSeverity;
            return this;
        }

        /** Sets the destinations to notify. Default: none. */
        public Builder targets(List<DestinationProfile> newTargets) {
            targets = newTargets;
            return this;
        }

        /** Sets who is notified in person. Default: nobody. */
        public Builder people(Addressees newPeople) {
            people = newPeople;
            return this;
        }

        /** Sets whom to mention in the targets. Default: nobody. */
        public Builder mention(MentionSetting newMention) {
            mention = newMention;
            return this;
        }

        /** Sets the text of the message. Default: null, the built-in text. */
        public Builder template(@CheckForNull Template newTemplate) {
            template = newTemplate;
            return this;
        }

        /** Sets which buttons the messages have. Default: null, those of the destination. */
        public Builder buttons(@CheckForNull MessageButtons newButtons) {
            buttons = newButtons;
            return this;
        }

        /** Sets the language of the messages. Default: null, that of the destination. */
        public Builder language(@CheckForNull MessageLanguage newLanguage) {
            language = newLanguage;
            return this;
        }

        /** Sets whether the later rules are not evaluated for matching builds. Default: false. */
        public Builder stopsEvaluation(boolean newStopsEvaluation) {
            stopsEvaluation = newStopsEvaluation;
            return this;
        }

        /** Sets whether the rule is switched off. Default: false. */
        public Builder disabled(boolean newDisabled) {
            disabled = newDisabled;
            return this;
        }

        public Rule build() {
            return new Rule(
                    name,
                    when,
                    severity,
                    targets,
                    people,
                    mention,
                    template,
                    language,
                    buttons,
                    stopsEvaluation,
                    disabled);
        }
    }
}
