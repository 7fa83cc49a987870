package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackMemberLinkTest {
    private static SlackMemberLink link(String address) {
        return new SlackMemberLink("T1", "U1", "Ada", "Acme", Instant.EPOCH, address);
    }

    /** A security realm may give an id to somebody else, who has another address. */
    @ParameterizedTest
    @CsvSource({"a@x, a@x, true", "a@x, A@X, true", "a@x, b@x, false", "a@x, , true", ", b@x, true", ", , true"})
    void shouldNotBeInherited(String then, String now, boolean same) {
        assertThat(link(then).isOfOwnerWith(now)).isEqualTo(same);
    }

    @Test
    void shouldBeOfOneMemberInOneInstallation() {
        assertThat(link(null).isOf("T1", "U1")).isTrue();
        assertThat(link(null).isOf("T2", "U1")).isFalse();
        assertThat(link(null).isOf("T1", "u1")).isFalse();
    }

    /** They stand in files of users: a renamed one would end every link. */
    @Test
    void shouldKeepTheNamesOfItsFields() {
        assertThat(Arrays.stream(SlackMemberLink.class.getDeclaredFields()).map(Field::getName))
                .containsExactlyInAnyOrder("installation", "member", "memberName", "workspace", "linkedAt", "address");
        assertThat(SlackMemberLink.class.getName())
                .isEqualTo("io.jenkins.plugins.slacknotify.personal.SlackMemberLink");
        assertThat(Arrays.stream(SlackUserProperty.class.getDeclaredFields()).map(Field::getName))
                .contains("links", "lastSignIn", "signInGroups", "signInRealm");
    }
}
