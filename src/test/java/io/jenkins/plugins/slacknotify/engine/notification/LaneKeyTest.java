package io.jenkins.plugins.slacknotify.engine.notification;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LaneKeyTest {
    @Example
    void shouldBeOneForEachChannelHoweverItsNameIsWritten() {
        assertThat(key(null, "#builds", "shop/checkout"))
                .isEqualTo(key(null, " Builds ", "shop/checkout"))
                .isEqualTo(key(null, "#builds", "another/job"))
                .isNotEqualTo(key(null, "#oncall", "shop/checkout"));
    }

    @Example
    void shouldTellTheCredentialOfEachFolderApart() {
        assertThat(key("bot", "#builds", "north/job"))
                .isEqualTo(key("bot", "#builds", "north/another"))
                .isNotEqualTo(key("bot", "#builds", "south/job"))
                .isNotEqualTo(key("bot", "#builds", "north/in/job"))
                .isNotEqualTo(key("bot", "#builds", "job"))
                .isNotEqualTo(key("other", "#builds", "north/job"));
    }

    @Example
    void shouldTellACredentialFromAWorkspace() {
        BuildKey build = new BuildKey("job", 1, STARTED);
        assertThat(LaneKey.of(Destination.inWorkspace("partner", "#news"), build)
                        .name())
                .isEqualTo("workspace/partner/#news")
                .isNotEqualTo(key("[partner]", "#news", "job").name())
                .isNotEqualTo(key("workspace/partner", "#news", "job").name());
    }

    @Example
    void shouldHaveNamesThatPeopleCanRead() {
        assertThat(key(null, "#builds", "a/job").name()).isEqualTo("system/#builds");
        assertThat(key("slack-bot", "C0123456789", "my team/in/job").name())
                .isEqualTo("credential/slack-bot/my%20team%2Fin/c0123456789");
        assertThat(key("slack-bot", "#builds", "a/job").uploads().name()).isEqualTo("credential/slack-bot/a/files");
    }

    @Example
    void shouldTellTheAccountOfALane() {
        assertThat(LaneKey.account("system/#builds")).isEqualTo("system");
        assertThat(LaneKey.account("credential/slack-bot/my%20team/#builds"))
                .isEqualTo("credential/slack-bot/my%20team");
    }

    @Example
    void shouldReadNoNamesOfOtherVersions() {
        assertThat(LaneKey.parse(" #builds")).isEmpty();
        assertThat(LaneKey.parse("")).isEmpty();
        assertThat(LaneKey.parse("of/a/later/version")).isEmpty();
    }

    @Example
    void shouldDependOnTheFoldersAroundItsCredentialAndOnThoseOfItsBuilds() {
        String lane = key("slack-bot", "#builds", "org/app/main").name();

        assertThat(LaneKey.mayDependOn(lane, "org/app")).isTrue();
        assertThat(LaneKey.mayDependOn(lane, "org")).isTrue();
        assertThat(LaneKey.mayDependOn(lane, "org/app/nightly"))
                .as("whose builds may be in it, and may get a credential of their own")
                .isTrue();
        assertThat(LaneKey.mayDependOn(lane, "org/ap")).isFalse();
        assertThat(LaneKey.mayDependOn(lane, "org/other")).isFalse();
        assertThat(LaneKey.mayDependOn(key("slack-bot", "#builds", "main").name(), "org"))
                .isTrue();
        assertThat(LaneKey.mayDependOn(key(null, "#builds", "org/app/main").name(), "org/app"))
                .isFalse();
    }

    @Property
    void shouldReadItsOwnNames(@ForAll("keys") LaneKey key) {
        assertThat(LaneKey.parse(key.name())).contains(key);
        assertThat(key.name()).doesNotContain(" ");
        assertThat(LaneKey.account(key.name())).isEqualTo(key.account());
    }

    @Provide
    Arbitrary<LaneKey> keys() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("aB#[]/% 25F0\n\t\"\\\u00e4\ud83d")
                .ofMaxLength(8);
        Arbitrary<BotKey> bots = Arbitraries.oneOf(
                Arbitraries.just(new BotKey.OfSystem()),
                text.map(BotKey.OfWorkspace::new),
                text.flatMap(id -> text.map(folder -> new BotKey.OfCredential(id, folder))));
        return bots.flatMap(bot -> text.map(place -> new LaneKey(bot, place)));
    }

    private static LaneKey key(String credentialsId, String channel, String job) {
        return LaneKey.of(new Destination(credentialsId, channel), new BuildKey(job, 1, STARTED));
    }
}
