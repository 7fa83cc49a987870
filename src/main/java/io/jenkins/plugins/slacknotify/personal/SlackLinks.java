package io.jenkins.plugins.slacknotify.personal;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.User;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.JenkinsPages;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The proven links between members of Slack and accounts of this Jenkins, and the open wishes for such links.
 *
 * <p>Links are stored with the users. A member has one account at most: the newest link counts, and ends an older one, as only
 * the member could make it. An account has one member in each installation. It checks no permission; the caller does. Safe for
 * use by many threads.
 */
@Extension
public class SlackLinks implements AccountLinks, JenkinsPages {
    /** The path of the page for linking, below the root of Jenkins. */
    public static final String PAGE = "slack-notify-link";

    private static final Logger LOGGER = Logger.getLogger(SlackLinks.class.getName());

    /** The attribute by which Jenkins' {@code ApiCrumbExclusion} knows such a request: the name of a class that plugins may not use. */
    private static final String API_TOKEN = "jenkins.security.BasicHeaderApiTokenAuthenticator";

    private final Clock clock = Clock.systemUTC();
    private final LinkRequests requests = new LinkRequests(clock);
    private final AccountIndex index = new AccountIndex(SlackLinks::readUsers, clock);

    /** The accounts of links that were made since Jenkins has started: the index is a minute old. */
    private final Map<String, String> made = new ConcurrentHashMap<>();

    /** Returns the one instance of this Jenkins. */
    public static SlackLinks get() {
        return ExtensionList.lookupSingleton(SlackLinks.class);
    }

    /**
     * Returns whether what opens the present request is in its header: an API token, a token of a provider such as GitHub, or a password.
     * Such a secret ends, and is taken back; a link would outlive it, so nobody makes one by it. Behind a proxy that signs people in, the
     * header may be for the proxy alone, and only Jenkins' own tokens count.
     */
    public static boolean isOpenedByHeader() {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        return request != null
                && (Boolean.TRUE.equals(request.getAttribute(API_TOKEN))
                        || (request.getHeader("Authorization") != null
                                && ProxySignIns.groupSource(Jenkins.get().getSecurityRealm())
                                        .isEmpty()));
    }

    /** Returns the open wishes for links. */
    public LinkRequests requests() {
        return requests;
    }

    /**
     * A link with its account, for lists.
     *
     * @param account the account's id
     * @param name the owner's name for people
     */
    public record LinkedUser(String account, String name, SlackMemberLink link) {}

