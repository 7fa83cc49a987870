package io.jenkins.plugins.slacknotify.message.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ButtonSealTest {
    private static final BuildKey BUILD = new BuildKey("shop/deploy", 12, Instant.ofEpochMilli(1_772_366_400_123L));
    private static final ButtonTarget QUESTION = new ButtonTarget(BUILD, "7");

    private final ButtonSeal seal = new ButtonSeal(text -> Optional.of("mac-" + text.hashCode()));

    @Test
    void shouldKnowItsOwnSealForThatVeryAct() {
        String value = seal.value(ButtonAction.APPROVE, QUESTION).orElseThrow();

        assertThat(seal.isOn(ButtonAction.APPROVE, value)).isTrue();
        assertThat(seal.isOn(ButtonAction.REJECT, value)).as("another act").isFalse();
        for (ButtonTarget other : List.of(
                new ButtonTarget(BUILD, null),
                new ButtonTarget(BUILD, "8"),
                new ButtonTarget(new BuildKey("shop/deploy", 13, BUILD.startedAt()), "7"),
                new ButtonTarget(new BuildKey("shop/other", 12, BUILD.startedAt()), "7"),
                new ButtonTarget(
                        new BuildKey("shop/deploy", 12, BUILD.startedAt().plusMillis(1)), "7"))) {
            String copied =
                    other.valueWith(ButtonTarget.sealOf(value).orElseThrow()).orElseThrow();
            assertThat(seal.isOn(ButtonAction.APPROVE, copied))
                    .as(other.toString())
                    .isFalse();
        }
        assertThat(new ButtonSeal(text -> Optional.of("another Jenkins")).isOn(ButtonAction.APPROVE, value))
                .isFalse();
    }

    @Test
    void shouldKnowNoSealWhereThereIsNone() {
        String value = QUESTION.value().orElseThrow();

        assertThat(seal.isOn(ButtonAction.APPROVE, value)).isFalse();
        assertThat(seal.isOn(ButtonAction.APPROVE, "../../etc")).isFalse();
        assertThat(ButtonSeal.NONE.value(ButtonAction.APPROVE, QUESTION)).contains(value);
        assertThat(ButtonSeal.NONE.isOn(ButtonAction.APPROVE, value)).isFalse();
    }

    @Test
    void shouldKeepAButtonWhoseValueHasNoRoomForASeal() {
        String job = "j".repeat(ButtonTarget.MAX_VALUE - "{'job':'','build':12,'at':1772366400123}".length());
        ButtonTarget longest = new ButtonTarget(new BuildKey(job, 12, BUILD.startedAt()), null);

        assertThat(longest.value()).isPresent();
        assertThat(seal.value(ButtonAction.CLAIM, longest)).isEqualTo(longest.value());
    }

    /** An earlier version of the plugin finds in a sealed value what it has always found. */
    @Test
    void shouldLeaveTheOldNamesInTheValue() {
        JsonObject value = JsonParser.parseString(
                        seal.value(ButtonAction.APPROVE, QUESTION).orElseThrow())
                .getAsJsonObject();

        assertThat(value.keySet()).containsExactly("job", "build", "at", "node", "seal");
        assertThat(value.get("at").getAsLong()).isEqualTo(1_772_366_400_123L);
    }

    @Test
    void shouldSealAnAuthorsAnswersToTheOwnBuildAlone() {
        String own = QUESTION.value().orElseThrow();
        String foreign = new ButtonTarget(new BuildKey("prod/deploy", 812, BUILD.startedAt()), null)
                .value()
                .orElseThrow();

        assertThat(sealedByAuthor(ButtonAction.APPROVE, own)).isTrue();
        assertThat(sealedByAuthor(ButtonAction.REJECT, own)).isTrue();
        assertThat(sealedByAuthor(ButtonAction.RUN_AGAIN, own)).isFalse();
        assertThat(sealedByAuthor(ButtonAction.APPROVE, foreign)).isFalse();
        assertThat(sealedByAuthor(ButtonAction.RUN_AGAIN, foreign)).isFalse();
    }

    @Test
    void shouldTakeACopiedSealOutOfAnAuthorsBlocks() {
        ButtonTarget foreign = new ButtonTarget(new BuildKey("prod/deploy", 812, BUILD.startedAt()), null);
        String copy = seal.value(ButtonAction.RUN_AGAIN, foreign).orElseThrow();
        assertThat(seal.isOn(ButtonAction.RUN_AGAIN, copy)).isTrue();

        assertThat(sealedByAuthor(ButtonAction.RUN_AGAIN, copy)).isFalse();
    }

    /** The element may stand in a list of elements, beside a section, or in what Slack adds one day. */
    private boolean sealedByAuthor(ButtonAction action, String value) {
        JsonObject button = new JsonObject();
        button.addProperty("type", "button");
        button.addProperty("action_id", action.id());
        button.addProperty("value", value);
        String beside = "[{\"type\":\"section\",\"accessory\":" + button + "}]";
        String inRow = "[{\"type\":\"new\",\"deep\":{\"elements\":[" + button + "]}}]";
        boolean isInRow = isSealed(action, seal.sealOwn(inRow, BUILD));
        assertThat(isSealed(action, seal.sealOwn(beside, BUILD))).isEqualTo(isInRow);
        return isInRow;
    }

    private boolean isSealed(ButtonAction action, String blocks) {
        AtomicBoolean isSealed = new AtomicBoolean();
        JsonBlocks.changeButtons(
                blocks,
                button -> isSealed.set(seal.isOn(action, button.get("value").getAsString())));
        return isSealed.get();
    }
}
