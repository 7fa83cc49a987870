package io.jenkins.plugins.slacknotify.interaction.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartResultTest {
    private static final JobReference JOB =
            new JobReference("shop/main", "Shop » main", "https://ci/job/shop/job/main/");
    private static final String LINK = "*<https://ci/job/shop/job/main/|Shop » main>*";

    @Test
    void shouldCallStartedOnlyWhatBegins() {
        assertThat(new StartResult.Started(JOB, null, null).sentence("@anna"))
                .isEqualTo("@anna has started " + LINK + ".");
        assertThat(new StartResult.Started(JOB, null, 12).sentence("@anna"))
                .isEqualTo("@anna has started " + LINK + " #12.");
        assertThat(new StartResult.Started(JOB, null, null, false, true).sentence("@anna"))
                .isEqualTo("@anna has asked for " + LINK
                        + ". Jenkins starts no builds at this moment, so it waits in the queue.");
        assertThat(new StartResult.Started(JOB, null, null, true, false).sentence("@anna"))
                .isEqualTo(LINK + " was in the queue already, with the same parameters, so @anna gets that build.");
    }
}
