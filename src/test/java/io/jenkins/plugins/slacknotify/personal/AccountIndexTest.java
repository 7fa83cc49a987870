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
        assertThat(index.withAddress(" ADA@EXAMPLE.ORG ")).containsExactly("ada");
        assertThat(index.withAddress("grace@example.org")).isEmpty();
    }

    @Test
    void shouldFindAllWhoShareAnAddress() {
        users.add(new AccountIndex.Entry("eve", "Eve", "ada@example.org"));

        assertThat(index.withAddress("ada@example.org")).containsExactly("ada", "eve");
    }

    @Test
    void shouldFindByIdAndByFullName() {
        assertThat(index.withName("GRACE")).containsExactly("grace");
        assertThat(index.withName("grace hopper")).containsExactly("grace");
        assertThat(index.withName("")).isEmpty();
    }

    @Test
    void shouldFindSomebodyOnceWhoseNameIsTheId() {
        users.add(new AccountIndex.Entry("linus", "linus", null));

        assertThat(index.withName("linus")).containsExactly("linus");
    }

    @Test
    void shouldReadOnceAMinute() {
        index.withName("linus");
        users.add(new AccountIndex.Entry("linus", "Linus", null));
        now = now.plus(Duration.ofSeconds(59));
        assertThat(index.withName("linus")).isEmpty();
        assertThat(readings).isOne();

        now = now.plus(Duration.ofSeconds(1));
        assertThat(index.withName("linus")).containsExactly("linus");
        assertThat(readings).isEqualTo(2);
    }
}