    /** Returns all links, by account. */
    public List<LinkedUser> all() {
        return User.getAll().stream()
                .flatMap(user -> links(user).map(link -> new LinkedUser(user.getId(), user.getDisplayName(), link)))
                .sorted(Comparator.comparing(LinkedUser::account, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Returns the account that a member is linked with, whatever the security realm says of it. */
    public Optional<User> owner(String installation, String member) {
        String key = key(installation, member);
        return Stream.concat(Optional.ofNullable(made.get(key)).stream(), index.withProven(key).stream())
                .distinct()
                .flatMap(id -> Optional.ofNullable(User.getById(id, false)).stream())
                .filter(user -> link(user, installation, member).isPresent())
                .findFirst();
    }

    @Override
    public State find(String installation, String member) {
        try {
            return owner(installation, member)
                    .map(user -> state(user, link(user, installation, member).orElseThrow()))
                    .orElseGet(State.Missing::new);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The security realm does not answer: a request from Slack is refused", e);
            throw new AccountsUnavailableException(
                    "Jenkins' security realm does not answer; the Jenkins log says why", e);
        }
    }

    private static State state(User user, SlackMemberLink link) {
        if (!link.isOfOwnerWith(MailAddresses.of(user))) {
            return new State.Gone(user.getId());
        }
        RealmAccounts.RealmAnswer answer = RealmAccounts.ask(user);
        return switch (answer.standing()) {
            case UNKNOWN -> new State.Gone(user.getId());
            case BLOCKED -> new State.Blocked(user.getId());
            case USABLE ->
                new State.Usable(user.getId(), user.getDisplayName(), answer.isOfNow() ? null : signedInAt(user));
        };
    }

    private static Instant signedInAt(User user) {
        return SlackUserProperty.read(user).signedInAt();
    }

    /** Returns when an account has signed in to Jenkins last, to the hour; {@link Instant#EPOCH} where that is not known. */
    public Instant signedInAt(String account) {
        User user = User.getById(account, false);
        return user == null ? Instant.EPOCH : signedInAt(user);
    }

    /**
     * Links an account with a member, whose word counts from now on. When the account has signed in last stays as it was.
     *
     * @param memberName the name that Slack shows
     * @param workspace the name of the workspace or organisation
     * @throws IOException where the user cannot be saved; the links are as before then
     */
    public synchronized void link(User user, String installation, String member, String memberName, String workspace)
            throws IOException {
        Optional<User> former =
                owner(installation, member).filter(other -> !other.getId().equals(user.getId()));
        SlackMemberLink link = new SlackMemberLink(
                installation, member, memberName, workspace, clock.instant(), MailAddresses.of(user));
        if (former.isPresent()) {
            move(former.get(), user, link);
        } else {
            SlackUserProperty.of(user).link(link);
        }
        made.put(key(installation, member), user.getId());
        LOGGER.log(Level.INFO, "The account {0} is linked with the member {1} of {2} in Slack", new Object[] {
            user.getId(), member, installation
        });
    }

    /** Links an account in the place of the one that its member has had; where that fails, the member has the former one. */
    private static void move(User former, User user, SlackMemberLink link) throws IOException {
        SlackMemberLink ended =
                link(former, link.getInstallation(), link.getMember()).orElseThrow();
        SlackUserProperty property = SlackUserProperty.of(former);
        property.unlink(link.getInstallation());
        try {
            SlackUserProperty.of(user).link(link);
        } catch (IOException | RuntimeException | Error e) {
            try {
                property.link(ended);
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    @Override
    public synchronized Optional<String> unlink(String installation, String member, Instant asOf) {
        return owner(installation, member)
                .flatMap(user -> link(user, installation, member))
                .filter(link -> !link.madeAt().isAfter(asOf))
                .flatMap(link -> unlink(installation, member));
    }

    /** Removes the link of a member, whenever it was made. Returns the id of the account; empty where there was no link. */
    public synchronized Optional<String> unlink(String installation, String member) {
        Optional<User> owner = owner(installation, member);
        owner.ifPresent(user -> {
            try {
                user.getProperty(SlackUserProperty.class).unlink(installation);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LOGGER.log(
                    Level.INFO,
                    "The account {0} is not linked with the member {1} of {2} in Slack any more",
                    new Object[] {user.getId(), member, installation});
        });
        return owner.map(User::getId);
    }

    @Override
    public Optional<String> linking(String code) {
        return page(PAGE + "/?code=" + code);
    }

    @Override
    public Optional<String> signingIn() {
        return page("login");
    }

    private static Optional<String> page(String path) {
        return Optional.ofNullable(Jenkins.get().getRootUrl())
                .filter(root -> Jenkins.get().getSecurityRealm() != SecurityRealm.NO_AUTHENTICATION)
                .map(root -> root + path);
    }

    /**
     * Returns whether an account is linked with a member, whatever the security realm says of it. Reads memory only, so an account
     * that belongs to somebody else now is known by the address alone that this person has chosen.
     */
    public static boolean isLinked(String account, String installation, String member) {
        User user = User.getById(account, false);
        return user != null
                && link(user, installation, member)
                        .filter(link -> link.isOfOwnerWith(MailAddresses.chosen(user)))
                        .isPresent();
    }

    private static Optional<SlackMemberLink> link(User user, String installation, String member) {
        return links(user).filter(link -> link.isOf(installation, member)).findFirst();
    }

    private static Stream<SlackMemberLink> links(User user) {
        return SlackUserProperty.read(user).getLinks().stream();
    }

    private static List<AccountIndex.Entry> readUsers() {
        return User.getAll().stream()
                .flatMap(user -> links(user)
                        .map(link -> new AccountIndex.Entry(
                                user.getId(), "", null, key(link.getInstallation(), link.getMember()))))
                .collect(Collectors.toList());
    }

    private static String key(String installation, String member) {
        return installation + "/" + member;
    }
}
