package io.jenkins.plugins.slacknotify.event.participants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonTest {
    @Test
    void shouldBeNobodyElseWhereANameIsTooLong() {
        Person person = new Person("a".repeat(1_000), "Ada ".repeat(1_000), "a".repeat(1_000) + "@example.org");

        assertThat(person.account()).isNull();
        assertThat(person.address()).isNull();
        assertThat(person.name()).startsWith("Ada Ada").hasSize(100);
    }

    @Test
    void shouldKeepWhatPeopleAreCalled() {
        Person person = new Person("ada", "Ada Lovelace", "ada@example.org");

        assertThat(person.account()).isEqualTo("ada");
        assertThat(person.name()).isEqualTo("Ada Lovelace");
        assertThat(person.address()).isEqualTo("ada@example.org");
    }
}
