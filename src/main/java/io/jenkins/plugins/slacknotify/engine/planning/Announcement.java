package io.jenkins.plugins.slacknotify.engine.planning;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.EmojiName;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import java.util.List;

/** A request of a job's author to send messages, from a pipeline step or a build step. Immutable. */
public final class Announcement {
    private final Builder options;

    private Announcement(Builder options) {
        this.options = options;
    }

    /**
     * Begins an announcement that reports the build to the system's channel.
     *
     * @param id names the announcement for ever; what is announced twice under one id is sent once. Letters, digits, {@code .},
     *     {@code _} and {@code -}, at most 80 of them
     * @param event the build as it stands
     */
    public static Builder of(String id, BuildEvent event) {
        return new Builder(id, event);
    }

    /** Returns this announcement with the present state of the build. */
    public Announcement withEvent(BuildEvent now) {
        Builder changed = new Builder(options);
        changed.event = requireNonNull(now, "event");
        return new Announcement(changed);
    }

    /** The name of the announcement for ever. */
    public String id() {
        return options.id;
    }

    /** The build as it stood when the announcement was made. */
    public BuildEvent event() {
        return options.event;
    }

    @CheckForNull
    String text() {
        return options.text;
    }

    MessageFormat format() {
        return options.format;
    }

    List<String> reactions() {
        return options.reactions;
    }

    List<String> channels() {
        return options.channels;
    }

    List<DestinationProfile> profiles() {
        return options.profiles;
    }

    @CheckForNull
    Severity severity() {
        return options.severity;
    }

    @CheckForNull
    String credentialsId() {
        return options.credentialsId;
    }

    List<Relation> relations() {
        return options.relations;
    }

    boolean wantsPermalink() {
        return options.wantsPermalink;
    }

    @CheckForNull
    Addressees addressees() {
        return options.addressees;
    }

    boolean routed() {
        return options.routed;
    }

    /** The file that its messages show; null for none. */
    @CheckForNull
    public SpooledFile file() {
        return options.file;
    }

    /** Whether the announcement adds reactions to earlier messages and sends nothing else. */
    public boolean onlyReacts() {
        Addressees people = addressees();
        return text() == null
                && file() == null
                && !options.lacksFile
                && format().equals(MessageFormat.PLAIN)
                && (people == null || people.isEmpty())
                && !relations().isEmpty()
                && !reactions().isEmpty();
    }

    /** The options of an announcement. */
    public static final class Builder {
        private final String id;
        private BuildEvent event;
        private String text;
        private MessageFormat format = MessageFormat.PLAIN;
        private List<String> reactions = List.of();
        private List<String> channels = List.of();
        private List<DestinationProfile> profiles = List.of();
        private Severity severity;
        private String credentialsId;
        private List<Relation> relations = List.of();
        private boolean wantsPermalink;
        private Addressees addressees;
        private SpooledFile file;
        private boolean lacksFile;
        private boolean routed;

        private Builder(String id, BuildEvent event) {
            this.id = requireNonNull(id, "id");
            this.event = requireNonNull(event, "event");
        }

        private Builder(Builder other) {
            id = other.id;
            event = other.event;
            text = other.text;
            format = other.format;
            reactions = other.reactions;
            channels = other.channels;
            profiles = other.profiles;
            severity = other.severity;
            credentialsId = other.credentialsId;
            relations = other.relations;
            wantsPermalink = other.wantsPermalink;
            addressees = other.addressees;
            file = other.file;
            lacksFile = other.lacksFile;
            routed = other.routed;
        }

        /** The author's words, in the markup of {@link #format}. By default, null: the message reports the build. */
        public Builder text(@CheckForNull String newText) {
            text = newText;
            return this;
        }

        /** The markup of the text and its mention. By default, plain mrkdwn without a mention. */
        public Builder format(MessageFormat newFormat) {
            format = requireNonNull(newFormat, "format");
            return this;
        }

        /**
         * Emoji below the message, as {@link EmojiName} reads them. By default, none. Where there is nothing else to send but
         * {@link #relations}, they go below those earlier messages.
         *
         * @throws IllegalArgumentException where one is not the name of an emoji
         */
        public Builder reactions(List<String> newReactions) {
            reactions = newReactions.stream().map(EmojiName::normalize).toList();
            return this;
        }

        /**
         * The channels. By default, none: the message goes to the system's channel, unless {@link #profiles},
         * {@link #relations} or {@link #addressees} say where it goes.
         */
        public Builder channels(List<String> newChannels) {
            channels = List.copyOf(newChannels);
            return this;
        }

        /** Named destinations that get the message as well. By default, none. */
        public Builder profiles(List<DestinationProfile> newProfiles) {
            profiles = List.copyOf(newProfiles);
            return this;
        }

        /** The severity. By default, null: the administrator's policy rates the build. */
        public Builder severity(@CheckForNull Severity newSeverity) {
            severity = newSeverity;
            return this;
        }

        /** The credential of the bot's token. By default, null: that of the global configuration. */
        public Builder credentialsId(@CheckForNull String newCredentialsId) {
            credentialsId = newCredentialsId;
            return this;
        }

        /** The ties to earlier messages. By default, none: the message stands alone. */
        public Builder relations(List<Relation> newRelations) {
            relations = List.copyOf(newRelations);
            return this;
        }

        /** Whether a caller waits for the address of the message. By default, false. */
        public Builder wantsPermalink(boolean newWantsPermalink) {
            wantsPermalink = newWantsPermalink;
            return this;
        }

        /**
         * The people who get it as a direct message. By default, null: nobody. Only null leads to the system's channel where
         * no channel is named; {@link Addressees#NOBODY} does not.
         */
        public Builder addressees(@CheckForNull Addressees newAddressees) {
            addressees = newAddressees;
            return this;
        }

        /** The file that each message shows. By default, null: none. */
        public Builder file(@CheckForNull SpooledFile newFile) {
            file = newFile;
            return this;
        }

        /**
         * Whether a file was to be shown that is missing. By default, false. Where there is nothing else to say, the message says how the
         * build stands then, though its reactions alone would go below earlier messages.
         */
        public Builder lacksFile(boolean newLacksFile) {
            lacksFile = newLacksFile;
            return this;
        }

        /**
         * Says that rules have chosen its destinations, so that the limits of channels were asked already, as far as they hold for these
         * rules. By default, false: an author names them.
         */
        public Builder routed() {
            routed = true;
            return this;
        }

        public Announcement build() {
            return new Announcement(new Builder(this));
        }
    }
}
