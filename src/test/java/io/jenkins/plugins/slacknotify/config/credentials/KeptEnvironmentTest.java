package io.jenkins.plugins.slacknotify.config.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptEnvironmentTest {
    private static final class Keeper {
        private volatile Map<String, String> kept = Map.of("SLACK_BOT_TOKEN", "xoxb-1-2-abc");
    }

    @Test
    void shouldDropWhatIsKept() {
        var keeper = new Keeper();

        assertThat(KeptEnvironment.drop(keeper, Keeper.class, "kept")).isTrue();
        assertThat(keeper.kept).isNull();
    }

    @Test
    void shouldSayThatNothingIsKeptUnderThatName() {
        assertThat(KeptEnvironment.drop(new Keeper(), Keeper.class, "stored")).isFalse();
    }

    @Test
    void shouldHaveNothingToDropWhereThereIsNoComputerYet() {
        assertThat(KeptEnvironment.drop(null)).isTrue();
    }
}
