package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A courier that delivers or not, and answers or not, all by chance; it finds again what it has delivered. */
final class RandomSlack implements Courier {
    private final Random random;
    private final Map<String, List<Entry>> messages = new LinkedHashMap<>();
    private boolean calm;

    RandomSlack(Random random) {
        this.random = random;
    }

    /** From now on all goes well. */
    void calmDown() {
        calm = true;
    }

    /** Returns what has arrived, each as often as it has. */
    List<Entry> arrived() {
        return messages.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the way here from a process that ends with its store: then nothing arrives any more. */
    Courier of(CrashingStore store) {
        return new Courier() {
            @Override
            public SendResult send(Delivery delivery) {
                throwWhereCrashed();
                return RandomSlack.this.send(delivery);
            }

            @Override
            public SendResult sendTogether(List<Delivery> deliveries) {
                throwWhereCrashed();
                return RandomSlack.this.sendTogether(deliveries);
            }

            @Override
            public SendResult lookFor(List<Delivery> deliveries) {
                throwWhereCrashed();
                return RandomSlack.this.lookFor(deliveries);
            }

            @Override
            public Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
                throwWhereCrashed();
                return RandomSlack.this.lookForEach(deliveries);
            }

            private void throwWhereCrashed() {
                if (store.hasCrashed()) {
                    throw new CrashingStore.Crash();
                }
            }
        };
    }

    @Override
    public SendResult send(Delivery delivery) {
        return deliver(List.of(delivery));
    }

    @Override
    public SendResult lookFor(List<Delivery> parcel) {
        assertThat(isInDoubt(parcel)).as("looked for what may have arrived").isTrue();
        return find(parcel.get(0))
                .<SendResult>map(as -> new SendResult.Sent(as, Note.of("Found again")))
                .orElseGet(() -> new SendResult.Absent("Not there"));
    }

    /** Tells of some, or of none, as it likes. */
    @Override
    public Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
        assertThat(deliveries)
                .hasSizeGreaterThan(1)
                .allMatch(it -> it.entry().foldable() && it.state().mayHaveArrived() && !it.inDigest());
        int mood = calm ? 5 : random.nextInt(6);
        Map<String, SendResult> results = new LinkedHashMap<>();
        if (mood == 1) {
            results.put(deliveries.get(0).entry().id(), new SendResult.Retry(null, "Slack does not tell"));
        } else if (mood == 2) {
            throw new IllegalStateException("The list was not understood");
        } else if (mood > 2) {
            for (Delivery delivery : deliveries) {
                SendResult result = find(delivery)
                        .<SendResult>map(as -> new SendResult.Sent(as, null))
                        .orElseGet(() -> new SendResult.Absent("Not there"));
                if (mood != 3 || random.nextBoolean()) {
                    results.put(
                            delivery.entry().id(),
                            mood == 4 && random.nextBoolean() ? new SendResult.Uncertain("It is elsewhere") : result);
                }
            }
        }
        return results;
    }

    @Override
    public SendResult sendTogether(List<Delivery> parcel) {
        assertThat(parcel)
                .hasSizeBetween(2, Lane.MAX_FOLDED)
                .allMatch(it -> it.entry().foldable());
        assertThat(parcel).extracting(it -> it.entry().sequence()).doesNotHaveDuplicates();
        assertThat(parcel).extracting(it -> it.state().mayHaveArrived()).containsOnly(isInDoubt(parcel));
        return deliver(parcel);
    }

    private SendResult deliver(List<Delivery> parcel) {
        boolean doubt = isInDoubt(parcel);
        Optional<String> found = doubt ? find(parcel.get(0)) : Optional.empty();
        if (found.isPresent()) {
            return new SendResult.Sent(found.get(), Note.of("Found again"));
        }
        String as = parcel.get(0).entry().id();
        return switch (calm ? 0 : random.nextInt(11)) {
            case 1 -> new SendResult.Retry(null, "Not now");
            case 6 -> new SendResult.Retry(null, "Not so", SendResult.Scope.MESSAGE);
            case 7 -> new SendResult.Uncertain("It was lost", SendResult.Scope.MESSAGE);
            case 8 -> new SendResult.Retry(Duration.ofSeconds(3), "Not before that", SendResult.Scope.MESSAGE);
            case 2 -> new SendResult.Held("Not invited");
            case 3 -> new SendResult.Uncertain("The request was lost");
            case 4 -> {
                take(as, parcel);
                yield new SendResult.Uncertain("The answer was lost");
            }
            case 5 -> {
                take(as, parcel);
                throw new IllegalStateException("The answer was not understood");
            }
            case 9 -> {
                take(as, parcel);
                yield null; // It has arrived, and what is to note that breaks down.
            }
            default -> {
                take(as, parcel);
                yield new SendResult.Sent(as, null);
            }
        };
    }

    /** The message that bears the id of a delivery, alone or with others. */
    private Optional<String> find(Delivery delivery) {
        return messages.entrySet().stream()
                .filter(message -> message.getValue().contains(delivery.entry()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isInDoubt(List<Delivery> parcel) {
        return parcel.get(0).state().mayHaveArrived();
    }

    private void take(String as, List<Delivery> parcel) {
        List<Entry> content =
                new ArrayList<>(parcel.stream().map(Delivery::entry).toList());
        assertThat(messages.put(as, content)).as("a second message " + as).isNull();
    }
}
