package io.jenkins.plugins.slacknotify.engine.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.Receipt;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodecTest {
    static Set<String> samples() {
        return Samples.receipts().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldWriteTheFormatOfTheGoldenFile(String name) {
        String written = ReceiptCodec.write(Samples.receipts().get(name));

        assertThat(JsonParser.parseString(written)).isEqualTo(JsonParser.parseString(GoldenFiles.read(name)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldReadTheGoldenFile(String name) {
        assertThat(read(GoldenFiles.read(name))).isEqualTo(Samples.receipts().get(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldTellTheKindOfWhatWasWrittenBeforeThereWereKinds(String name) {
        assertThat(read(GoldenFiles.readBeforeKinds(name)))
                .isEqualTo(beforeThreads(Samples.receipts().get(name)));
    }

    /** The receipt without what was added since. */
    private static Receipt beforeThreads(Receipt receipt) {
        return receipt instanceof MessageReceipt message
                ? new MessageReceipt(message.channel(), message.ts(), message.permalink(), null, null)
                : receipt;
    }

    @Test
    void shouldReadTheReceiptThatItWritesWithoutAPermalink() {
        MessageReceipt sparse = new MessageReceipt("C0123456789", "1772366400.000100", null, null, null);

        assertThat(ReceiptCodec.message(sent(ReceiptCodec.write(sparse)))).contains(sparse);
    }

    @Test
    void shouldTellTheKindsApart() {
        Delivery upload = sent(GoldenFiles.read("upload-receipt"));

        assertThat(ReceiptCodec.upload(upload)).isPresent();
        assertThat(ReceiptCodec.message(upload)).isEmpty();
        assertThat(ReceiptCodec.people(upload)).isEmpty();
    }

    @Test
    void shouldLeaveOutReasonsThatOnlyAnotherVersionKnows() {
        String other = "{\"told\":1,\"leftOut\":{\"ON_HOLIDAY\":2,\"NO_PERSON\":1}}";

        assertThat(ReceiptCodec.people(sent(other)))
                .contains(new PeopleReceipt(1, Map.of(ExclusionReason.NO_PERSON, 1)));
    }

    /** What another version has written of the origin, or damage, costs that alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"destination\": {\"channel\": \"\"}, \"job\": \"app\"}",
                "{\"destination\": {\"channel\": \"builds\"}}"
            })
    void shouldKnowThePlaceOfAMessageThoughItsOriginCannotBeRead(String origin) {
        String receipt = ReceiptCodec.write(new MessageReceipt("C0123456789", "1772366400.000100", null, "1.2", null));
        String withOrigin = receipt.replaceFirst("}$", ", \"origin\": " + origin + "}");

        assertThat(ReceiptCodec.message(sent(withOrigin)))
                .contains(new MessageReceipt("C0123456789", "1772366400.000100", null, "1.2", null));
    }

    @Test
    void shouldReadNothingOfADeliveryWithoutReceipt() {
        assertThat(ReceiptCodec.message(sent(null))).isEmpty();
        assertThat(ReceiptCodec.message(sent("garbage"))).isEmpty();
    }

    private static Receipt read(String json) {
        Delivery delivery = sent(json);
        return Stream.of(ReceiptCodec.message(delivery), ReceiptCodec.people(delivery), ReceiptCodec.upload(delivery))
                .<Receipt>flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Delivery sent(String receipt) {
        Entry entry = new Entry("a-1", "lane", Instant.EPOCH, "{}");
        return new Delivery(entry, 1, Delivery.State.SENT, 1, null, receipt, null, Instant.EPOCH);
    }
}
