package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Fixture with the accounts of a Jenkins and the members of a workspace. Every account may read, except those that a test
 * forbids.
 */
final class PeopleFixture implements AccountDirectory, SlackDirectory {
    static final SlackConnection CONNECTION = SlackConnection.toSlack(BotToken.of("xoxb-1-a"));

    private final List<Account> accounts = new ArrayList<>();
    private final Set<String> barred = new HashSet<>();
    private final Map<String, SlackUser> members = new HashMap<>();
    private final Map<String, SlackResult<Optional<SlackUser>>> obstacles = new HashMap<>();

    /** The look-ups in Slack, in their order. */
    final List<String> asked = new ArrayList<>();

    PeopleFixture account(String id, String mail) {
        return account(id, mail, null, Preferences.STANDARD);
    }

    PeopleFixture account(String id, String mail, String slack, Preferences preferences) {
        accounts.add(new Account(id, nameOf(id), mail, slack, preferences));
        return this;
    }

    PeopleFixture barred(String id) {
        barred.add(id);
        return this;
    }

    PeopleFixture member(String id, String mail) {
        return member(new SlackUser(id, id, false, false), mail);
    }

    PeopleFixture member(SlackUser user, String mail) {
        members.put(user.id().toLowerCase(Locale.ROOT), user);
        members.put(mail.toLowerCase(Locale.ROOT), user);
        return this;
    }

    PeopleFixture obstacle(String name, SlackResult<Optional<SlackUser>> answer) {
        obstacles.put(name, answer);
        return this;
    }

    static String nameOf(String id) {
        return id.toUpperCase(Locale.ROOT) + " Smith";
    }

    Optional<SlackUser> memberOf(String name) {
        return Optional.ofNullable(members.get(name.toLowerCase(Locale.ROOT)));
    }

    List<Account> accounts() {
        return accounts;
    }

    @Override
    public List<Account> find(Person person) {
        if (person.account() != null) {
            return accounts.stream()
                    .filter(one -> one.id().equals(person.account()))
                    .toList();
        }
        List<Account> sharing = accounts.stream()
                .filter(one -> one.mail() != null && one.mail().equalsIgnoreCase(person.address()))
                .toList();
        return sharing.isEmpty() ? named(person.name()) : sharing;
    }

    private List<Account> named(String name) {
        List<Account> found = accounts.stream()
                .filter(one -> Objects.equals(name, one.name()) || one.id().equals(name))
                .toList();
        return found.size() == 1 ? found : List.of();
    }

    @Override
    public List<Account> findMember(String slackId) {
        return accounts.stream().filter(one -> slackId.equals(one.slack())).toList();
    }

    @Override
    public boolean mayRead(String accountId, BuildKey build) {
        return !barred.contains(accountId);
    }

    @Override
    public boolean mustSignIn(String accountId) {
        return false;
    }

    @Override
    public SlackResult<Optional<SlackUser>> find(SlackConnection connection, String addressOrId) {
        asked.add(addressOrId);
        return obstacles.getOrDefault(addressOrId, new SlackResult.Success<>(memberOf(addressOrId)));
    }
}
