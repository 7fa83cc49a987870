package io.jenkins.plugins.slacknotify.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileLimitsTest {
    private static final long MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource({"1, 204, 1024", "' 20 ', 204, 1024", "204, 204, 1024", "205, 205, 1025", "1024, 1024, 5120"})
    void shouldLeaveAJobRoomForOneFileAtLeast(String megabytes, long ofJob, long ofAll) {
        FileLimits limits = FileLimits.parseMegabytes(megabytes);

        assertThat(limits.megabytes()).isEqualTo(Long.parseLong(megabytes.strip()));
        assertThat(limits.ofJob() / MEGABYTE).isEqualTo(ofJob);
        assertThat(limits.ofAll() / MEGABYTE).isEqualTo(ofAll);
    }

    @Test
    void shouldAllowTwentyMegabytesByDefault() {
        assertThat(FileLimits.STANDARD).isEqualTo(FileLimits.parseMegabytes("20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1025", "2147483648", "20 MB", "1.5", ""})
    void shouldSayWhatIsNoSize(String megabytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileLimits.parseMegabytes(megabytes))
                .withMessage("'" + megabytes
                        + "' is not a number of megabytes from 1 to 1024, which is as much as Slack takes");
    }
}
