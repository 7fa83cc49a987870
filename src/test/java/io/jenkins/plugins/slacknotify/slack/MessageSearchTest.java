package io.jenkins.plugins.slacknotify.slack;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.refusal;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageSearchTest {

    private static final Instant SINCE = Instant.ofEpochSecond(1_724_148_000);
    private static final String CHANNEL = "C0123456";

    @Test
    void shouldFindTheMessageByItsMark() throws IOException {
        try (FakeServer slack = FakeServer.answering(page(null, otherApps("1.0"), marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));

            ReceivedRequest request = slack.requests().get(0);
            assertThat(request.firstLine()).contains("/api/conversations.history ");
            assertThat(request.form())
                    .containsEntry("channel", CHANNEL)
                    .containsEntry("include_all_metadata", "1")
                    .containsEntry("oldest", "1724147940.000000");
        }
    }

    @Test
    void shouldLookIntoTheThread() throws IOException {
        try (FakeServer slack = FakeServer.answering(page(null, marked("d-1", "2.0")))) {
            assertThat(find(slack, "1.0")).isEqualTo(found("2.0"));

            assertThat(slack.requests().get(0).firstLine()).contains("/api/conversations.replies ");
            assertThat(slack.requests().get(0).form()).containsEntry("ts", "1.0");
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
        byte[] first = response("200 OK", page("next==", marked("d-0", "3.0")));
        byte[] second = response("200 OK", page("", marked("d-1", "2.0")));
        try (FakeServer slack = FakeServer.answering(first, second)) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));

            assertThat(slack.requests().get(0).form()).doesNotContainKey("cursor");
            assertThat(slack.requests().get(1).form()).containsEntry("cursor", "next==");
        }
    }

    @Test
    void shouldNotReadOnForEver() throws IOException {
        try (FakeServer slack = FakeServer.answering(page("next==", marked("d-0", "3.0")))) {
            assertThat(whyUnknown(find(slack, null))).contains("more messages");
            assertThat(slack.requests()).hasSize(10);
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
        String digest = "{\"type\":\"message\",\"ts\":\"2.0\",\"metadata\":{\"event_type\":\"slack_notify_delivery\","
                + "\"event_payload\":{\"id\":\"d-0\",\"with\":\"d-2 d-1 d-3\"}}}";
        try (FakeServer slack = FakeServer.answering(page(null, marked("d-11", "1.0"), digest))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));
        }
    }

    @Test
    void shouldReadMoreThanAnAnswerToAPostMayHold() throws IOException {
        String big = "{\"text\":\"" + "x".repeat(2 << 20) + "\"}";
        try (FakeServer slack = FakeServer.answering(page(null, big, marked("d-1", "2.0")))) {
            assertThat(find(slack, null)).isEqualTo(found("2.0"));
        }
    }

    private static SlackResult<Optional<MessageLocation>> find(FakeServer slack, String threadTs) {
        try (SlackApiGateway gateway = patient()) {
            return gateway.find(connectionTo(slack), CHANNEL, threadTs, "d-1", SINCE);
        }
    }

    private static SlackResult<Optional<MessageLocation>> found(String ts) {
        return new SlackResult.Success<>(Optional.of(new MessageLocation(CHANNEL, ts)));
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
        return "{\"type\":\"message\",\"ts\":\"" + ts + "\",\"metadata\":{\"event_type\":\"" + eventType
                + "\",\"event_payload\":{\"id\":\"" + id + "\"}}}";
    }
}
