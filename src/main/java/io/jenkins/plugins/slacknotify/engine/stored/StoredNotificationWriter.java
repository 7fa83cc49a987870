package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.engine.stored.StoredNotification.StoredFile;
import io.jenkins.plugins.slacknotify.engine.stored.StoredPeople.StoredAddressees;
import io.jenkins.plugins.slacknotify.engine.stored.StoredPeople.StoredRecipient;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.util.List;
import java.util.function.UnaryOperator;

/** Maps each kind of notification to its stored form. What a kind does not set is not stored. */
final class StoredNotificationWriter
        implements Notification.Visitor<StoredNotification>, Message.Visitor<StoredNotification> {

    private final UnaryOperator<BuildEvent> selection;

    private StoredNotificationWriter(UnaryOperator<BuildEvent> selection) {
        this.selection = selection;
    }

    static StoredNotification write(Notification notification) {
        return write(notification, UnaryOperator.identity());
    }

    /** @param selection leaves out what is not stored of the event */
    static StoredNotification write(Notification notification, UnaryOperator<BuildEvent> selection) {
        return notification.accept(new StoredNotificationWriter(selection));
    }

    @Override
    public StoredNotification visit(Message message) {
        return message.accept((Message.Visitor<StoredNotification>) this);
    }

    @Override
    public StoredNotification visit(BuildNews news) {
        Fields fields = new Fields(news, selection);
        fields.reply = StoredRelation.of(news.relation());
        fields.wantsPermalink = news.wantsPermalink();
        fields.detail = news.isHeadline() ? StoredNotification.HEADLINE : null;
        fields.form = StoredFormat.mentioning(news.authorMention());
        fields.options(news.options());
        fields.routed = news.routed();
        return fields.stored(StoredNotification.BUILD_NEWS);
    }

    @Override
    public StoredNotification visit(AuthorMessage message) {
        Fields fields = new Fields(message, selection);
        fields.text = message.text();
        fields.reply = StoredRelation.of(message.relation());
        fields.wantsPermalink = message.wantsPermalink();
        fields.form = StoredFormat.of(message.format());
        fields.options(message.options());
        return fields.stored(StoredNotification.AUTHOR_MESSAGE);
    }

    @Override
    public StoredNotification visit(ThreadPage page) {
        Fields fields = new Fields(page, selection);
        fields.reply = StoredRelation.of(page.relation());
        fields.detail = page.number();
        fields.options(page.options());
        return fields.stored(StoredNotification.THREAD_PAGE);
    }

    @Override
    public StoredNotification visit(PeopleLookup lookup) {
        Fields fields = new Fields(lookup, selection);
        fields.addressees = StoredAddressees.of(lookup.addressees());
        fields.namedBy = StoredNamedBy.of(lookup.namedBy());
        if (lookup.content() instanceof PeopleLookup.Text content) {
            fields.text = content.text();
            fields.form = StoredFormat.of(content.format());
        }
        fields.file(lookup.file(), null);
        return fields.stored(StoredNotification.PEOPLE_LOOKUP);
    }

    @Override
    public StoredNotification visit(Reaction reaction) {
        Fields fields = new Fields(reaction, selection);
        fields.text = reaction.emoji();
        fields.reply = new StoredRelation(StoredRelation.REACTION, reaction.messageId());
        return fields.stored(StoredNotification.REACTION);
    }

    @Override
    public StoredNotification visit(FileUpload upload) {
        Fields fields = new Fields(upload, selection);
        fields.text = upload.text();
        fields.reply = new StoredRelation(StoredRelation.FILE, upload.messageId());
        fields.file(upload.file(), null);
        return fields.stored(StoredNotification.FILE_UPLOAD);
    }

    @Override
    public StoredNotification visit(FileShow show) {
        Fields fields = new Fields(show, selection);
        fields.text = show.text();
        fields.reply = new StoredRelation(StoredRelation.FILE, show.messageId());
        fields.file(show.file(), show.slackId());
        return fields.stored(StoredNotification.FILE_SHOW);
    }

    /** The fields of one notification; those that are not set are null or false. */
    private static final class Fields {
        private final Notification notification;
        private final UnaryOperator<BuildEvent> selection;
        private String text;
        private StoredRelation reply;
        private boolean wantsPermalink;
        private StoredAddressees addressees;
        private List<StoredNamedBy> namedBy;
        private Integer detail;
        private StoredFormat form;
        private StoredOptions style;
        private boolean routed;
        private StoredFile file;

        Fields(Notification notification, UnaryOperator<BuildEvent> selection) {
            this.notification = notification;
            this.selection = selection;
        }

        void options(MessageOptions options) {
            style = StoredOptions.of(options);
        }

        void file(@CheckForNull SharedFile newFile, @CheckForNull String slackId) {
            file = StoredFile.of(newFile, slackId);
        }

        StoredNotification stored(String kind) {
            return new StoredNotification(
                    StoredNotification.VERSION,
                    kind,
                    StoredEvent.of(selection.apply(notification.event())),
                    notification.severity().name(),
                    text,
                    StoredDestination.of(notification.destination()),
                    reply,
                    wantsPermalink,
                    addressees,
                    StoredRecipient.of(notification.recipient()),
                    detail,
                    form,
                    style,
                    routed,
                    file,
                    StoredRule.of(notification.envelope().rule()),
                    namedBy);
        }
    }
}
