package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoAuthorsTest {
    @Test
    void shouldReadEveryTrailerInAnyCase() {
        assertThat(CoAuthors.parse("""
                        Mend the oven

                        It was cold.

                        Signed-off-by: Eve <eve@example.org>
                        Co-authored-by: Bob Baker <bob@example.org>
                        CO-AUTHORED-BY:Cyd<Cyd@Example.ORG>
                        co-Authored-By: <dan@example.org>
                        """))
                .containsExactly(
                        new Person(null, "Bob Baker", "bob@example.org"),
                        new Person(null, "Cyd", "Cyd@Example.ORG"),
                        new Person(null, "", "dan@example.org"));
    }

    @Test
    void shouldReadTrailersOfWindowsLines() {
        assertThat(CoAuthors.parse("Mend\r\n\r\nCo-authored-by: Bob <bob@example.org> \r\n"))
                .containsExactly(new Person(null, "Bob", "bob@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Co-authored-by:",
                "Co-authored-by: Bob",
                "Co-authored-by: Bob <>",
                "Co-authored-by: Bob <bob>",
                "Co-authored-by: Bob <@example.org>",
                "Co-authored-by: Bob <bob@>",
                "Co-authored-by: Bob <bob@a@example.org>",
                "Co-authored-by: Bob <bob @example.org>",
                "Co-authored-by: Bob <bob@example.org",
                "Co-authored-by: Bob bob@example.org>",
                "Co-authored-by: Bob <bob@example.org> and others",
                "Not Co-authored-by: Bob <bob@example.org>",
                "Co-authored-by Bob <bob@example.org>"
            })
    void shouldIgnoreWhatIsNoTrailer(String message) {
        assertThat(CoAuthors.parse(message)).isEmpty();
    }

    @Test
    void shouldKeepNothingOfMessageButItsTrailers() {
        assertThat(CoAuthors.trailersOf("Mend\n\nSecret plan\n  Co-authored-by: Bob <bob@example.org>\nEnd"))
                .isEqualTo("Co-authored-by: Bob <bob@example.org>");
    }
}
