package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A press of a button or a choice in a menu, in a message, a home tab or a modal.
 *
 * <p>A job's author may write blocks with any {@code action_id} and {@code value}, so neither proves anything: what counts
 * is what the member may do.
 *
 * @param actions what was pressed; at least one
 * @param message the message in which it stands; null in a view
 * @param ephemeral whether only the member sees that message
 * @param view the home tab or modal in which it stands; null in a message
 * @param state of the other elements around it
 */
public record BlockAction(
        RequestOrigin origin,
        List<Action> actions,
        @CheckForNull MessageReference message,
        boolean ephemeral,
        @CheckForNull ViewReference view,
        FormState state)
        implements InboundRequest {
    /**
     * The beginning of the {@code action_id} of each element that asks something of this plugin. All others are link buttons, or stand in
     * blocks that a job's author wrote: Slack shows a warning unless they are acknowledged, and that is all that happens to them.
     */
    public static final String OWN_PREFIX = "slack-notify.";

    /** The beginning of the {@code action_id} of each element that runs a command. */
    public static final String COMMAND_PREFIX = OWN_PREFIX + "command.";

    /** An element that was pressed, or in which something was chosen. */
    public record Action(String actionId, String blockId, FieldValue value) {
        public Action {
            requireNonNull(actionId, "actionId");
            requireNonNull(blockId, "blockId");
            requireNonNull(value, "value");
        }

        /** Returns whether the element asks something of this plugin. */
        public boolean isOwn() {
            return actionId.startsWith(OWN_PREFIX);
        }
    }

    public BlockAction {
        actions = List.copyOf(actions);
    }

    /** Returns whether any of the elements asks something of this plugin. */
    public boolean isOwn() {
        return actions.stream().anyMatch(Action::isOwn);
    }

    @Override
    public Optional<String> thread() {
        return Optional.ofNullable(message).flatMap(MessageReference::onlyThread);
    }

    @Override
    public RequestKind kind() {
        return RequestKind.BLOCK_ACTION;
    }

    @Override
    public Set<Ability> abilities() {
        if (view != null) {
            return view.isHome() ? Set.of(Ability.HOME) : kind().abilities();
        }
        boolean isOfCommand =
                actions.stream().anyMatch(action -> action.actionId().startsWith(COMMAND_PREFIX));
        return ephemeral || isOfCommand ? Set.of(Ability.BUTTONS, Ability.COMMANDS) : Set.of(Ability.BUTTONS);
    }
}
