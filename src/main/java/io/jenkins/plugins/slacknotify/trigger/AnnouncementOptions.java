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
import java.util.Arrays;
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

    /** What is done with an option that is a text. */
    private enum Text {
        MESSAGE(true, Variables.IN_MESSAGE, AnnouncementOptions::getMessage, AnnouncementOptions::setMessage),
        MARKDOWN(true, Variables.NONE, AnnouncementOptions::getMarkdown, AnnouncementOptions::setMarkdown),
        BLOCKS(true, Variables.NONE, AnnouncementOptions::getBlocks, AnnouncementOptions::setBlocks),
        MENTION(false, Variables.ELSEWHERE, AnnouncementOptions::getMention, AnnouncementOptions::setMention),
        REACTION(false, Variables.NONE, AnnouncementOptions::getReaction, AnnouncementOptions::setReaction),
        FILE(false, Variables.ELSEWHERE, AnnouncementOptions::getFile, AnnouncementOptions::setFile),
        SNIPPET(true, Variables.NONE, AnnouncementOptions::getSnippet, AnnouncementOptions::setSnippet),
        FILE_NAME(true, Variables.NONE, AnnouncementOptions::getFileName, AnnouncementOptions::setFileName),
        TITLE(true, Variables.ELSEWHERE, AnnouncementOptions::getTitle, AnnouncementOptions::setTitle),
        CHANNEL(false, Variables.ELSEWHERE, AnnouncementOptions::getChannel, AnnouncementOptions::setChannel),
        TO(false, Variables.ELSEWHERE, AnnouncementOptions::getTo, AnnouncementOptions::setTo),
        SEVERITY(false, Variables.NONE, AnnouncementOptions::getSeverity, AnnouncementOptions::setSeverity),
        CREDENTIALS_ID(
                false, Variables.NONE, AnnouncementOptions::getCredentialsId, AnnouncementOptions::setCredentialsId);

        /** Whether people read it in Slack, so that secrets in it are masked. */
        private final boolean isShown;

        private final Variables variables;
        private final Function<AnnouncementOptions, String> getter;
        private final BiConsumer<AnnouncementOptions, String> setter;

        Text(
                boolean isShown,
                Variables variables,
                Function<AnnouncementOptions, String> getter,
                BiConsumer<AnnouncementOptions, String> setter) {
            this.isShown = isShown;
            this.variables = variables;
            this.getter = getter;
            this.setter = setter;
        }

        String masked(String text, UnaryOperator<String> mask) {
            if (!isShown) {
                return text;
            }
            return this == BLOCKS ? AuthorBlocks.mapTexts(text, mask) : mask.apply(text);
        }

        String expanded(String text, UnaryOperator<String> inMessage, UnaryOperator<String> elsewhere) {
            return switch (variables) {
                case IN_MESSAGE -> inMessage.apply(text);
                case ELSEWHERE -> elsewhere.apply(text);
                case NONE -> text;
            };
        }
    }

    /** Which variables of the build an option may name. */
    private enum Variables {
        NONE,
        IN_MESSAGE,
        ELSEWHERE
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
            String text = option.getter.apply(this);
            option.setter.accept(copy, text == null ? null : change.apply(option, text));
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
     * Returns a copy in which what is shown of these options is masked. Where a message goes, and which file it shows, is not.
     *
     * @param mask masks the secrets of a text
     */
    AnnouncementOptions masked(UnaryOperator<String> mask) {
        return map((option, text) -> option.masked(text, mask));
    }

    @CheckForNull
    String getMessage() {
        return message;
    }

    /** Sets the message. A form sends a blank text where nothing was typed; other white space is its author's business. */
    void setMessage(@CheckForNull String message) {
        this.message = nullIfBlank(message);
    }

    @CheckForNull
    private static String nullIfBlank(@CheckForNull String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @CheckForNull
    String getMarkdown() {
        return markdown;
    }

    void setMarkdown(@CheckForNull String markdown) {
        this.markdown = nullIfBlank(markdown);
    }

    @CheckForNull
    String getBlocks() {
        return blocks;
    }

    void setBlocks(@CheckForNull String blocks) {
        this.blocks = nullIfBlank(blocks);
    }

    @CheckForNull
    String getMention() {
        return mention;
    }

    void setMention(@CheckForNull String mention) {
        this.mention = Util.fixEmptyAndTrim(mention);
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

    @CheckForNull
    String getFile() {
        return file;
    }

    void setFile(@CheckForNull String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    @CheckForNull
    String getSnippet() {
        return snippet;
    }

    void setSnippet(@CheckForNull String snippet) {
        this.snippet = nullIfBlank(snippet);
    }

    @CheckForNull
    String getFileName() {
        return fileName;
    }

    void setFileName(@CheckForNull String fileName) {
        this.fileName = Util.fixEmptyAndTrim(fileName);
    }

    @CheckForNull
    String getTitle() {
        return title;
    }

    void setTitle(@CheckForNull String title) {
        this.title = Util.fixEmptyAndTrim(title);
    }

    /**
     * Returns the file to show; empty where there is none.
     *
     * @throws IllegalArgumentException where the options contradict each other
     */
    Optional<FileOption> fileOption() {
        return Optional.ofNullable(FileOption.of(file, snippet, fileName, title));
    }

    @CheckForNull
    String getReaction() {
        return reaction;
    }

    void setReaction(@CheckForNull String reaction) {
        this.reaction = Util.fixEmptyAndTrim(reaction);
    }

    /** Returns the names of emoji, which commas or white space separate. */
    List<String> reactions() {
        return NameList.parse(reaction);
    }

    @CheckForNull
    String getChannel() {
        return channel;
    }

    void setChannel(@CheckForNull String channel) {
        this.channel = Util.fixEmptyAndTrim(channel);
    }

    /** Returns the channels, which commas or white space separate. */
    List<String> channels() {
        return NameList.parse(channel);
    }

    @CheckForNull
    String getTo() {
        return to;
    }

    void setTo(@CheckForNull String to) {
        this.to = Util.fixEmptyAndTrim(to);
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

    @CheckForNull
    String getSeverity() {
        return severity;
    }

    /** Sets the severity in upper case, as the form offers it: the form would lose any other spelling on saving. */
    void setSeverity(@CheckForNull String severity) {
        String given = Util.fixEmptyAndTrim(severity);
        this.severity = given == null ? null : given.toUpperCase(Locale.ROOT);
    }

    /**
     * Returns the severity; null to rate the build.
     *
     * @throws IllegalArgumentException where there is no such severity
     */
    @CheckForNull
    Severity severity() {
        return severity == null ? null : Severity.parse(severity);
    }

    @CheckForNull
    String getCredentialsId() {
        return credentialsId;
    }

    void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    boolean isFailOnError() {
        return failOnError;
    }

    void setFailOnError(boolean failOnError) {
        this.failOnError = failOnError;
    }

    /** Whether an option may name a variable of the build. */
    boolean hasVariables() {
        return Arrays.stream(Text.values())
                .filter(option -> option.variables != Variables.NONE)
                .map(option -> option.getter.apply(this))
                .anyMatch(text -> text != null && text.contains("$"));
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
