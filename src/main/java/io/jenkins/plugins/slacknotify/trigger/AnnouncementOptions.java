package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.rules.MentionValidator;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import io.jenkins.plugins.slacknotify.message.blocks.AuthorBlocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.option.AddresseeOption;
import io.jenkins.plugins.slacknotify.trigger.option.ContentOption;
import io.jenkins.plugins.slacknotify.trigger.option.FileOption;
import io.jenkins.plugins.slacknotify.trigger.option.NameList;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The options of an announcement, for the step, the build step and the post-build action.
 *
 * <p>They keep what was typed, and are checked only when they are used. So a mistake is reported in the build's console
 * and loses no configuration.
 */
final class AnnouncementOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    @CheckForNull
    private String message;

    @CheckForNull
    private String markdown;

    @CheckForNull
    private String blocks;

    @CheckForNull
    private String mention;

    @CheckForNull
    private String reaction;

    @CheckForNull
    private String file;

    @CheckForNull
    private String snippet;

    @CheckForNull
    private String fileName;

    @CheckForNull
    private String title;

    @CheckForNull
    private String channel;

    @CheckForNull
    private String to;

    @CheckForNull
    private String severity;

    @CheckForNull
    private String credentialsId;

    private boolean failOnError;

    /** An option whose value is a text. */
    enum Text {
        MESSAGE(options -> options.message, (options, text) -> options.message = text),
        MARKDOWN(options -> options.markdown, (options, text) -> options.markdown = text),
        BLOCKS(options -> options.blocks, (options, text) -> options.blocks = text),
        MENTION(options -> options.mention, (options, text) -> options.mention = text),
        REACTION(options -> options.reaction, (options, text) -> options.reaction = text),
        FILE(options -> options.file, (options, text) -> options.file = text),
        SNIPPET(options -> options.snippet, (options, text) -> options.snippet = text),
        FILE_NAME(options -> options.fileName, (options, text) -> options.fileName = text),
        TITLE(options -> options.title, (options, text) -> options.title = text),
        CHANNEL(options -> options.channel, (options, text) -> options.channel = text),
        TO(options -> options.to, (options, text) -> options.to = text),
        SEVERITY(options -> options.severity, (options, text) -> options.severity = text),
        CREDENTIALS_ID(options -> options.credentialsId, (options, text) -> options.credentialsId = text);

        /** The content that an author formats, whose white space is kept. */
        private static final Set<Text> CONTENT = EnumSet.of(MESSAGE, MARKDOWN, BLOCKS, SNIPPET);

        /** The options that people read in Slack, so that secrets in them are masked. */
        private static final Set<Text> SHOWN = EnumSet.of(MESSAGE, MARKDOWN, BLOCKS, SNIPPET, FILE_NAME, TITLE);

        /** The options that may name variables of the build. */
        private static final Set<Text> WITH_VARIABLES = EnumSet.of(MESSAGE, MENTION, FILE, TITLE, CHANNEL, TO);

        private final Function<AnnouncementOptions, String> getter;
        private final BiConsumer<AnnouncementOptions, String> setter;

        Text(Function<AnnouncementOptions, String> getter, BiConsumer<AnnouncementOptions, String> setter) {
            this.getter = getter;
            this.setter = setter;
        }

        /** Returns a text as it is kept: null for a blank one, as a form sends that where nothing was typed. */
        @CheckForNull
        private String clean(@CheckForNull String text) {
            String given = CONTENT.contains(this) ? text : Util.fixEmptyAndTrim(text);
            if (given == null || given.isBlank()) {
                return null;
            }
            // The form offers severities in upper case, and would lose any other spelling on saving.
            return this == SEVERITY ? given.toUpperCase(Locale.ROOT) : given;
        }

        private String masked(String text, UnaryOperator<String> mask) {
            if (!SHOWN.contains(this)) {
                return text;
            }
            return this == BLOCKS ? AuthorBlocks.mapTexts(text, mask) : mask.apply(text);
        }

        private String expanded(String text, UnaryOperator<String> inMessage, UnaryOperator<String> elsewhere) {
            if (!WITH_VARIABLES.contains(this)) {
                return text;
            }
            return (this == MESSAGE ? inMessage : elsewhere).apply(text);
        }
    }

    /** Returns the value of an option; null where it is not set. */
    @CheckForNull
    String get(Text option) {
        return option.getter.apply(this);
    }

    /** Sets an option to what was typed; blank for no value. */
    void set(Text option, @CheckForNull String typed) {
        option.setter.accept(this, option.clean(typed));
    }

    /** Sets each option again: somebody else than a form may have written a blank text where nothing was meant. */
    private Object readResolve() {
        return map((option, text) -> text);
    }

    /**
     * Returns a copy, with other texts. The setters check them anew.
     *
     * @param change gets only options that are set
     */
    private AnnouncementOptions map(BiFunction<Text, String, String> change) {
        AnnouncementOptions copy = new AnnouncementOptions();
        for (Text option : Text.values()) {
            String text = get(option);
            copy.set(option, text == null ? null : change.apply(option, text));
        }
        copy.failOnError = failOnError;
        return copy;
    }

    /**
     * Returns a copy in which what is shown of these options is as a terminal shows it, without its colours: what a step such as
     * {@code sh(returnStdout: true)} returns has them. To be done before secrets are masked, which colours can tear apart.
     */
    AnnouncementOptions withoutColours() {
        return masked(TerminalText::withoutColours);
    }

    /**
     * Returns a copy in which the options that people read are masked. Where a message goes, and which file it shows, is not.
     *
     * @param mask masks the secrets of a text
     */
    AnnouncementOptions masked(UnaryOperator<String> mask) {
        return map((option, text) -> option.masked(text, mask));
    }

    /** Returns a sentence about the names to mention that are no account of this Jenkins; empty where all are. */
    Optional<String> unknownMentions() {
        return MentionValidator.problem(NameList.parse(mention));
    }

    /**
     * Returns the content of the message.
     *
     * @param build the text for blocks that hold no text
     * @param title the title of the file that is shown with the message, which names it where nothing else is written;
     *     null where there is no file
     * @throws IllegalArgumentException where something is wrong with the content
     */
    ContentOption content(String build, @CheckForNull String title) {
        boolean hasOnlyFile = title != null && hasNoContent();
        return ContentOption.of(
                hasOnlyFile ? Mrkdwn.escape(title) : message, markdown, blocks, NameList.parse(mention), build);
    }

    /** Whether the author of the job has written nothing. */
    boolean hasNoContent() {
        return message == null && markdown == null && blocks == null;
    }

    /**
     * Returns the file to show; empty where there is none.
     *
     * @throws IllegalArgumentException where the options contradict each other
     */
    Optional<FileOption> fileOption() {
        return Optional.ofNullable(FileOption.of(file, snippet, fileName, title));
    }

    /** Returns the names of emoji, which commas or white space separate. */
    List<String> reactions() {
        return NameList.parse(reaction);
    }

    /** Returns the channels, which commas or white space separate. */
    List<String> channels() {
        return NameList.parse(channel);
    }

    /**
     * Returns the addressees; empty where the option was left out, which is not the same as an empty list.
     *
     * @param job the job in which names of destinations are looked up
     */
    Optional<AddresseeOption> addressees(Job<?, ?> job) {
        return Optional.ofNullable(to)
                .map(names -> AddresseeOption.parse(
                        NameList.parse(names),
                        RuleScopes.of(job).names(RuleScopes.UNLISTED),
                        AddresseeOption::isAccount));
    }

    /**
     * Returns the severity; null to rate the build.
     *
     * @throws IllegalArgumentException where there is no such severity
     */
    @CheckForNull
    Severity severity() {
        try {
            return severity == null ? null : Severity.parse(severity);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.AnnouncementOptions_severity(e.getMessage()), e);
        }
    }

    boolean isFailOnError() {
        return failOnError;
    }

    void setFailOnError(boolean failOnError) {
        this.failOnError = failOnError;
    }

    /** Whether an option may name a variable of the build. */
    boolean hasVariables() {
        return Text.WITH_VARIABLES.stream().map(this::get).anyMatch(text -> text != null && text.contains("$"));
    }

    /**
     * Returns a copy for one build, with the values of its variables.
     *
     * @param inMessage replaces the variables of a message
     * @param elsewhere replaces those of other options
     */
    AnnouncementOptions expanded(UnaryOperator<String> inMessage, UnaryOperator<String> elsewhere) {
        return map((option, text) -> option.expanded(text, inMessage, elsewhere));
    }

    /** Returns a copy by which no error fails the build. */
    AnnouncementOptions withoutFailing() {
        AnnouncementOptions copy = map((option, text) -> text);
        copy.setFailOnError(false);
        return copy;
    }

    /**
     * Returns the event kinds with these ids.
     *
     * @throws IllegalArgumentException where there is no such kind
     */
    static Set<EventKind> kinds(List<String> ids) {
        return ids.stream().map(EventKind::parseCompletion).collect(Collectors.toSet());
    }
}
