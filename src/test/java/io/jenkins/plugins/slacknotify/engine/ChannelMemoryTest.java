package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory of channels: messages go to the id that Slack has told, whatever the channel is called by then. */
class ChannelMemoryTest {
    private static final String ID = "C0BUILDS00000";

    @TempDir
    Path folder;

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void tellOnce() throws CannotAnnounceException {
        bench.channelFolder = folder;
        bench.newProcess();
        say("first");
    }

    @Test
    void shouldPostToTheIdAsSoonAsItIsKnownAndAfterARestart() throws CannotAnnounceException {
        say("second");
        bench.newProcess();
        say("third");

        assertThat(channels()).containsExactly("#builds", ID, ID);
    }

    @Test
    void shouldTryTheNameOnceWhereTheIdLeadsNowhere() throws CannotAnnounceException {
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "Slack finds no " + ID));
        DeliveryHandle second = say("second");

        assertThat(channels()).containsExactly("#builds", "#builds");
        assertThat(bench.slack.calls()).containsExactly("post", "post", "post");
        assertThat(bench.find(second).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldForgetAnIdThatLeadsNowhere() throws Exception {
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "Slack finds no " + ID));
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "Slack finds no #builds"));
        DeliveryHandle second = say("second");

        assertThat(bench.find(second))
                .returns(Delivery.State.HELD, Delivery::state)
                .returns(
                        "Named by the job shop/checkout, in its pipeline or configuration: Slack finds no #builds (channel_not_found)",
                        Delivery::note);
        assertThat(known())
                .allSatisfy(channel -> assertThat(channel.getAsJsonObject().has("until"))
                        .as("given up")
                        .isTrue());
    }

    @Test
    void shouldNotCarryAnAnswerToAnotherChannel() throws Exception {
        DeliveryHandle parent = say("second");
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "Slack finds no " + ID));
        DeliveryHandle answer = bench.announce(named("answer").saying("Done").inThreadOf(parent));
        bench.run();

        assertThat(bench.find(answer).state()).isEqualTo(Delivery.State.HELD);
    }

    @Test
    void shouldSayTheNameBesideTheIdOfAChannelThatWasRenamed() throws Exception {
        bench.slack.answerPost(FakeSlack.refused("not_in_channel", "The bot is no member of " + ID + "."));
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "Slack finds no #builds"));
        DeliveryHandle second = say("second");

        assertThat(bench.find(second).note())
                .isEqualTo(
                        "Named by the job shop/checkout, in its pipeline or configuration: The bot is no member of #builds ("
                                + ID + "). (not_in_channel)");
        assertThat(known()).as("for the next attempt").isNotEmpty();
    }

    @Test
    void shouldGoToTheNameWhereTheBotIsNotInTheChannelAnyMore() throws CannotAnnounceException {
        bench.slack.answerPost(FakeSlack.refused("not_in_channel", "The bot is no member of " + ID + "."));
        DeliveryHandle second = say("second");

        assertThat(bench.find(second).state()).isEqualTo(Delivery.State.SENT);
        assertThat(channels()).containsExactly("#builds", "#builds");
    }

    @Test
    void shouldKeepIdsOfChannelsAndNothingElse() throws Exception {
        bench.announce(named("id").saying("x").to("C0123456789"));
        bench.announce(named("person").saying("x").to("U0123456789"));
        bench.run();

        assertThat(known()).hasToString("[{\"destination\":\"system/#builds\",\"id\":\"" + ID + "\"}]");
        assertThat(Files.readString(file())).doesNotContain(EngineBench.SECRET);
    }

    @Test
    void shouldAskAnewWhereTheFileIsTorn() throws Exception {
        byte[] whole = Files.readAllBytes(file());
        try (LoggedRecords log = LoggedRecords.of(CacheFile.class)) {
            for (int length = 0; length < whole.length; length++) {
                Files.write(file(), Arrays.copyOf(whole, length));
                assertThat(ChannelIds.in(folder)).isNotNull();
            }
            Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
            bench.newProcess();
            say("second");

            assertThat(channels()).containsExactly("#builds", "#builds");
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
            assertThat(log.messages()).hasSize(whole.length + 1).allMatch(words -> words.contains("could not be read"));
        }
    }

    @Test
    void shouldWorkWhereTheFileCannotBeWritten() throws Exception {
        Files.delete(file());
        Files.createDirectory(folder.resolve("channels.json.tmp"));
        try (LoggedRecords log = LoggedRecords.of(CacheFile.class)) {
            bench.newProcess();
            say("second");
            say("third");

            assertThat(channels()).containsExactly("#builds", "#builds", ID);
            assertThat(log.messages()).singleElement().asString().contains("cannot be written");
        }
    }

    @Test
    void shouldTellAChannelOnceThatOneRuleNamesAndAnotherOneKnowsByItsId() {
        bench.subscriptions = List.of(
                EngineBench.hears(ID, EventKind.FAILURE),
                EngineBench.hears("#builds", EventKind.FAILURE),
                EngineBench.hears("#Builds", EventKind.FAILURE));
        bench.ends(aFailure());

        assertThat(channels()).containsExactly("#builds", ID);
    }

    /** Also where a job has it by its id, and the system by its name. */
    @ParameterizedTest
    @CsvSource({"#builds, " + ID, ID + ", #builds"})
    void shouldChangeTheMessageOfTheBuildHoweverItsChannelIsWritten(String system, String job)
            throws CannotAnnounceException {
        bench.subscriptions = List.of(EngineBench.hears(system, EventKind.STARTED, EventKind.SUCCESS));
        bench.happens(Milestone.STARTED);
        bench.announce(named("state").of(aBuild().running().build()).to(job));
        bench.run();
        bench.ends(aBuild().build());

        assertThat(bench.slack.texts()).hasSize(2).last().asString().endsWith("succeeded");
    }

    /** As pipelines do that come from another notifier. */
    @Test
    void shouldChangeTheMessageOfTheBuildWhereItsJobNamesTheCredentialOfTheSystem() throws CannotAnnounceException {
        bench.credentialsId = "slack";
        bench.credentialFolders = (id, job) -> Optional.of("");
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.STARTED, EventKind.SUCCESS));
        tellAllOfABuild("slack");

        assertThat(bench.slack.texts()).hasSize(2).last().asString().endsWith("succeeded");
    }

    @Test
    void shouldPostForAnotherBotByItself() throws CannotAnnounceException {
        bench.credentialsId = "slack";
        bench.credentialFolders = (id, job) -> Optional.of("shop");
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.STARTED, EventKind.SUCCESS));
        tellAllOfABuild("slack");

        assertThat(bench.slack.texts()).hasSize(3);
    }

    private void tellAllOfABuild(String credentialsId) throws CannotAnnounceException {
        bench.happens(Milestone.STARTED);
        bench.announce(
                named("state").of(aBuild().running().build()).to("#builds").with(credentialsId));
        bench.run();
        bench.ends(aBuild().build());
    }

    private DeliveryHandle say(String text) throws CannotAnnounceException {
        DeliveryHandle handedOver = bench.announce(named(text).saying(text).to("#builds"));
        bench.run();
        return handedOver;
    }

    private List<String> channels() {
        return bench.slack.messages().stream()
                .map(message -> message.content().channel())
                .toList();
    }

    private JsonArray known() throws IOException {
        return JsonParser.parseString(Files.readString(file()))
                .getAsJsonObject()
                .getAsJsonArray("channels");
    }

    private Path file() {
        return folder.resolve("channels.json");
    }
}
