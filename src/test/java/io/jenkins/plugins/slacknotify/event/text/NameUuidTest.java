package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameUuidTest {
    /** Earlier versions have named files and messages so. */
    @Test
    void shouldBeThatOfMd5() {
        assertThat(NameUuid.of("shop/Über"))
                .isEqualTo(UUID.nameUUIDFromBytes("shop/Über".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldDoWithoutMd5() {
        UUID uuid = withoutMd5("abc");

        // SHA-256 of "abc" begins with ba7816bf8f01cfea414140de5dae2223.
        assertThat(uuid).hasToString("ba7816bf-8f01-8fea-8141-40de5dae2223");
        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(withoutMd5("abd")).isNotEqualTo(uuid);
    }

    private static UUID withoutMd5(String name) {
        return NameUuid.of(name, bytes -> {
            throw new InternalError("MD5 not supported");
        });
    }
}
