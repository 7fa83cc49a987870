package io.jenkins.plugins.slacknotify.people;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.participants.Involvement.BREAKER;
import static io.jenkins.plugins.slacknotify.event.participants.Involvement.COMMITTER;
import static io.jenkins.plugins.slacknotify.event.participants.Involvement.REQUESTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.policy.Alias;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finds the recipients of a build that broke the job {@code shop/checkout}. */
class RecipientFinderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<Involvement> ALL = Set.of(Involvement.values());
    private static final Preferences NOTHING = new Preferences(Set.of(), false, Severity.INFO, List.of(), null);
    private static final Preferences PAUSED =
            new Preferences(Set.of(EventKind.REGRESSED), true, Severity.INFO, List.of(), NOW.plusSeconds(1));

    private final PeopleFixture world = new PeopleFixture()
            .account("ada", "ada@corp.com")
            .account("bob", "bob@corp.com")
            .member("U0ADA", "ada@corp.com")
            .member("U0BOB", "bob@corp.com")
            .member("U0EVE", "eve@evil.com");

    private PeoplePolicy policy = PeoplePolicy.NOBODY;
    private Addressees addressees = new Addressees(ALL, List.of());
    private boolean askedByJob;

    @Test
    void shouldTellWhoeverChangedTheBuildByTheAddressOfTheirAccount() {
        assertThat(find(author("Ada", "Ada@Corp.com")).recipients())
                .containsExactly(new Recipient("U0ADA", "ada", "ADA Smith", Set.of(COMMITTER)));
    }

    @Test
    void shouldTellInTheOrderOfTheBuild() {
        assertThat(find(author("Bob", "bob@corp.com"), author("Ada", "ada@corp.com"))
                        .recipients())
                .extracting(Recipient::slackId)
                .containsExactly("U0BOB", "U0ADA");
    }

    @Test
    void shouldTellBothWhoShareAnAddress() {
        world.account("ada2", "ada@corp.com", "U0BOB", Preferences.STANDARD);

        assertThat(find(author("Ada", "ada@corp.com")).recipients())
                .extracting(Recipient::account)
                .containsExactly("ada", "ada2");
    }

    @Test
    void shouldTellAForgedAuthorAtTheirOwnAddressOnly() {
        assertThat(find(author("ADA Smith", "eve@evil.com")).recipients())
                .extracting(Recipient::slackId)
                .containsExactly("U0ADA");
        assertThat(world.asked).containsExactly("ada@corp.com");
    }

    @Test
    void shouldTellNobodyInTheNameOfAnAccountWithoutAddress() {
        world.account("carl", null);

        Recipients found = find(author("CARL Smith", "eve@evil.com"));

        assertThat(found.recipients()).isEmpty();
        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.NOT_IN_SLACK, 1));
        assertThat(world.asked).isEmpty();
    }

    @Test
    void shouldTellTheOwnerOfAnAccountWithoutAddressAtACommitsAddressOfADomainThatIsAllowed() {
        world.account("carl", null).member("U0CARL", "carl@corp.com");
        policy = Policies.allowing("corp.com");

        assertThat(find(author("CARL Smith", "carl@corp.com")).recipients())
                .extracting(Recipient::slackId, Recipient::account)
                .containsExactly(tuple("U0CARL", "carl"));
    }

    @Test
    void shouldTellNobodyWithoutAccount() {
        Recipients found = find(author("Eve", "eve@evil.com"), author("Nameless", null));

        assertThat(found.recipients()).isEmpty();
        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.NO_ACCOUNT, 2));
        assertThat(world.asked).isEmpty();
    }

    @Test
    void shouldTellWithoutAccountWhoeverIsOfADomainThatIsAllowed() {
        policy = Policies.allowing("evil.com");

        assertThat(find(author("Eve", "eve@evil.com")).recipients())
                .containsExactly(new Recipient("U0EVE", null, "Eve", Set.of(COMMITTER)));
    }

    @Test
    void shouldAskOnlyForTheAliasWhereOnlyThatIsAllowed() {
        world.member("U0FAY", "fay@new.example").member("U0OUT", "fay@old.example");
        policy = Policies.with(Policies.allowing("new.example"), new Alias("*@old.example", "*@new.example"));

        assertThat(find(author("Fay", "fay@old.example")).recipients())
                .extracting(Recipient::slackId)
                .containsExactly("U0FAY");
        assertThat(world.asked).containsExactly("fay@new.example");
    }

    @Test
    void shouldFindTheAccountByAnAliasForADomain() {
        policy = Policies.with(new Alias("*@old.example", "*@corp.com"));

        assertThat(find(author("A.", "ada@old.example")).recipients())
                .extracting(Recipient::account)
                .containsExactly("ada");
    }

    @Test
    void shouldLookAtTheProfileThenTheMailThenTheAliases() {
        world.account("dan", "dan@corp.com", "U0OTHER", Preferences.STANDARD).member("U0DAN", "daniel@corp.com");
        policy = Policies.with(new Alias("dan@corp.com", "dan@new.example"), new Alias("dan", "U0DAN"));

        assertThat(find(author("Dan", "dan@corp.com")).recipients())
                .extracting(Recipient::slackId)
                .containsExactly("U0DAN");
        assertThat(world.asked).containsExactly("U0OTHER", "dan@corp.com", "dan@new.example", "U0DAN");
    }

    @Test
    void shouldTellWhoeverIsNamedAndInvolvedOnceWithTheReason() {
        addressees = new Addressees(Set.of(COMMITTER, REQUESTER), List.of("ada", "ADA@corp.com", " ", "bob"));

        assertThat(find(author("Ada", "ada@corp.com"), starter("ada")).recipients())
                .containsExactly(
                        new Recipient("U0ADA", "ada", "ADA Smith", Set.of(COMMITTER, REQUESTER)),
                        new Recipient("U0BOB", "bob", "BOB Smith", Set.of()));
    }

    @Test
    void shouldTellAMemberOnceThoughTwoAccountsLeadThere() {
        world.account("ada2", "ada2@corp.com", "U0ADA", Preferences.STANDARD);

        assertThat(find(author("Ada", "ada@corp.com"), new Participant(person("A", "ada2@corp.com"), Set.of(BREAKER)))
                        .recipients())
                .containsExactly(new Recipient("U0ADA", "ada", "ADA Smith", Set.of(COMMITTER, BREAKER)));
    }

    @Test
    void shouldTakeNoMemberIdForAName() {
        addressees = new Addressees(ALL, List.of("U0EVE"));

        assertThat(find().excluded()).isEqualTo(Map.of(ExclusionReason.NO_ACCOUNT, 1));
    }

    @Test
    void shouldTellOnlyThoseWhoseInvolvementIsAddressedAndThatItIsThisBuild() {
        addressees = new Addressees(Set.of(BREAKER), List.of());
        Participant both = new Participant(person("Ada", "ada@corp.com"), Set.of(BREAKER, COMMITTER));

        Recipients found = find(both, author("Bob", "bob@corp.com"));

        assertThat(found.recipients())
                .containsExactly(new Recipient("U0ADA", "ada", "ADA Smith", Set.of(BREAKER, COMMITTER)));
        assertThat(found.excluded()).isEmpty();
    }

    @Test
    void shouldLeaveBotsOut() {
        Recipients found = find(
                author("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"),
                author("GitHub", "noreply@github.com"),
                author("ADA Smith", "ada@users.noreply.github.com"));

        assertThat(found.recipients()).isEmpty();
        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.NO_PERSON, 3));
        assertThat(world.asked).isEmpty();
    }

    @Test
    void shouldTellWhoeverIsNamedThoughTheAddressLooksLikeABots() {
        world.account("ci", "noreply@corp.com").member("U0CI", "noreply@corp.com");
        addressees = new Addressees(ALL, List.of("noreply@corp.com"));

        assertThat(find(author("CI", "noreply@corp.com")).recipients())
                .extracting(Recipient::slackId)
                .containsExactly("U0CI");
    }

    @Test
    void shouldTellNobodyWhoMayNotRead() {
        world.barred("ada");
        policy = Policies.allowing("corp.com");

        Recipients found = find(author("Ada", "ada@corp.com"));

        assertThat(found.recipients()).isEmpty();
        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.MAY_NOT_READ, 1));
        assertThat(world.asked).isEmpty();
    }

    @Test
    void shouldTellNobodyWhoDoesNotWantIt() {
        world.account("dan", "dan@corp.com", null, NOTHING).account("eli", "eli@corp.com", null, PAUSED);

        Recipients found = find(author("Dan", "dan@corp.com"), author("Eli", "eli@corp.com"), starter("bob"));

        assertThat(found.recipients()).isEmpty();
        assertThat(found.excluded())
                .isEqualTo(Map.of(
                        ExclusionReason.OTHER_EVENTS_CHOSEN,
                        1,
                        ExclusionReason.PAUSED,
                        1,
                        ExclusionReason.OTHER_EVENTS_BY_DEFAULT,
                        1));
        assertThat(world.asked).isEmpty();
    }

    @Test
    void shouldTellWhoeverChoseNothingIfTheJobAsksForThemButNotInAPause() {
        world.account("dan", "dan@corp.com", "U0EVE", NOTHING).account("eli", "eli@corp.com", null, PAUSED);
        askedByJob = true;

        Recipients found = find(author("Dan", "dan@corp.com"), author("Eli", "eli@corp.com"));

        assertThat(found.recipients()).extracting(Recipient::account).containsExactly("dan");
        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.PAUSED, 1));
    }

    @Test
    void shouldTellAMandatoryKindWhateverTheInvolvedWant() {
        world.account("eli", "eli@corp.com", "U0EVE", PAUSED).account("dan", "dan@corp.com", "U0DAN", PAUSED);
        policy = Policies.mandatory(EventKind.FAILURE);
        addressees = new Addressees(ALL, List.of("dan"));

        Recipients found = find(author("Eli", "eli@corp.com"));

        assertThat(found.recipients()).extracting(Recipient::account).containsExactly("eli");
        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.PAUSED, 1));
    }

    @Test
    void shouldNotWriteToWhoeverIsDeactivatedUnderTheFirstNameNorLookFurther() {
        world.account("dan", "dan@corp.com", "U0GONE", Preferences.STANDARD)
                .member(new SlackUser("U0GONE", "dan", true, false), "old@corp.com")
                .member("U0NEXT", "dan@corp.com");

        Recipients found = find(author("Dan", "dan@corp.com"));

        assertThat(found.recipients()).isEmpty();
        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.DEACTIVATED, 1));
        assertThat(world.asked).containsExactly("U0GONE");
    }

    @Test
    void shouldNotWriteToBotsOfTheWorkspace() {
        world.account("dan", "dan@corp.com", "U0BOT", Preferences.STANDARD)
                .member(new SlackUser("U0BOT", "bot", false, true), "bot@corp.com");

        assertThat(find(author("Dan", "dan@corp.com")).excluded()).isEqualTo(Map.of(ExclusionReason.NO_PERSON, 1));
    }

    @Test
    void shouldAskOnceForEachUnknownAuthorOfManyCommits() {
        policy = Policies.allowing("corp.com");
        Participant[] commits = IntStream.range(0, 20)
                .mapToObj(i -> author("Stranger " + i, (i % 2 == 0 ? "s" : "S") + i % 3 + "@corp.com"))
                .toArray(Participant[]::new);

        Recipients found = find(commits);

        assertThat(found.excluded()).isEqualTo(Map.of(ExclusionReason.NOT_IN_SLACK, 3));
        assertThat(world.asked).containsExactly("s0@corp.com", "s1@corp.com", "s2@corp.com");
    }

    @Test
    void shouldAskOnceForAnAddressOfTwoAccounts() {
        world.account("ada2", "ADA@corp.com");

        find(author("Ada", "ada@corp.com"));

        assertThat(world.asked).containsExactly("ada@corp.com");
    }

    @Test
    void shouldStopAtTheFirstObstacle() {
        Duration wait = Duration.ofSeconds(30);
        world.obstacle("ada@corp.com", new SlackResult.RateLimited<>(wait));

        assertThat(answer(author("Ada", "ada@corp.com"), author("Bob", "bob@corp.com")))
                .isEqualTo(new SlackResult.RateLimited<>(wait));
        assertThat(world.asked).containsExactly("ada@corp.com");
    }

    private Recipients find(Participant... participants) {
        return answer(participants).success().orElseThrow();
    }

    private SlackResult<Recipients> answer(Participant... participants) {
        RecipientQuery query = new RecipientQuery(
                aBuild().that(Outcome.FAILURE, Trend.REGRESSED).by(participants).build(),
                Severity.ERROR,
                addressees,
                askedByJob,
                NOW);
        return new RecipientFinder(world, world).find(PeopleFixture.CONNECTION, query, policy);
    }

    private static Person person(String name, String address) {
        return new Person(null, name, address);
    }

    private static Participant author(String name, String address) {
        return new Participant(person(name, address), Set.of(COMMITTER));
    }

    private static Participant starter(String account) {
        return new Participant(Person.ofAccount(account), Set.of(REQUESTER));
    }
}
