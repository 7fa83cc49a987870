package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.RuleOrigin;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The task to find the people of a build in Slack and to notify each of them. It is no message itself.
 *
 * @param addressees the people to find; null for those whom the administrator's policy names at the time of sending
 * @param content the content of the messages to them
 * @param file what the message to each of them shows; null for no file
 * @param namedBy the rules that name the people, in their order; empty where no rule does, or an earlier version has stored the lookup
 */
public record PeopleLookup(
        Envelope envelope,
        @CheckForNull Addressees addressees,
        Content content,
        @CheckForNull SharedFile file,
        List<NamedBy> namedBy)
        implements Notification {

    /**
     * A rule that names some of the people.
     *
     * @param addressees those whom it names
     */
    public record NamedBy(RuleOrigin rule, Addressees addressees) {
        public NamedBy {
            requireNonNull(rule, "rule");
            requireNonNull(addressees, "addressees");
        }

        /** Whether the rule names a person, as far as that can be told without asking for the person's address. */
        private boolean names(Recipient person) {
            return !Collections.disjoint(addressees.involvements(), person.involvements())
                    || addressees.members().contains(person.slackId())
                    || person.account() != null && addressees.named().contains(person.account());
        }

        private boolean hasAddresses() {
            return addressees.named().stream().anyMatch(name -> name.contains("@"));
        }
    }

    /** The content of the messages to the people. */
    public sealed interface Content {
        /** The text that a report quotes; null for news of the build. */
        @CheckForNull
        String text();
    }

    /** News of the build. */
    public record News() implements Content {
        @Override
        @CheckForNull
        public String text() {
            return null;
        }
    }

    /** The words of a job's author. */
    public record Text(String text, MessageFormat format) implements Content {
        public Text {
            requireNonNull(text, "text");
            requireNonNull(format, "format");
        }

        /** The text in pieces of which each fits into one message. */
        public List<String> parts() {
            return format.parts(text);
        }
    }

    public PeopleLookup {
        requireNonNull(envelope, "envelope");
        requireNonNull(content, "content");
        namedBy = List.copyOf(namedBy);
    }

    /** A lookup of people whom no rule names. */
    public PeopleLookup(
            Envelope envelope, @CheckForNull Addressees addressees, Content content, @CheckForNull SharedFile file) {
        this(envelope, addressees, content, file, List.of());
    }

    /** News of the build for one of the people, with the first rule that names the person. */
    public BuildNews newsFor(Recipient person) {
        return BuildNews.personal(envelope.toPerson(person).sentBy(ruleFor(person)));
    }

    /** The rule that names a person; null where none does, or several name people by addresses, of which one may be the person's. */
    @CheckForNull
    private RuleOrigin ruleFor(Recipient person) {
        if (namedBy.size() == 1) {
            return namedBy.get(0).rule();
        }
        Optional<NamedBy> naming =
                namedBy.stream().filter(rule -> rule.names(person)).findFirst();
        List<NamedBy> byAddress = namedBy.stream().filter(NamedBy::hasAddresses).toList();
        return naming.or(() -> byAddress.size() == 1 ? Optional.of(byAddress.get(0)) : Optional.empty())
                .map(NamedBy::rule)
                .orElse(null);
    }

    /**
     * One part of the author's text for one of the people.
     *
     * @param relation to the first part; null for that
     */
    public AuthorMessage textFor(Recipient person, Text text, String part, @CheckForNull Relation relation) {
        return new AuthorMessage(
                envelope.toPerson(person), relation, MessageOptions.DEFAULT, part, text.format(), false);
    }

    @Override
    public Optional<String> earlierDelivery() {
        return Optional.empty();
    }

    @Override
    @CheckForNull
    public String text() {
        return content.text();
    }

    /** How many people the lookup may find at most. */
    @Override
    public String publicLabel(PeoplePolicy policy) {
        Addressees meant = Objects.requireNonNullElseGet(addressees, policy::addressees);
        int most = meant.maximumCount(event().participants());
        return most == 1 ? "1 person at most" : most + " people at most";
    }

    @Override
    public boolean isReplyable() {
        return false;
    }

    @Override
    public boolean needsFile() {
        return file != null;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
