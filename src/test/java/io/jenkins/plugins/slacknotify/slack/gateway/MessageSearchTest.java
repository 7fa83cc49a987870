package io.jenkins.plugins.slacknotify.slack.gateway;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.ReceivedRequest;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSearchTest {

    private static final Instant SINCE = Instant.ofEpochSecond(1_724_148_000);
    private static final String CHANNEL = "C0123456";

    @Test
    void shouldFindTheMessageByItsMark() throws IOException {
        try (FakeServer slack = slack(page(null, otherApps("1.0"), marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));

            ReceivedRequest request = slack.requests().get(0);
            assertThat(request.firstLine()).contains("/api/conversations.history ");
            assertThat(request.form())
                    .containsEntry("channel", CHANNEL)
                    .containsEntry("include_all_metadata", "1")
                    .containsEntry("oldest", "1724147700.000000")
                    .as("five minutes for the clocks, and two in which Slack may still have worked on it")
                    .containsEntry("latest", "1724148480.000000");
        }
    }

    @Test
    void shouldLookIntoTheThread() throws IOException {
        try (FakeServer slack = slack(page(null, marked("d-1", "2.0")))) {
            assertThat(find(slack, "1.0")).isEqualTo(found("2.0"));

            assertThat(slack.requests().get(0).firstLine()).contains("/api/conversations.replies ");
            assertThat(slack.requests().get(0).form()).containsEntry("ts", "1.0");
        }
    }

    /** As the message of one, or as one of several of a digest; what another author has marked does not count. */
    @Test
    void shouldFindTheMessagesOfSeveralInOneListing() throws IOException {
        String digest = marked("d-3", "3.0").replace("\"id\":\"d-3\"", "\"id\":\"d-3\",\"with\":\"d-4 d-9\"");
        String forged = marked("d-2", "2.0").replace("\"bot_id\":\"B0BOT\"", "\"user\":\"U0OTHER\"");
        try (FakeServer slack = slack(page("next==", marked("d-1", "1.0"), forged), page(null, digest))) {
            assertThat(findEach(slack, "d-1", "d-2", "d-3", "d-4", "d-5")
                            .success()
                            .orElseThrow())
                    .hasSize(3)
                    .containsEntry("d-1", at("1.0"))
                    .containsEntry("d-3", digest("3.0"))
                    .containsEntry("d-4", digest("3.0"));
        }
    }

    @Test
    void shouldReadNoFurtherThanUntilAllAreFound() throws IOException {
        try (FakeServer slack = slack(page("next==", marked("d-2", "2.0"), marked("d-1", "1.0")))) {
            assertThat(findEach(slack, "d-1", "d-2").success().orElseThrow()).containsOnlyKeys("d-1", "d-2");
        }
    }

    @Test
    void shouldKnowThatNoneOfSeveralIsMissingOnlyWhereTheListWasReadToItsEnd() throws IOException {
        try (FakeServer slack = FakeServer.answering(page("next==", marked("d-0", "3.0")))) {
            assertThat(refusal(findEach(slack, "d-1", "d-2"))).returns("too_many_messages", Refusal::error);
        }
    }

    @Test
    void shouldKnowThatItWasNotPosted() throws IOException {
        try (FakeServer slack = FakeServer.answering(page(null, marked("d-2", "1.0"), "{\"ts\":\"2.0\"}", "7"))) {
            assertThat(find(slack, null)).isEqualTo(new SlackResult.Success<>(Optional.empty()));
        }
    }

    @Test
    void shouldReadOnUntilTheLastPage() throws IOException {
        try (FakeServer slack = slack(page("next==", marked("d-0", "3.0")), page("", marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));

            assertThat(slack.requests().get(0).form()).doesNotContainKey("cursor");
            assertThat(slack.requests().get(1).form()).containsEntry("cursor", "next==");
        }
    }

    @Test
    void shouldNotReadOnForEver() throws IOException {
        try (FakeServer slack = FakeServer.answering(page("next==", marked("d-0", "3.0")))) {
            assertThat(refusal(find(slack, null)))
                    .returns("too_many_messages", Refusal::error)
                    .satisfies(refusal -> assertThat(refusal.remedy()).contains("more messages in C0123456"));
            assertThat(slack.requests()).hasSize(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"user\":\"U0OTHER\"", "\"bot_id\":\"B0OTHER\",\"app_id\":\"A0OTHER\"", "\"x\":1"})
    void shouldNotBelieveTheMarkOfAnotherAuthor(String author) throws IOException {
        String forged = marked("d-1", "1.0").replace("\"bot_id\":\"B0BOT\"", author);
        try (FakeServer slack = slack(page(null, forged))) {
            assertThat(find(slack, null)).isEqualTo(new SlackResult.Success<>(Optional.empty()));
        }
        try (FakeServer slack = slack(page(null, forged, marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));
        }
    }

    @Test
    void shouldKnowItsOwnMessageByTheUserOfTheBot() throws IOException {
        String own = marked("d-1", "2.0").replace("\"bot_id\":\"B0BOT\"", "\"user\":\"U0BOT\"");
        try (FakeServer slack = slack(page(null, own))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));
        }
    }

    @Test
    void shouldNotAskWhoItIsWhereNothingBearsTheMark() throws IOException {
        try (FakeServer slack = FakeServer.answering(page(null, marked("d-2", "1.0")))) {
            find(slack, null);

            assertThat(slack.requests()).hasSize(1);
        }
    }

    @Test
    void shouldAskForSmallerPagesWhereOneIsTooLong() throws IOException {
        String huge = "{\"text\":\"" + "x".repeat(5 << 20) + "\"}";
        try (FakeServer slack = slack(page(null, huge, marked("d-1", "2.0")), page(null, marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));

            assertThat(slack.requests().get(0).form()).containsEntry("limit", "100");
            assertThat(slack.requests().get(1).form()).containsEntry("limit", "50");
        }
    }

    @Test
    void shouldFindAMessageThatShowsAFile() throws IOException {
        String other = "{\"ts\":\"1.0\",\"user\":\"U0OTHER\",\"files\":[{\"name\":\"a.log\",\"size\":7}]}";
        String longer = "{\"ts\":\"1.5\",\"user\":\"U0BOT\",\"files\":[{\"name\":\"a.log\",\"size\":8}]}";
        String own = "{\"ts\":\"2.0\",\"user\":\"U0BOT\",\"files\":[{\"name\":\"a.log\",\"size\":7}]}";
        String besides = own.replace("2.0", "1.8");
        try (FakeServer slack = slack(page(null, other, longer, besides, own));
                SlackApiGateway gateway = patient()) {
            SearchRange range = new SearchRange(CHANNEL, null, SINCE, SINCE);

            assertThat(gateway.findFile(
                            connectionTo(slack),
                            range,
                            new OutgoingFile("a.log", "Log", Path.of("a.log"), 7),
                            Set.of(),
                            new MessageLocation(CHANNEL, "1.8")))
                    .isEqualTo(found("2.0"));
        }
    }

    /** Another one has its name and its length. */
    @Test
    void shouldFindAMessageThatShowsAFileByWhatSlackCallsIt() throws IOException {
        String twin = "{\"ts\":\"1.0\",\"user\":\"U0BOT\",\"files\":[{\"id\":\"F1\",\"name\":\"a.log\",\"size\":7}]}";
        String own = twin.replace("1.0", "2.0").replace("F1", "F2");
        try (FakeServer slack = slack(page(null, twin, own));
                SlackApiGateway gateway = patient()) {
            assertThat(gateway.findFile(
                            connectionTo(slack),
                            new SearchRange(CHANNEL, null, SINCE, SINCE),
                            new OutgoingFile("a.log", "Log", Path.of("a.log"), 7),
                            Set.of("F0", "F2"),
                            new MessageLocation(CHANNEL, "0.5")))
                    .isEqualTo(found("2.0"));
        }
    }

    @Test
    void shouldNotTakeAMissingListForAnEmptyOne() throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":true}")) {
            assertThat(find(slack, null)).isInstanceOf(SlackResult.Unknown.class);
        }
    }

    @Test
    void shouldNotTakeAPageForTheLastIfSlackHasMore() throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":true,\"messages\":[],\"has_more\":true}")) {
            assertThat(find(slack, null)).isInstanceOf(SlackResult.Unknown.class);
        }
    }

    @Test
    void shouldPassOnThatSlackWantsToWait() throws IOException {
        byte[] first = response("200 OK", page("next==", marked("d-0", "3.0")));
        byte[] second = response("429 Too Many Requests", "", "Retry-After: 5");
        try (FakeServer slack = FakeServer.answering(first, second)) {
            assertThat(find(slack, null)).isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(5)));
        }
    }

    @Test
    void shouldNameTheScopeItNeeds() throws IOException {
        String refused = "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"channels:history\"}";
        try (FakeServer slack = FakeServer.answering(refused)) {
            assertThat(refusal(find(slack, null)).remedy()).contains("channels:history");
        }
    }

    @Test
    void shouldFindAMessageByEachOfTheDeliveriesThatItIsAbout() throws IOException {
        String digest =
                "{\"type\":\"message\",\"bot_id\":\"B0BOT\",\"ts\":\"2.0\",\"metadata\":{\"event_type\":\"slack_notify_delivery\","
                        + "\"event_payload\":{\"id\":\"d-0\",\"with\":\"d-2 d-1 d-3\"}}}";
        try (FakeServer slack = slack(page(null, marked("d-11", "1.0"), digest))) {
            assertThat(find(slack, null)).isEqualTo(new SlackResult.Success<>(Optional.of(digest("2.0"))));
        }
    }

    @Test
    void shouldReadMoreThanAnAnswerToAPostMayHold() throws IOException {
        String big = "{\"text\":\"" + "x".repeat(2 << 20) + "\"}";
        try (FakeServer slack = slack(page(null, big, marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));
        }
    }

    /** The clock of this machine is wrong, so it has written down another time than Slack. */
    @ParameterizedTest
    @ValueSource(longs = {-10_000, 10_000})
    void shouldLookByTheClockOfSlackBeforeItSaysThatNothingIsThere(long ahead) throws IOException {
        Instant slackTime = Instant.now().plusSeconds(ahead);
        try (FakeServer slack = slack(slackTime, page(null), page(null, marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));

            assertThat(slack.requests().get(0).form())
                    .containsEntry("oldest", "1724147700.000000")
                    .containsEntry("latest", "1724148480.000000");
            assertThat(slack.requests().get(1).form()).satisfies(form -> {
                assertThat(Double.parseDouble(form.get("oldest")))
                        .isCloseTo(1_724_147_700 + Math.min(0, ahead), within(60.0));
                assertThat(Double.parseDouble(form.get("latest")))
                        .isCloseTo(1_724_148_480 + Math.max(0, ahead), within(60.0));
            });
        }
        try (FakeServer slack = slack(slackTime, page(null, marked("d-1", "2.0")), page(null, marked("d-2", "3.0")))) {
            assertThat(findEach(slack, "d-1", "d-2").success().orElseThrow()).containsKey("d-2");
        }
    }

    @Test
    void shouldLookOnceWhereTheClocksAgree() throws IOException {
        try (FakeServer slack = slack(Instant.now(), page(null), page(null, marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(new SlackResult.Success<>(Optional.empty()));
        }
    }

    private static SlackResult<Optional<PostedMessage>> find(FakeServer slack, String threadTs) {
        try (SlackApiGateway gateway = patient()) {
            SearchRange range = new SearchRange(CHANNEL, threadTs, SINCE, SINCE.plusSeconds(60));
            return gateway.find(connectionTo(slack), range, "d-1");
        }
    }

    private static SlackResult<Map<String, PostedMessage>> findEach(FakeServer slack, String... deliveryIds) {
        try (SlackApiGateway gateway = patient()) {
            SearchRange range = new SearchRange(CHANNEL, null, SINCE, SINCE.plusSeconds(60));
            return gateway.findEach(connectionTo(slack), range, Set.of(deliveryIds));
        }
    }

    private static PostedMessage digest(String ts) {
        return new PostedMessage(new MessageLocation(CHANNEL, ts), null, true);
    }

    private static PostedMessage at(String ts) {
        return new PostedMessage(new MessageLocation(CHANNEL, ts), null);
    }

    private static SlackResult<Optional<PostedMessage>> found(String ts) {
        return new SlackResult.Success<>(Optional.of(new PostedMessage(new MessageLocation(CHANNEL, ts), null)));
    }

    /** A Slack that answers the searches with these pages, and says that the bot is B0BOT, U0BOT. */
    private static FakeServer slack(String... pages) {
        return slack(Instant.now(), pages);
    }

    /** The same, by whose clock it is another time. */
    private static FakeServer slack(Instant now, String... pages) {
        String date = "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
        AtomicInteger next = new AtomicInteger();
        return FakeServer.playing(connection -> {
            boolean isSearch = connection.readRequest().firstLine().contains("/api/conversations.");
            connection.send(response(
                    "200 OK",
                    isSearch
                            ? pages[next.getAndIncrement()]
                            : "{\"ok\":true,\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\"}",
                    date));
        });
    }

    private static String page(String nextCursor, String... messages) {
        String cursor = nextCursor == null ? "null" : "\"" + nextCursor + "\"";
        return "{\"ok\":true,\"messages\":[" + String.join(",", messages) + "],\"response_metadata\":{\"next_cursor\":"
                + cursor + "}}";
    }

    private static String marked(String deliveryId, String ts) {
        return message("slack_notify_delivery", deliveryId, ts);
    }

    /** Another app's message with an id like ours. */
    private static String otherApps(String ts) {
        return message("deployment", "d-1", ts);
    }

    private static String message(String eventType, String id, String ts) {
        return "{\"type\":\"message\",\"bot_id\":\"B0BOT\",\"ts\":\"" + ts + "\",\"metadata\":{\"event_type\":\""
                + eventType + "\",\"event_payload\":{\"id\":\"" + id + "\"}}}";
    }
}
