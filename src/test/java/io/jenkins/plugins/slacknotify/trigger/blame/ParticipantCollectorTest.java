package io.jenkins.plugins.slacknotify.trigger.blame;

import static io.jenkins.plugins.slacknotify.event.participants.Involvement.BREAKER;
import static io.jenkins.plugins.slacknotify.event.participants.Involvement.COMMITTER;
import static io.jenkins.plugins.slacknotify.event.participants.Involvement.CULPRIT;
import static io.jenkins.plugins.slacknotify.event.participants.Involvement.REQUESTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParticipantCollectorTest {
    private final ParticipantCollector participants = new ParticipantCollector();

    @Test
    void shouldUniteInvolvementsOfOneAddress() {
        Person ada = new Person(null, "Ada", "ada@example.org");
        participants.add(COMMITTER, Stream.of(ada, ada));
        participants.add(CULPRIT, Stream.of(new Person(null, "Ada L.", "ADA@example.org")));
        assertThat(participants.list()).containsExactly(new Participant(ada, Set.of(COMMITTER, CULPRIT)));
    }

    @Test
    void shouldUniteInvolvementsOfOneAccount() {
        Person ada = new Person("ada", "Ada", null);
        participants.add(REQUESTER, Stream.of(ada)).add(COMMITTER, Stream.of(new Person("Ada", "Ada", null)));
        assertThat(participants.list()).containsExactly(new Participant(ada, Set.of(REQUESTER, COMMITTER)));
    }

    @Test
    void shouldNotTakeNameForAccountOrAddress() {
        participants.add(
                COMMITTER,
                Stream.of(
                        new Person("ada", "Ada", null),
                        new Person(null, "Ada", "ada@example.org"),
                        new Person(null, "Ada", null)));
        assertThat(participants.list()).hasSize(3);
    }

    @Test
    void shouldPreferPersonWithName() {
        Person named = new Person(null, "Ada", "ada@example.org");
        participants.add(COMMITTER, Stream.of(new Person(null, "", "ada@example.org"), named));
        assertThat(participants.list()).containsExactly(new Participant(named, Set.of(COMMITTER)));
    }

    @Test
    void shouldLeaveOutWhoeverHasNoNameAtAll() {
        assertThat(participants
                        .add(COMMITTER, Stream.of(new Person(null, " ", null)))
                        .list())
                .isEmpty();
    }

    @Test
    void shouldKeepWhoeverCameFirstWithinLimit() {
        participants.add(BREAKER, Stream.of(Person.ofAccount("breaker")));
        participants.add(
                CULPRIT,
                IntStream.range(0, 500).mapToObj(i -> new Person(null, "Somebody", "somebody" + i + "@example.org")));
        assertThat(participants.list())
                .hasSize(100)
                .startsWith(
                        new Participant(Person.ofAccount("breaker"), Set.of(BREAKER)),
                        new Participant(new Person(null, "Somebody", "somebody0@example.org"), Set.of(CULPRIT)));
    }
}
