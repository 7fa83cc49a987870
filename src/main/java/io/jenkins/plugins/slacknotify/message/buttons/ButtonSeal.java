package io.jenkins.plugins.slacknotify.message.buttons;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The seal on a button that proves that this Jenkins has drawn it. It stands in the {@code value}, and holds for what the button does
 * and what it is about.
 *
 * <p><b>Guaranteed:</b> nobody else makes one, and none holds for another act or another build.
 *
 * <p><b>Not guaranteed:</b> that a sealed value stands where it was first. Whoever has a bot token can copy one into a message of their
 * own. The blocks of a job's author go through {@link #sealOwn}, which takes copies out.
 *
 * <p>Safe for use by many threads, as far as its code of authentication is.
 */
public final class ButtonSeal {
    /** Seals nothing, and knows no seal. */
    public static final ButtonSeal NONE = new ButtonSeal(text -> Optional.empty());

    /** The buttons that an author may write for the own build: docs/buttons.md names them. */
    private static final Set<ButtonAction> OF_AUTHORS = Set.of(ButtonAction.APPROVE, ButtonAction.REJECT);

    private static final Gson GSON = new Gson();

    private final Function<String, Optional<String>> authentication;

    /** @param authentication makes the code of a text that only this Jenkins can make; empty where it cannot at this moment */
    public ButtonSeal(Function<String, Optional<String>> authentication) {
        this.authentication = requireNonNull(authentication, "authentication");
    }

    /**
     * Returns the sealed value of a button. One that would be longer with its seal than Slack takes has none.
     *
     * @return empty where even that would be too long
     */
    public Optional<String> value(ButtonAction action, ButtonTarget target) {
        return code(action, target).flatMap(target::valueWith).or(target::value);
    }

    /** Returns whether the value of a button has the seal of this Jenkins for that very act. */
    public boolean isOn(ButtonAction action, String value) {
        Optional<String> given = ButtonTarget.sealOf(value);
        return given.isPresent()
                && ButtonTarget.parse(value)
                        .flatMap(target -> code(action, target))
                        .filter(code -> MessageDigest.isEqual(
                                code.getBytes(UTF_8), given.get().getBytes(UTF_8)))
                        .isPresent();
    }

    private Optional<String> code(ButtonAction action, ButtonTarget target) {
        BuildKey build = target.build();
        // An array, so that no text of one part can pass for the end of another one.
        return authentication.apply(GSON.toJson(new String[] {
            action.id(),
            build.job(),
            String.valueOf(build.build()),
            String.valueOf(build.startedAt().toEpochMilli()),
            target.node()
        }));
    }

    /** Seals a row of buttons, in place, and returns it. */
    public ActionsBlock seal(ActionsBlock row) {
        row.getElements().stream()
                .filter(ButtonElement.class::isInstance)
                .map(ButtonElement.class::cast)
                .forEach(button -> ButtonAction.of(button.getActionId())
                        .flatMap(action ->
                                ButtonTarget.parse(button.getValue()).flatMap(target -> value(action, target)))
                        .ifPresent(button::setValue));
        return row;
    }

    /**
     * Seals the buttons in blocks that this Jenkins has made.
     *
     * @param blocks a JSON array; null for none
     */
    @CheckForNull
    public String seal(@CheckForNull String blocks) {
        return blocks == null ? null : changed(blocks, (action, target) -> true);
    }

    /**
     * Seals what an author may write: the buttons that answer a question of the own build. All others lose the seal that they may have:
     * it is the copy of one that stands in a message of this Jenkins.
     *
     * @param blocks a JSON array
     * @param own the build that sends the blocks
     */
    public String sealOwn(String blocks, BuildKey own) {
        return changed(
                blocks,
                (action, target) ->
                        OF_AUTHORS.contains(action) && target.build().equals(own));
    }

    @FunctionalInterface
    private interface Choice {
        boolean isSealed(ButtonAction action, ButtonTarget target);
    }

    private String changed(String blocks, Choice choice) {
        return JsonBlocks.changeButtons(blocks, button -> changeValue(button, choice));
    }

    private void changeValue(JsonObject button, Choice choice) {
        ButtonAction.of(button.get(JsonBlocks.ACTION_ID).getAsString())
                .ifPresent(action -> ButtonTarget.parse(
                                button.get(JsonBlocks.VALUE).getAsString())
                        .flatMap(target -> choice.isSealed(action, target) ? value(action, target) : target.value())
                        .ifPresent(value -> button.addProperty(JsonBlocks.VALUE, value)));
    }
}
