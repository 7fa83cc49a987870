package io.jenkins.plugins.slacknotify.engine.spi;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** The administrator's decisions at one moment. Immutable. */
public final class EngineSettings {
    private final Builder options;

    private EngineSettings(Builder options) {
        this.options = options;
    }

    /** Begins settings in which nothing is decided. */
    public static Builder builder() {
        return new Builder();
    }

    /** False keeps the engine quiet: it takes nothing over, and what waits goes on waiting. */
    public boolean enabled() {
        return options.enabled;
    }

    /** The address of Slack's Web API. */
    public URI apiUrl() {
        return options.apiUrl;
    }

    /** The system's channel, for messages that name none; null where there is none. */
    @CheckForNull
    public String defaultChannel() {
        return options.defaultChannel;
    }

    /** The id of the credential with the token of the system; null for none. */
    @CheckForNull
    public String credentialsId() {
        return options.credentialsId;
    }

    /** The time after the hand-over from which a message is no news any more, and is not sent. */
    public Duration expiry() {
        return options.expiry;
    }

    public SeverityPolicy severities() {
        return options.severities;
    }

    /** The rules of the whole system. */
    public Router router() {
        return options.router;
    }

    /** The policy of direct messages: who may get them, and who wants them. */
    public PeoplePolicy people() {
        return options.people;
    }

    /** The subscriptions and mutes that people have made in Slack. */
    public SubscriptionPolicy subscriptions() {
        return options.subscriptions;
    }

    /** Routes a build by the rules of its job, those of the system, and those of subscriptions. */
    public RoutingResult route(BuildEvent event, JobRules own) {
        return routerOf(event.ownerJob()).route(event, own, rate(event));
    }

    /**
     * Whether any of the rules by which a build is {@linkplain #route routed} names a kind of milestone.
     *
     * @param ownerJob as in {@link BuildEvent#ownerJob()}
     */
    public boolean anyRuleNames(EventKind milestone, String ownerJob, JobRules own) {
        return routerOf(ownerJob).names(milestone, own);
    }

    private Router routerOf(String ownerJob) {
        return options.subscriptions.rulesOf(ownerJob).map(options.router::with).orElse(options.router);
    }

    /** The severity of a build, as long as no rule says otherwise. */
    public Severity rate(BuildEvent event) {
        return options.severities.rate(event);
    }

    /** The details in the thread of a bad build: those of the destination, or else those of the system. */
    public ThreadDetails details(MessageOptions destination) {
        return destination.details() == null ? options.details : destination.details();
    }

    /** The sender's name: that of the destination, or else that of the system; null for the app's own. */
    @CheckForNull
    public String botName(MessageOptions destination) {
        return destination.botName() == null ? options.botName : destination.botName();
    }

    /** The sender's icon: that of the destination, or else that of the system; null for the app's own. */
    @CheckForNull
    public String botIcon(MessageOptions destination) {
        return destination.botIcon() == null ? options.botIcon : destination.botIcon();
    }

    /** The language of messages: that of the destination, or else that of the system; null for that of the Java process. */
    @CheckForNull
    public Locale language(MessageOptions destination) {
        MessageLanguage language = destination.language() == null ? options.language : destination.language();
        return language == null ? null : language.locale();
    }

    /** The emoji with which headlines begin. */
    public EmojiSet emoji() {
        return options.emoji;
    }

    /**
     * The buttons of messages: those of the destination, or else all. None where this Jenkins does not take what their presses
     * ask for, so that an installation that only sends shows none.
     */
    public MessageButtons buttons(MessageOptions destination) {
        if (!options.buttons) {
            return MessageButtons.NONE;
        }
        return destination.buttons() == null ? MessageButtons.ALL : destination.buttons();
    }

