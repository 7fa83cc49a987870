package io.jenkins.plugins.slacknotify.trigger.causes;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestersTest {
    /** The former cause knows a name, and no account. */
    @Test
    void shouldFindAPersonByTheFormerCause() {
        assertThat(Requesters.of(List.of(new FormerCause("Ada Ames"))))
                .containsExactly(new Person(null, "Ada Ames", null));
    }

    @Test
    void shouldTakeNobodyForAPerson() {
        assertThat(Requesters.of(List.of(new FormerCause("SYSTEM"), new FormerCause("anonymous"))))
                .isEmpty();
    }

    @SuppressWarnings("deprecation") // it is for those who still use it
    private static final class FormerCause extends Cause.UserCause {
        private final String name;

        FormerCause(String name) {
            this.name = name;
        }

        @Override
        public String getUserName() {
            return name;
        }
    }
}
