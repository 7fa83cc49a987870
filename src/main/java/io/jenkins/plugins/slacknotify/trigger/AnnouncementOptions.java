package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.rules.MentionValidator;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.option.AddresseeOption;
import io.jenkins.plugins.slacknotify.trigger.option.ContentOption;
import io.jenkins.plugins.slacknotify.trigger.option.FileOption;
import io.jenkins.plugins.slacknotify.trigger.option.NameList;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a job's author asks for: the one set of options behind the step, the build step and the post-build action. Keeps what
 * was typed, and checks it only when it is used, so that a mistake is told in the build's console and loses no
 * configuration.
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

    @CheckForNull
    String getMessage() {
        return message;
    }

    /** A form sends a blank text where nothing was typed. White space around a text is its author's business. */
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

    /** Who is to be mentioned and no account of this Jenkins, in words; empty where there is nobody. */
    Optional<String> unknownMentions() {
        return MentionValidator.problem(NameList.parse(mention));
    }

    /**
     * What to say.
     *
     * @param build what to say of blocks that hold no text
     * @param title of the file that is shown with it, which is named where nothing else is said; null where there is none
     * @throws IllegalArgumentException where something is wrong with it
     */
    ContentOption content(String build, @CheckForNull String title) {
        boolean onlyFile = title != null && hasNoContent();
        return ContentOption.of(
                onlyFile ? Mrkdwn.escape(title) : message, markdown, blocks, NameList.parse(mention), build);
    }

    /** Whether there are no words of the job's author. */
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
     * The file to show; empty where there is none.
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

    /** The names of one or several emoji, separated by commas or white space. */
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

    /** One or several channels, separated by commas or white space. */
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
     * Who is told; empty where that was not said, which is not the same as a list of nobody.
     *
     * @param job says what names of destinations mean
     */
    Optional<AddresseeOption> addressees(Job<?, ?> job) {
        return Optional.ofNullable(to)
                .map(names -> AddresseeOption.parse(
                        NameList.parse(names), RuleScopes.names(job), AddresseeOption::isAccount));
    }

    @CheckForNull
    String getSeverity() {
        return severity;
    }

    /** In upper case, as the form offers the severities: it would lose any other on saving. */
    void setSeverity(@CheckForNull String severity) {
        String given = Util.fixEmptyAndTrim(severity);
        this.severity = given == null ? null : given.toUpperCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where there is no such severity */
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

    /** @throws IllegalArgumentException where a kind is not known */
    static Set<EventKind> kinds(List<String> ids) {
        return ids.stream().map(EventKind::parseCompletion).collect(Collectors.toSet());
    }
}
