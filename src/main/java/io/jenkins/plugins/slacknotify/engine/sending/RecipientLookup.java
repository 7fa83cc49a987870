package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.people.AssessedCandidate;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.RecipientFinder;
import io.jenkins.plugins.slacknotify.people.RecipientQuery;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.account.TimeLimitedAccounts;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.subscription.AuthorRights;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Finds the people whom notifications are for, by the rules of {@link RecipientFinder}.
 *
 * <p>What a channel gets waits for the accounts for seconds only, what people get for minutes: they have workers of their own, and
 * nothing can be said to a person of whom nobody knows who that is.
 */
public final class RecipientLookup implements Closeable {
    private static final Duration TIMEOUT_OF_CHANNELS = Duration.ofSeconds(10);
    private static final Duration TIMEOUT_OF_PEOPLE = Duration.ofMinutes(2);

    /** After so many attempts, which take a minute or so, nobody waits any more for those of whom Slack does not tell who they are. */
    private static final int PATIENCE = 6;

    /** Together less than the outbox has threads, so that some are left, whatever the realm does. */
    private static final int AT_ONCE_OF_CHANNELS = 8;

    private static final int AT_ONCE_OF_PEOPLE = 12;

    private final TimeLimitedAccounts ofPeople;
    private final TimeLimitedAccounts ofChannels;
    private final RecipientFinder people;
    private final RecipientFinder mentioned;
    private final InstantSource clock;

    public RecipientLookup(AccountDirectory accounts, SlackDirectory directory, InstantSource clock) {
        this(accounts, directory, clock, TIMEOUT_OF_CHANNELS);
    }

    /** @param timeout for one question to the accounts about what a channel gets */
    RecipientLookup(AccountDirectory accounts, SlackDirectory directory, InstantSource clock, Duration timeout) {
        ofPeople = new TimeLimitedAccounts(accounts, TIMEOUT_OF_PEOPLE, AT_ONCE_OF_PEOPLE);
        ofChannels = new TimeLimitedAccounts(accounts, timeout, AT_ONCE_OF_CHANNELS);
        people = new RecipientFinder(ofPeople, directory);
        mentioned = new RecipientFinder(ofChannels, directory);
        this.clock = clock;
    }

    /** Whether an attempt for a delivery is to wait for all people. */
    static boolean isPatient(Delivery delivery) {
        return delivery.failures() < PATIENCE;
    }

    /** Finds the people of a lookup in Slack: all of them, or those of whom Slack tells. */
    SlackResult<Recipients> find(
            PeopleLookup lookup, boolean all, SlackConnection connection, EngineSettings settings) {
        RecipientQuery query = query(lookup, settings);
        return all
                ? people.find(connection, query, settings.people())
                : people.findSome(connection, query, settings.people());
    }

    /**
     * Finds a person whom a message in a channel is to mention.
     *
     * @param name the id of an account, or an e-mail address
     */
    SlackResult<Recipients> findMentioned(
            String name, Message message, SlackConnection connection, EngineSettings settings) {
        Addressees named = new Addressees(Set.of(), List.of(name));
        RecipientQuery query = new RecipientQuery(message.event(), message.severity(), named, true, clock.instant());
        return mentioned.findMentioned(connection, query, settings.people());
    }

    /** The people of a lookup, as far as they are known without asking Slack. */
    public List<AssessedCandidate> assess(PeopleLookup lookup, EngineSettings settings) {
        return people.assessCandidates(query(lookup, settings), settings.people());
    }

    /**
     * Whether the recipient of a notification may read the job at this moment: rights can have changed while it waited. True for
     * a notification to somebody who needs no account, or to a channel, unless a subscription leads there of whose author that
     * is not true.
     */
    boolean mayRead(Notification notification, EngineSettings settings) {
        Recipient recipient = notification.recipient();
        String subscription = subscriptionOf(notification);
        if (subscription != null) {
            return settings.subscriptions()
                    .allows(
                            subscription,
                            notification.event(),
                            notification.severity(),
                            rightsTo(notification.event().key()));
        }
        if (recipient == null) {
            return mayRead(notification.destination(), notification.event().key());
        }
        return recipient.account() == null
                || ofPeople.mayRead(recipient.account(), notification.event().key());
    }

    private AuthorRights rightsTo(BuildKey build) {
        return new AuthorRights() {
            @Override
            public boolean mayRead(String account) {
                return ofChannels.mayRead(account, build);
            }

            @Override
            public boolean mustSignIn(String account) {
                return ofChannels.mustSignIn(account);
            }
        };
    }

    /** The id of the subscription that a notification is for; null where it is for none. */
    @CheckForNull
    static String subscriptionOf(Notification notification) {
        if (notification instanceof BuildNews news) {
            return news.options().subscription();
        }
        return notification instanceof ThreadPage page ? page.options().subscription() : null;
    }

    /** Whether a destination is a channel, or a member whose account may read the job: earlier versions took either for a channel. */
    private boolean mayRead(Destination destination, BuildKey build) {
        if (destination.isDirectMessage()) {
            return false;
        }
        return !destination.isPerson()
                || ofPeople.findMember(destination.channel()).stream()
                        .anyMatch(account -> ofPeople.mayRead(account.id(), build));
    }

    @Override
    public void close() {
        ofPeople.close();
        ofChannels.close();
    }

    private RecipientQuery query(PeopleLookup lookup, EngineSettings settings) {
        Addressees named = lookup.addressees();
        return new RecipientQuery(
                lookup.event(),
                lookup.severity(),
                named == null ? settings.people().addressees() : named,
                named != null,
                clock.instant());
    }
}
