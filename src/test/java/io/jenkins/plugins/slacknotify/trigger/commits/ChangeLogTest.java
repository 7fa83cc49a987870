package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeLogTest {
    @Test
    void shouldReadTheOldestFirstWhicheverWayThePluginLists() {
        assertThat(ids(new FakeChangeLog(entry("r103", 3), entry("r102", 2), entry("r101", 1))))
                .containsExactly("r101", "r102", "r103");
        assertThat(ids(new FakeChangeLog(entry("r101", 1), entry("r102", 2), entry("r103", 3))))
                .containsExactly("r101", "r102", "r103");
    }

    @Test
    void shouldTakeALogWithoutDatesForOneWithTheNewestFirst() {
        assertThat(ids(new FakeChangeLog(entry("r103", -1), entry("r102", -1), entry("r101", -1))))
                .containsExactly("r101", "r102", "r103");
    }

    @Test
    void shouldReadAnEntryWithoutAuthorAndMessage() {
        var odd = new FakeChangeLog.Entry("r102", null, 2);

        List<Commit> commits = ChangeLog.byAccounts(new FakeChangeLog(entry("r103", 3), odd, entry("r101", 1)));

        assertThat(commits).extracting(Commit::summary).containsExactly("Change r101", "", "Change r103");
        assertThat(commits).extracting(Commit::author).containsOnly(new Person(null, "unknown", null));
    }

    @Test
    void shouldLoseNothingButWhatAnEntryThrowsFor() {
        List<Commit> commits = ChangeLog.byAccounts(new FakeChangeLog(new Throwing("r102"), entry("r101", 1)));

        assertThat(commits).extracting(Commit::id).containsExactly("r101", "r102");
        assertThat(commits.get(1).at()).isNull();
    }

    @Test
    void shouldFindTheAddressesOfTheOtherEntriesWhereTheBrowserThrowsForOne() {
        var log = new FakeChangeLog(
                entry("r103", 3), entry(FakeChangeLog.WITHOUT_PAGE, 2), entry("r101", 1), new Nameless());

        assertThat(CommitUrls.of(log))
                .containsOnlyKeys("r101", "r103")
                .containsEntry("r101", "https://browser.example.org/r101");
    }

    /** So Jenkins makes a user of an author of Mercurial: the id lacks the signs that no id may have. */
    @Test
    void shouldKnowAnAuthorWithAnAddressByThat() {
        assertThat(ChangeLog.person("John Doe _john@example.org_", "John Doe <john@example.org>"))
                .isEqualTo(new Person(null, "John Doe", "john@example.org"));
    }

    /** A user may choose any name, and so write somebody else's address into it. */
    @Test
    void shouldKnowAnAccountByItsIdWhateverItsName() {
        assertThat(ChangeLog.person("eve", "Ada <ada@example.org>"))
                .isEqualTo(new Person("eve", "Ada <ada@example.org>", null));
        assertThat(ChangeLog.person("ada@example.org", "Ada <ada@example.org>"))
                .isEqualTo(new Person("ada@example.org", "Ada <ada@example.org>", null));
        assertThat(ChangeLog.person("ada", "Ada")).isEqualTo(new Person("ada", "Ada", null));
        assertThat(ChangeLog.person("unknown", "unknown")).isEqualTo(new Person(null, "unknown", null));
    }

    private static List<String> ids(FakeChangeLog log) {
        return ChangeLog.byAccounts(log).stream().map(Commit::id).toList();
    }

    private static FakeChangeLog.Entry entry(String id, long timestamp) {
        return new FakeChangeLog.Entry(id, "Change " + id, timestamp);
    }

    /** An entry whose plugin throws for all but the id. */
    private static final class Throwing extends FakeChangeLog.Entry {
        Throwing(String id) {
            super(id, null, 0);
        }

        @Override
        public String getMsg() {
            throw new IllegalStateException("no message");
        }

        @Override
        public User getAuthor() {
            throw new IllegalStateException("no author");
        }

        @Override
        public long getTimestamp() {
            throw new NumberFormatException("no date");
        }
    }

    /** An entry whose plugin throws for the id. */
    private static final class Nameless extends FakeChangeLog.Entry {
        Nameless() {
            super("", "Nameless", 0);
        }

        @Override
        public String getCommitId() {
            throw new IllegalStateException("no id");
        }
    }
}
