package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import org.junit.jupiter.api.Test;

/** Announcements that are no plain text. */
class MessageFormatsTest {
    private static final String DIVIDER = "[{\"type\":\"divider\"}]";

    private final EngineBench bench = new EngineBench();

    @Test
    void shouldSendBlocksAsTheyAre() throws Exception {
        bench.announce(named("a").saying("Release").shownAs(new MessageFormat(false, DIVIDER, null)));
        bench.run();

        assertThat(sent(0).text()).isEqualTo("Release");
        assertThat(sent(0).blocks()).isEqualTo(DIVIDER);
    }

    @Test
    void shouldSendBlocksAfterARestart() throws Exception {
        bench.announce(named("a").saying("Release").shownAs(new MessageFormat(false, DIVIDER, "<!here>")));
        bench.newProcess();
        bench.run();

        assertThat(sent(0).blocks()).contains("<!here>", "divider");
    }

    @Test
    void shouldTakeTheBlocksAwayWithAnUpdateThatHasNone() throws Exception {
        DeliveryHandle first =
                bench.announce(named("a").saying("Release").shownAs(new MessageFormat(false, DIVIDER, null)));
        bench.announce(named("b").saying("Done").inPlaceOf(first));
        bench.run();

        assertThat(sent(0).blocks()).isEqualTo(OutgoingMessage.NO_BLOCKS);
    }

    @Test
    void shouldContinueLongMarkdownInTheThreadAndMentionOnce() throws Exception {
        bench.announce(named("a").saying("- point\n".repeat(1_500)).shownAs(new MessageFormat(true, null, "<!here>")));
        bench.run();

        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(sent(0).blocks()).contains("<!here>", "\"type\":\"markdown\"");
        assertThat(sent(1).blocks()).contains("\"type\":\"markdown\"").doesNotContain("<!here>");
        assertThat(sent(1).threadTs())
                .isEqualTo(bench.slack.messages().get(0).location().ts());
    }

    @Test
    void shouldMentionBeforeTheStateOfTheBuild() throws Exception {
        bench.announce(named("a").shownAs(new MessageFormat(false, null, "<!channel>")));
        bench.run();

        assertThat(sent(0).text()).startsWith("<!channel> :x: ");
    }

    @Test
    void shouldMentionInAMessageOfItsOwnBecauseSlackNotifiesNobodyOfAChange() throws Exception {
        bench.announce(named("a").of(aBuild().running().build()));
        bench.announce(named("b").of(aBuild().running().build()).shownAs(new MessageFormat(false, null, "<!here>")));
        bench.run();

        assertThat(bench.slack.calls()).containsExactly("post", "post");
        assertThat(sent(1).text()).startsWith("<!here> ");
    }

    @Test
    void shouldRefuseALongTextBesideBlocks() {
        AnAnnouncement wordy = named("a").saying("x".repeat(4_000)).shownAs(new MessageFormat(false, DIVIDER, null));

        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.announce(wordy))
                .withMessageContaining("beside the blocks");
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    private OutgoingMessage sent(int message) {
        return bench.slack.messages().get(message).content();
    }
}
