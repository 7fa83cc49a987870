package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.engine.stored.StoredPeople.StoredAddressees;
import io.jenkins.plugins.slacknotify.engine.stored.StoredPeople.StoredRecipient;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.List;

/**
 * A notification as the outbox keeps it on disk. The names of the fields are the format; a field may be added, none may
 * change its meaning without a new {@link #VERSION}.
 *
 * @param version of the format; 0 in files that were written before there were versions
 * @param kind one of the constants here; null in those files, where the other fields tell the kind
 * @param text the words of a job's author, the emoji of a reaction, or the name of a file
 * @param reply the tie to an earlier message
 * @param detail the number of a thread's page, or {@link #HEADLINE}; null for the whole message
 * @param form how the text is marked up, and whom its author mentions
 * @param style how the destination shows messages
 * @param rule the rule for which it is sent
 * @param namedBy the rules that name people, in their order; null for none
 */
record StoredNotification(
        int version,
        @CheckForNull String kind,
        StoredEvent event,
        String severity,
        @CheckForNull String text,
        StoredDestination destination,
        @CheckForNull StoredRelation reply,
        boolean wantsPermalink,
        @CheckForNull StoredAddressees addressees,
        @CheckForNull StoredRecipient recipient,
        @CheckForNull Integer detail,
        @CheckForNull StoredFormat form,
        @CheckForNull StoredOptions style,
        boolean routed,
        @CheckForNull StoredFile file,
        @CheckForNull StoredRule rule,
        @CheckForNull List<StoredNamedBy> namedBy) {

    static final int VERSION = 2;

    static final String BUILD_NEWS = "BUILD_NEWS";
    static final String AUTHOR_MESSAGE = "AUTHOR_MESSAGE";
    static final String THREAD_PAGE = "THREAD_PAGE";
    static final String PEOPLE_LOOKUP = "PEOPLE_LOOKUP";
    static final String REACTION = "REACTION";
    static final String FILE_UPLOAD = "FILE_UPLOAD";
    static final String FILE_SHOW = "FILE_SHOW";

    /** The {@link #detail} of a message that is no more than its headline. */
    static final int HEADLINE = 0;

    /**
     * The stored form of a {@link SharedFile}.
     *
     * @param slackId the id of the file in Slack; null until it is uploaded
     */
    record StoredFile(
            String name, String title, @CheckForNull String slackId) {
        @CheckForNull
        static StoredFile of(@CheckForNull SharedFile file, @CheckForNull String slackId) {
            return file == null ? null : new StoredFile(file.name(), file.title(), slackId);
        }

        SharedFile toFile() {
            return new SharedFile(name, title);
        }
    }

    /**
     * Maps to the domain.
     *
     * @throws RuntimeException where this version of the plugin cannot read it
     */
    Notification toNotification() {
        if (version > VERSION) {
            throw new IllegalArgumentException(
                    "Format " + version + " is not known; this version of the plugin reads " + VERSION);
        }
        String known = kind == null ? inferredKind() : kind;
        return switch (known) {
            case BUILD_NEWS -> toNews();
            case AUTHOR_MESSAGE -> toAuthorMessage();
            case THREAD_PAGE ->
                new ThreadPage(
                        envelope(),
                        required(reply, "reply").requiredDeliveryId(),
                        StoredOptions.toOptions(style),
                        required(detail, "detail"));
            case PEOPLE_LOOKUP -> toLookup();
            case REACTION ->
                new Reaction(
                        envelope(),
                        required(text, "text"),
                        required(reply, "reply").requiredDeliveryId());
            case FILE_UPLOAD ->
                new FileUpload(
                        envelope(),
                        required(file, "file").toFile(),
                        required(reply, "reply").requiredDeliveryId());
            case FILE_SHOW ->
                new FileShow(
                        envelope(),
                        required(file, "file").toFile(),
                        required(required(file, "file").slackId(), "slackId"),
                        required(reply, "reply").requiredDeliveryId());
            default -> throw new IllegalArgumentException("Unknown kind " + known);
        };
    }

    /** The kind of what was written before there were kinds. */
    private String inferredKind() {
        if (destination.toDestination().isPeople()) {
            return PEOPLE_LOOKUP;
        }
        if (file != null && isReply(StoredRelation.FILE)) {
            return file.slackId() == null ? FILE_UPLOAD : FILE_SHOW;
        }
        if (isReply(StoredRelation.REACTION)) {
            return REACTION;
        }
        if (text != null) {
            return AUTHOR_MESSAGE;
        }
        return detail == null || detail == HEADLINE ? BUILD_NEWS : THREAD_PAGE;
    }

    private boolean isReply(String replyKind) {
        return reply != null && replyKind.equals(reply.kind());
    }

    private Envelope envelope() {
        return new Envelope(
                event.toEvent(),
                EnumNames.required(Severity.class, severity),
                destination.toDestination(),
                recipient == null ? null : recipient.toRecipient(),
                rule == null ? null : rule.toOrigin());
    }

    @CheckForNull
    private Relation relation() {
        return reply == null ? null : reply.toRelation();
    }

    private BuildNews toNews() {
        return new BuildNews(
                envelope(),
                relation(),
                StoredOptions.toOptions(style),
                form == null ? null : form.mention(),
                detail == null ? BuildNews.Extent.WHOLE : BuildNews.Extent.HEADLINE,
                routed,
                wantsPermalink);
    }

    private AuthorMessage toAuthorMessage() {
        return new AuthorMessage(
                envelope(),
                relation(),
                StoredOptions.toOptions(style),
                required(text, "text"),
                StoredFormat.toFormat(form),
                wantsPermalink);
    }

    private PeopleLookup toLookup() {
        PeopleLookup.Content content =
                text == null ? new PeopleLookup.News() : new PeopleLookup.Text(text, StoredFormat.toFormat(form));
        return new PeopleLookup(
                envelope(),
                addressees == null ? null : addressees.toAddressees(),
                content,
                file == null ? null : file.toFile(),
                namedBy == null
                        ? List.of()
                        : namedBy.stream()
                                .flatMap(rule -> rule.toNamedBy().stream())
                                .toList());
    }

    /** Returns a field that the kind needs. */
    static <T> T required(@CheckForNull T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("It lacks " + name);
        }
        return value;
    }
}