    /** The decisions. */
    public static final class Builder {
        private boolean enabled = true;
        private URI apiUrl = ApiUrl.SLACK;
        private String defaultChannel;
        private String credentialsId;
        private String botName;
        private String botIcon;
        private Duration expiry = Duration.ofHours(24);
        private SeverityPolicy severities = SeverityPolicy.defaults();
        private Router router = Router.EMPTY;
        private PeoplePolicy people = PeoplePolicy.NOBODY;
        private ThreadDetails details = ThreadDetails.SHORT;
        private boolean buttons;
        private MessageLanguage language;
        private EmojiSet emoji = EmojiSet.STANDARD;
        private SubscriptionPolicy subscriptions = SubscriptionPolicy.NONE;

        private Builder() {}

        private Builder(Builder other) {
            enabled = other.enabled;
            apiUrl = other.apiUrl;
            defaultChannel = other.defaultChannel;
            credentialsId = other.credentialsId;
            botName = other.botName;
            botIcon = other.botIcon;
            expiry = other.expiry;
            severities = other.severities;
            router = other.router;
            people = other.people;
            details = other.details;
            buttons = other.buttons;
            language = other.language;
            emoji = other.emoji;
            subscriptions = other.subscriptions;
        }

        /** Whether anything is accepted and sent. By default, true. */
        public Builder enabled(boolean newEnabled) {
            enabled = newEnabled;
            return this;
        }

        /** The address of Slack's Web API. By default, that of slack.com. */
        public Builder apiUrl(URI newApiUrl) {
            apiUrl = requireNonNull(newApiUrl, "apiUrl");
            return this;
        }

        /** The system's channel. By default, null: none. */
        public Builder defaultChannel(@CheckForNull String newDefaultChannel) {
            defaultChannel = newDefaultChannel;
            return this;
        }

        /** The id of the credential with the token of the system. By default, null: none. */
        public Builder credentialsId(@CheckForNull String newCredentialsId) {
            credentialsId = newCredentialsId;
            return this;
        }

        /** The sender's name. By default, null: the app's own. */
        public Builder botName(@CheckForNull String newBotName) {
            botName = newBotName;
            return this;
        }

        /** An emoji such as {@code :jenkins:}, or the https address of a picture. By default, null: the app's own icon. */
        public Builder botIcon(@CheckForNull String newBotIcon) {
            botIcon = newBotIcon;
            return this;
        }

        /** The time after which a message is no news any more. By default, a day. */
        public Builder expiry(Duration newExpiry) {
            expiry = requireNonNull(newExpiry, "expiry");
            return this;
        }

        /** The severities of builds. By default, {@link SeverityPolicy#defaults()}. */
        public Builder severities(SeverityPolicy newSeverities) {
            severities = requireNonNull(newSeverities, "severities");
            return this;
        }

        /** The rules of the whole system. By default, none. */
        public Builder router(Router newRouter) {
            router = requireNonNull(newRouter, "router");
            return this;
        }

        /** The policy of direct messages. By default, {@link PeoplePolicy#NOBODY}. */
        public Builder people(PeoplePolicy newPeople) {
            people = requireNonNull(newPeople, "people");
            return this;
        }

        /** The details in the thread of a bad build. By default, {@link ThreadDetails#SHORT}. */
        public Builder details(ThreadDetails newDetails) {
            details = requireNonNull(newDetails, "details");
            return this;
        }

        /** Whether this Jenkins takes the presses of buttons in messages. By default, false. */
        public Builder buttons(boolean newButtons) {
            buttons = newButtons;
            return this;
        }

        /** The language of messages. By default, null: that of the Java process. */
        public Builder language(@CheckForNull MessageLanguage newLanguage) {
            language = newLanguage;
            return this;
        }

        /** The emoji of one's own. By default, none. */
        public Builder emoji(EmojiSet newEmoji) {
            emoji = requireNonNull(newEmoji, "emoji");
            return this;
        }

        /** The subscriptions and mutes that people have made in Slack. By default, {@link SubscriptionPolicy#NONE}. */
        public Builder subscriptions(SubscriptionPolicy newSubscriptions) {
            subscriptions = requireNonNull(newSubscriptions, "subscriptions");
            return this;
        }

        public EngineSettings build() {
            return new EngineSettings(new Builder(this));
        }
    }
}
