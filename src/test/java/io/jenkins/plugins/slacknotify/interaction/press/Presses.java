package io.jenkins.plugins.slacknotify.interaction.press;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Presses of buttons below the message of a build, and the sentences that answer them. */
public final class Presses {
    public static final Instant STARTED = Instant.parse("2026-03-01T10:00:00Z");
    /** The seal of the Jenkins that has drawn the buttons. */
    public static final ButtonSeal SEAL = new ButtonSeal(text -> Optional.of(Integer.toHexString(text.hashCode())));

    public static final ButtonTarget QUESTION = new ButtonTarget(new BuildKey("shop/deploy", 12, STARTED), "7");
    public static final ButtonTarget BUILD = new ButtonTarget(new BuildKey("shop/deploy", 12, STARTED), null);

    private Presses() {}

    public static BlockAction press(String id, String member, ButtonAction action, ButtonTarget target) {
        return press(id, member, action, SEAL.value(action, target).orElseThrow());
    }

    public static BlockAction press(String id, String member, ButtonAction action, String value) {
        return new BlockAction(
                Requests.origin(id, member),
                List.of(new BlockAction.Action(action.id(), "row", new FieldValue("button", List.of(value)))),
                new MessageReference("1772366400.000100", null),
                false,
                null,
                FormState.EMPTY);
    }

    /** Returns what the member reads; empty for nothing. */
    public static String said(ActResult result) {
        return ((ActResult.Done) result).answer().map(Answer::text).orElse("");
    }
}
