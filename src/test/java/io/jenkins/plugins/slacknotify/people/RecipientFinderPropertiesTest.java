package io.jenkins.plugins.slacknotify.people;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.policy.Alias;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Finds recipients in random fixtures with shared addresses, forged authors, claims of other people's ids and aliases of each
 * other.
 */
class RecipientFinderPropertiesTest {
    private static final List<String> IDS = List.of("ada", "bob", "eve", "gus");
    private static final List<String> ADDRESSES = List.of(
            "ada@corp.com", "Bob@corp.com", "eve@evil.com", "gus@old.example", "x@new.example", "noreply@corp.com");
    private static final List<String> MEMBERS = List.of("U000001", "U000002", "U000003", "U000004", "U000005");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Property
    void shouldTellNobodyWhoMayNotRead(@ForAll long seed) {
        Scene scene = new Scene(seed);

        assertThat(scene.found().recipients())
                .filteredOn(recipient -> recipient.account() != null)
                .allMatch(recipient ->
                        scene.people.mayRead(recipient.account(), aFailure().key()));
    }

    @Property
    void shouldTellOnlyAtWhatAnAccountThatMayReadOrTheAdministratorSays(@ForAll long seed) {
        Scene scene = new Scene(seed);

        assertThat(scene.found().recipients()).extracting(Recipient::slackId).allMatch(scene.permitted()::contains);
    }

    @Property
    void shouldTellEveryMemberOnceAtMostAndOnlyThoseWhoAreReachable(@ForAll long seed) {
        Scene scene = new Scene(seed);

        assertThat(scene.found().recipients())
                .extracting(Recipient::slackId)
                .doesNotHaveDuplicates()
                .allMatch(id -> scene.people.memberOf(id).orElseThrow().isReachable());
    }

    @Property
    void shouldAskSlackOnceForEachNameAndForNothingThatIsNotPermitted(@ForAll long seed) {
        Scene scene = new Scene(seed);
        scene.found();

        assertThat(scene.people.asked.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allMatch(name -> scene.permittedNames().contains(name));
    }

    @Property
    void shouldGiveAReasonForEverybodyWhoIsNotTold(@ForAll long seed) {
        Scene scene = new Scene(seed);
        Recipients found = scene.found();

        assertThat(found.recipients().size() + found.excluded().size() > 0).isEqualTo(scene.isForAnybody());
    }

    /** One random fixture, build and policy. */
    private static final class Scene {
        private final PeopleFixture people = new PeopleFixture();
        private final Random random;
        private final PeoplePolicy policy;
        private final RecipientQuery query;

        Scene(long seed) {
            random = new Random(seed);
            IDS.forEach(this::settle);
            MEMBERS.forEach(id -> people.member(new SlackUser(id, id, chance(5), chance(8)), any(ADDRESSES)));
            policy = new PeoplePolicy(
                    Set.of(),
                    chance(3) ? Set.of(EventKind.FAILURE) : Set.of(),
                    PeoplePolicy.STANDARD_IGNORED,
                    chance(2) ? Set.of("corp.com", "new.example") : Set.of(),
                    List.of(new Alias("*@old.example", "*@new.example"), new Alias(any(IDS), any(MEMBERS))));
            query = new RecipientQuery(build(), Severity.ERROR, addressees(), chance(2), NOW);
        }

        Recipients found() {
            return new RecipientFinder(people, people)
                    .find(PeopleFixture.CONNECTION, query, policy)
                    .success()
                    .orElseThrow();
        }

        boolean isForAnybody() {
            return !query.addressees().named().isEmpty()
                    || query.event().participants().stream()
                            .flatMap(one -> one.involvements().stream())
                            .anyMatch(query.addressees().involvements()::contains);
        }

        Set<String> permitted() {
            Set<String> ids = new HashSet<>();
            permittedNames().forEach(name -> people.memberOf(name).ifPresent(user -> ids.add(user.id())));
            return ids;
        }

        /** The keys that may be looked up at all, in lower case. */
        Set<String> permittedNames() {
            Stream<String> ofAccounts = people.accounts().stream()
                    .filter(account ->
                            people.mayRead(account.id(), query.event().key()))
                    .flatMap(this::namesOf);
            Stream<String> ofDomains = ADDRESSES.stream()
                    .flatMap(address -> Stream.concat(Stream.of(address), policy.alias(address).stream()))
                    .filter(policy::allowsWithoutAccount);
            Set<String> names = new HashSet<>();
            Stream.concat(ofAccounts, ofDomains).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
            return names;
        }

        private Stream<String> namesOf(Account account) {
            Stream<String> own = Stream.of(account.slack(), account.mail()).filter(name -> name != null);
            Stream<String> known = Stream.of(account.mail(), account.id()).filter(name -> name != null);
            return Stream.concat(own, known.flatMap(name -> policy.alias(name).stream()));
        }

        private void settle(String id) {
            String mail = chance(4) ? null : any(ADDRESSES);
            String slack = chance(2) ? null : any(MEMBERS);
            people.account(id, mail, slack, preferences());
            if (chance(3)) {
                people.barred(id);
            }
        }

        private Preferences preferences() {
            return chance(2)
                    ? Preferences.STANDARD
                    : new Preferences(Set.of(EventKind.FIXED), chance(2), Severity.INFO, List.of(), null);
        }

        private BuildEvent build() {
            return aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                    .by(IntStream.range(0, random.nextInt(6))
                            .mapToObj(i -> participant())
                            .toArray(Participant[]::new))
                    .build();
        }

        private Participant participant() {
            Person person = chance(4)
                    ? Person.ofAccount(any(IDS))
                    : new Person(null, chance(2) ? PeopleFixture.nameOf(any(IDS)) : "Stranger", any(ADDRESSES));
            return new Participant(person, involvements());
        }

        private Addressees addressees() {
            List<String> named = chance(3) ? List.of(any(IDS), any(ADDRESSES)) : List.of();
            return new Addressees(chance(2) ? Set.of(Involvement.values()) : involvements(), named);
        }

        private Set<Involvement> involvements() {
            return Set.copyOf(List.of(any(List.of(Involvement.values())), any(List.of(Involvement.values()))));
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private boolean chance(int oneIn) {
            return random.nextInt(oneIn) == 0;
        }
    }
}
