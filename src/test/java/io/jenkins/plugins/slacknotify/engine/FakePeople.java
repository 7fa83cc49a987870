package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Jenkins and a workspace with the people whom a test adds, at first with nobody. */
public final class FakePeople implements AccountDirectory, SlackDirectory {
    private final List<Account> accounts = new ArrayList<>();
    private final Set<String> strangers = new HashSet<>();
    private final Set<String> awaited = new HashSet<>();
    final List<String> lookedUp = new ArrayList<>();
    private boolean unavailable;

    /** The result of every look-up in the directory; null for what the directory knows. */
    @CheckForNull
    SlackResult<Optional<SlackUser>> obstacle;

    /** The results of the look-ups of some addresses. */
    final Map<String, SlackResult<Optional<SlackUser>>> troubles = new HashMap<>();

    /** Adds a person with an account and a Slack member, who wants everything that is broken or fixed. */
    FakePeople with(String id) {
        return with(id, Preferences.STANDARD);
    }

    FakePeople with(String id, Preferences preferences) {
        accounts.add(new Account(id, id.toUpperCase(), address(id), null, preferences));
        return this;
    }

    /** From now on the security realm does not answer, or does again. */
    void answer(boolean answers) {
        unavailable = !answers;
    }

    private void requireAnswers() {
        if (unavailable) {
            throw new AccountsUnavailableException("The realm does not answer", new IllegalStateException());
        }
    }

    /** Takes the right to see any job from a person. */
    void forbid(String id) {
        strangers.add(id);
    }

    /** Takes the right to see one job from a person. */
    void forbid(String id, String job) {
        strangers.add(id + " " + job);
    }

    static String address(String id) {
        return id + "@example.org";
    }

    static String slackId(String id) {
        return "U0" + id.toUpperCase() + "0000";
    }

    @Override
    public List<Account> find(Person person) {
        requireAnswers();
        return accounts.stream()
                .filter(account -> account.id().equals(person.account())
                        || account.mail() != null && account.mail().equals(person.address()))
                .toList();
    }

    /** Adds a person who has proven to be a member. */
    FakePeople withProven(String id) {
        return withProven(id, Preferences.STANDARD);
    }

    FakePeople withProven(String id, Preferences preferences) {
        accounts.add(new Account(id, id.toUpperCase(), address(id), slackId(id), preferences));
        return this;
    }

    @Override
    public List<Account> findMember(String slackId) {
        return accounts.stream()
                .filter(account -> slackId.equals(account.slack()))
                .toList();
    }

    @Override
    public boolean mayRead(String accountId, BuildKey build) {
        requireAnswers();
        return !strangers.contains(accountId) && !strangers.contains(accountId + " " + build.job());
    }

    @Override
    public boolean mustSignIn(String accountId) {
        requireAnswers();
        return awaited.contains(accountId);
    }

    /** Has an account sign in before anybody knows its groups. */
    void awaitSignIn(String accountId) {
        awaited.add(accountId);
    }

    @Override
    public SlackResult<Optional<SlackUser>> find(SlackConnection connection, String addressOrId) {
        lookedUp.add(addressOrId);
        return obstacle != null
                ? obstacle
                : troubles.getOrDefault(addressOrId, new SlackResult.Success<>(member(addressOrId)));
    }

    private Optional<SlackUser> member(String address) {
        return accounts.stream()
                .filter(account -> address.equals(account.mail()) || address.equals(account.slack()))
                .findFirst()
                .map(account -> new SlackUser(slackId(account.id()), account.name(), false, false));
    }
}
