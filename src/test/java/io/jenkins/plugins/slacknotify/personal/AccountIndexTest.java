package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountIndexTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int readings;
    private final List<AccountIndex.Entry> users = new ArrayList<>(List.of(
            new AccountIndex.Entry("ada", "Ada Lovelace", "Ada@example.org"),
            new AccountIndex.Entry("grace", "Grace Hopper", null)));
    private final AccountIndex index = new AccountIndex(this::read, () -> now);

    private List<AccountIndex.Entry> read() {
        readings++;
        return List.copyOf(users);
    }

    @Test
    void shouldFindByAddressInAnyCase() {
        assertThat(index.havingAddress(" ADA@EXAMPLE.ORG ")).containsExactly("ada");
        assertThat(index.havingAddress("grace@example.org")).isEmpty();
    }

    @Test
    void shouldFindAllWhoShareAnAddress() {
        users.add(new AccountIndex.Entry("eve", "Eve", "ada@example.org"));

        assertThat(index.havingAddress("ada@example.org")).containsExactly("ada", "eve");
    }

    @Test
    void shouldFindByIdAndByFullName() {
        assertThat(index.called("GRACE")).containsExactly("grace");
        assertThat(index.called("grace hopper")).containsExactly("grace");
        assertThat(index.called("")).isEmpty();
    }

    @Test
    void shouldFindSomebodyOnceWhoseNameIsTheId() {
        users.add(new AccountIndex.Entry("linus", "linus", null));

        assertThat(index.called("linus")).containsExactly("linus");
    }

    @Test
    void shouldReadOnceAMinute() {
        index.called("linus");
        users.add(new AccountIndex.Entry("linus", "Linus", null));
        now = now.plus(Duration.ofSeconds(59));
        assertThat(index.called("linus")).isEmpty();
        assertThat(readings).isOne();

        now = now.plus(Duration.ofSeconds(1));
        assertThat(index.called("linus")).containsExactly("linus");
        assertThat(readings).isEqualTo(2);
    }
}
