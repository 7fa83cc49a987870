package io.jenkins.plugins.slacknotify.interaction.press;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Optional;

/**
 * A press of a button below the message of a build.
 *
 * @param target what the button says that it is about; a job's author may have made it up
 * @param message in which the button stands; null where Slack does not say
 */
public record ButtonPress(
        RequestOrigin origin,
        ButtonAction action,
        ButtonTarget target,
        @CheckForNull MessageReference message) {
    private static final String BUTTON = "button";

    /** Returns which button was pressed; empty where it is none of a build's message. */
    static Optional<ButtonAction> actionOf(BlockAction request) {
        return request.actions().stream()
                .flatMap(pressed -> ButtonAction.of(pressed.actionId()).stream())
                .findFirst();
    }

    /**
     * Returns the value of the button that was pressed; empty where it has none, or is none of a build's message. A menu or a field of an
     * author is no button: what is chosen or typed there may be the copy of a button's value.
     */
    static Optional<String> valueOf(BlockAction request) {
        return request.actions().stream()
                .filter(pressed -> ButtonAction.of(pressed.actionId()).isPresent()
                        && pressed.value().type().equals(BUTTON))
                .flatMap(pressed -> pressed.value().value().stream())
                .findFirst();
    }

    /** Reads a press; empty where the button's value is none of ours. */
    static Optional<ButtonPress> of(BlockAction request) {
        return request.actions().stream()
                .flatMap(pressed -> ButtonAction.of(pressed.actionId())
                        .flatMap(action -> pressed.value()
                                .value()
                                .flatMap(ButtonTarget::parse)
                                .map(target -> new ButtonPress(request.origin(), action, target, request.message())))
                        .stream())
                .findFirst();
    }

    /** Returns this press, as one of a button that is about something. @param exact null for what it says */
    ButtonPress about(@CheckForNull ButtonTarget exact) {
        return exact == null ? this : new ButtonPress(origin, action, exact, message);
    }

    /** Returns where the act comes from that this press asks for. */
    public ActTrace traceOf(MemberAccount.Linked member) {
        return new ActTrace(
                ActOrigin.of(member.id(), origin),
                member.name(),
                origin.channelId(),
                message == null ? null : message.ts());
    }
}
