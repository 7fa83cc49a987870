package io.jenkins.plugins.slacknotify.reflection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.reflection.ForeignObject.ForeignMemberException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignObjectTest {
    /** What another plugin has. */
    public static class Claim {
        public final String user = "ada";

        private final String cause = "timeout";

        public String claimedBy() {
            return user;
        }

        public String nobody() {
            return null;
        }

        public String claim(String by, boolean sticky) {
            return by + sticky;
        }

        public String broken() {
            throw new UnsupportedOperationException("broken");
        }

        String hidden() {
            return cause;
        }
    }

    /** A class of the same plugin that has the fields of another one. */
    public static final class LongClaim extends Claim {}

    private final ForeignObject claim = new ForeignObject(new Claim());

    @Test
    void shouldReadWhatIsThere() {
        assertThat(claim.call("claimedBy")).isEqualTo("ada");
        assertThat(claim.call("nobody")).isNull();
        assertThat(claim.call("claim", List.of(String.class, boolean.class), "bob", true))
                .isEqualTo("bobtrue");
        assertThat(claim.field("user")).isEqualTo("ada");
        assertThat(claim.ownField("cause")).isEqualTo("timeout");
    }

    @Test
    void shouldKnowAClassByItsOwnNameAlone() {
        assertThat(ForeignObject.isCalled(new Claim(), "Claim")).isTrue();
        assertThat(ForeignObject.isCalled(new LongClaim(), "Claim")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "hidden", "broken", "claim"})
    void shouldSayThatAMethodCannotBeCalled(String method) {
        assertFailure(() -> claim.call(method), method);
    }

    @Test
    void shouldSayThatAFieldCannotBeRead() {
        assertFailure(() -> claim.field("cause"), "cause");
        assertFailure(() -> claim.ownField("missing"), "missing");
        assertFailure(() -> new ForeignObject(new LongClaim()).ownField("cause"), "cause");
        assertFailure(() -> new ForeignObject(Duration.ZERO).ownField("seconds"), "seconds");
    }

    private static void assertFailure(ThrowingCallable read, String name) {
        assertThatThrownBy(read)
                .isInstanceOf(ForeignMemberException.class)
                .hasMessageEndingWith("." + name + " cannot be used")
                .hasCauseInstanceOf(Exception.class);
    }
}
