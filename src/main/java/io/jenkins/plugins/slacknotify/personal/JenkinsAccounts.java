package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.build.CurrentBuild;
import io.jenkins.plugins.slacknotify.config.subscription.SubscriptionPolicySource;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/**
 * The accounts of this Jenkins: its users whom the security realm knows.
 *
 * <p>Where a realm or a plugin fails, that is neither a yes nor a no, and the log has the reason. A user who is
 * new, or has a new name or address, may be found a minute late; everything else is current.
 */
public final class JenkinsAccounts implements AccountDirectory {
    private static final Logger LOGGER = Logger.getLogger(JenkinsAccounts.class.getName());

    private final InstantSource clock;
    private final RememberedAddresses addresses;
    private final AccountIndex index;

    public JenkinsAccounts(InstantSource clock) {
        this.clock = clock;
        addresses = new RememberedAddresses(clock);
        index = new AccountIndex(this::readUsers, clock);
    }

    /** {@inheritDoc} A person with an unknown account id matches nobody, whatever the name and address. */
    @Override
    public List<Account> find(Person person) {
        try {
            return search(person);
        } catch (RuntimeException e) {
            throw unavailable("somebody cannot be looked up among the users", e);
        }
    }

    private List<Account> search(Person person) {
        String account = person.account();
        if (account != null) {
            return known(Set.of(account));
        }
        String address = person.address();
        List<Account> owners = address == null ? List.of() : known(index.withAddress(address));
        if (!owners.isEmpty()) {
            return owners;
        }
        return meant(known(index.withName(person.name())), person.name());
    }

    /** Returns the one who is called so; the one with that id where others have it as their full name, which people choose as they like. */
    static List<Account> meant(List<Account> called, String name) {
        List<Account> some = called.size() < 2
                ? called
                : called.stream()
                        .filter(account -> account.id().equalsIgnoreCase(name.strip()))
                        .toList();
        return some.size() == 1 ? some : List.of();
    }

    @Override
    public List<Account> findMember(String slackId) {
        try {
            return known(index.withProven(slackId)).stream()
                    .filter(account -> slackId.equalsIgnoreCase(account.slack()))
                    .toList();
        } catch (RuntimeException e) {
            throw unavailable("it cannot be found out whose account a member of Slack has proven", e);
        }
    }

    private static List<Account> known(Collection<String> ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(User.getById(id, false)))
                .flatMap(Optional::stream)
                .filter(user -> RealmAccounts.authentication(user).isPresent())
                .map(JenkinsAccounts::account)
                .toList();
    }

    private static Account account(User user) {
        Preferences standard = SlackNotifyConfiguration.get()
                .getPersonal()
                .getDefaults()
                .toPreferences()
                .asDefaults();
        SlackUserProperty property = SlackUserProperty.read(user);
        return new Account(
                user.getId(),
                user.getDisplayName(),
                MailAddresses.of(user),
                member(user),
                withMutes(user.getId(), property.toPreferences(standard)));
    }

    /** Adds what the owner has muted for a time, in Slack. */
    private static Preferences withMutes(String account, Preferences own) {
        return own.withQuietJobs(SubscriptionPolicySource.current().quietJobs(account));
    }

    /**
     * The member of Slack that an account has proven to be: by a code, or else by the link by which it acts. With links in several
     * workspaces nobody knows here which of them a message is for.
     */
    @CheckForNull
    private static String member(User user) {
        String proven = SlackIdentity.of(user).proven();
        List<SlackMemberLink> links = SlackUserProperty.read(user).getLinks();
        return proven == null && links.size() == 1 && links.get(0).isOfOwnerWith(MailAddresses.of(user))
                ? links.get(0).getMember()
                : proven;
    }

    private List<AccountIndex.Entry> readUsers() {
        return User.getAll().stream()
                .map(user -> new AccountIndex.Entry(
                        user.getId(),
                        user.getFullName(),
                        addresses.of(user),
                        SlackUserProperty.read(user).getProven()))
                .toList();
    }

    @Override
    public boolean mayRead(String accountId, BuildKey build) {
        try {
            return Optional.ofNullable(User.getById(accountId, false))
                    .flatMap(RealmAccounts::authentication)
                    .filter(owner -> mayRead(owner, build))
                    .isPresent();
        } catch (RuntimeException e) {
            throw unavailable("it cannot be found out whether an account may see the job", e);
        }
    }

    @Override
    public boolean mustSignIn(String accountId) {
        try {
            return Optional.ofNullable(User.getById(accountId, false))
                    .filter(user -> SignInAge.isTooOld(user, clock.instant()))
                    .isPresent();
        } catch (RuntimeException e) {
            throw unavailable("it cannot be found out whether the groups of an account are known", e);
        }
    }

    /** The names of people stay out of the message, which stands where others read it. */
    private static AccountsUnavailableException unavailable(String what, RuntimeException cause) {
        LOGGER.log(Level.WARNING, cause, () -> "The security realm does not answer: " + what);
        return new AccountsUnavailableException(
                "Jenkins' security realm does not answer, so " + what + "; the Jenkins log says why", cause);
    }

    /** Looks the job up as the owner of the account, so that the permissions of each folder apply. */
    private static boolean mayRead(Authentication owner, BuildKey build) {
        try (ACLContext asOwner = ACL.as2(owner)) {
            return CurrentBuild.find(build)
                    .filter(current -> current.job().hasPermission(Item.READ)
                            && Jenkins.get().hasPermission(Jenkins.READ))
                    .isPresent();
        } catch (AccessDeniedException e) {
            return false;
        }
    }
}
