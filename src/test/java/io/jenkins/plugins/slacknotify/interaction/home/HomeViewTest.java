package io.jenkins.plugins.slacknotify.interaction.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeViewTest {
    private static final MemberAccount.Linked ANNA = new MemberAccount.Linked("anna", "Anna", null);

    private static String view(HomeContent content, String... commands) {
        return new HomeView().of(ANNA, content, "/ci", List.of(commands));
    }

    @Test
    void shouldShowEachPartWithItsButtons() {
        HomeContent content = new HomeContent(
                List.of(HomeSamples.waiting("ship", 1, "Ship <it>?")),
                List.of(HomeSamples.running("shop", 12)),
                3,
                1,
                List.of(HomeSamples.bad("docs", 7, null)),
                List.of(HomeSamples.bad("site", 8, "Anna")),
                List.of("tools/*", "shop/feature%2Fpay"),
                List.of("shop in #ops until it is fixed"),
                List.of("`s1` shop in #ops"),
                new HomePreferences(
                        true, List.of("Broken"), true, Instant.EPOCH, true, "https://ci.example.org/user/anna/"));

        assertThat(HomeSamples.read(view(content, "status", "run"))).isEqualTo("""
                You are *anna* (Anna) in Jenkins.
                # Waiting for you
                *ship #1* asks: Ship &lt;it&gt;?
                Stage *Deploy*, started TIME
                [Approve] [Reject]
                # Your running builds
                *shop #12* runs since TIME
                [Abort]
                3 other builds run that you may see, and 1 waits in the queue.
                # Broken by you
                :x: *docs #7*, bad since TIME
                [Run again] [I’m on it]
                # You look after
                :x: *site #8*, bad since TIME
                [Run again] [Not me any more]
                # Your subscriptions
                • `s1` shop in #ops
                # Muted
                • shop in #ops until it is fixed
                `tools/*` [Unmute]
                `shop/feature/pay` [Unmute]
                # Direct messages
                You get them of builds with your changes that are: Broken.
                You are told of the end of builds that you have started.
                All are paused until TIME.
                Change it in Jenkins
                I send you a line a day of what waits for your answer. [Stop that]
                After `/ci`, or in a message to me: `status`, `run`. What each does""");
    }

    @Test
    void shouldSayOfEachEmptyPartThatItIs() {
        assertThat(HomeSamples.read(view(HomeSamples.EMPTY))).isEqualTo("""
                You are *anna* (Anna) in Jenkins.
                # Waiting for you
                No build waits for an answer of yours.
                # Your running builds
                Nothing runs that you have started.
                0 other builds run that you may see, and 0 wait in the queue.
                # Broken by you
                Nothing is broken by you, as far as I know.
                # You look after
                You look after no build.
                # Direct messages
                You get them of builds with your changes that are: Broken, Fixed.
                Change it in Jenkins
                I can send you a line a day of what waits for your answer. [Remind me]""");
    }

    @Test
    void shouldNotPromiseMessagesThatJenkinsDoesNotSend() {
        HomeContent content = new HomeContent(
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new HomePreferences(false, List.of("Broken"), true, null, false, null));

        assertThat(HomeSamples.read(view(content)))
                .contains("until an administrator has switched them on.")
                .doesNotContain("You get them", "You are told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!channel> & `x` |", "x", "&", "\u202e\u0000\n"})
    void shouldKeepWithinTheLimitsOfSlack(String part) {
        String name = part.repeat(80);
        HomeContent content = new HomeContent(
                Collections.nCopies(HomeReader.MAX_BUILDS, HomeSamples.waiting(name, 1, part.repeat(2_000))),
                Collections.nCopies(HomeReader.MAX_BUILDS, HomeSamples.running(name, 2)),
                5_000,
                5_000,
                Collections.nCopies(HomeReader.MAX_BUILDS, HomeSamples.bad(name, 3, null)),
                Collections.nCopies(HomeReader.MAX_BUILDS, HomeSamples.bad(name, 4, name)),
                Collections.nCopies(500, name),
                Collections.nCopies(500, "a mute"),
                Collections.nCopies(50, "a subscription"),
                new HomePreferences(
                        true, Collections.nCopies(20, name), true, Instant.EPOCH, true, "https://ci.example.org/"));

        String view = view(content, "status", "run");

        assertThat(HomeSamples.blocks(view)).hasSizeLessThanOrEqualTo(100);
        assertThat(HomeSamples.blocks(view)).allSatisfy(block -> {
            JsonArray alone = new JsonArray();
            alone.add(block);
            assertThat(new BlockKitValidator().validate(alone, "/blocks")).isEmpty();
        });
        assertThat(view).contains("What each does");
        assertThat(HomeSamples.read(view))
                .doesNotContain("<!channel")
                .contains(
                        "There are more.",
                        "… and 495 more",
                        "… and 490 more",
                        "… and 40 more; `list` in a channel shows its own");
    }

    @Test
    void shouldHaveNoBlockTwiceUnderOneId() {
        HomeContent content = HomeSamples.content(
                List.of(), List.of(HomeSamples.running("a", 1), HomeSamples.running("b", 1)), List.of(), List.of());

        assertThat(HomeSamples.blocks(view(content))).noneMatch(block -> block.has("block_id"));
    }
}
