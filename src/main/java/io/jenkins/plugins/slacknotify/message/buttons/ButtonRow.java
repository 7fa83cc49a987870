package io.jenkins.plugins.slacknotify.message.buttons;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.RerunOptions;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.BuildLinks;
import io.jenkins.plugins.slacknotify.message.wording.BuildNames;
import io.jenkins.plugins.slacknotify.message.wording.Phrase;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders the row of buttons below the message of a build. */
public final class ButtonRow {
    /** The longest label of a button, in characters, by Slack's reference. */
    static final int MAX_LABEL = 75;

    private static final int MAX_ADDRESS = 3_000;
    private static final int MAX_DIALOG = 300;
    private static final int MAX_DIALOG_LABEL = 30;

    /** The buttons that are about the message or its channel, and not about the build alone. */
    private static final Set<ButtonAction> OF_MESSAGE =
            Set.of(ButtonAction.FOLLOW, ButtonAction.UNFOLLOW, ButtonAction.MUTE);

    private static final String BLOCK_ID = "slack-notify.row";
    private static final String PRIMARY = "primary";
    private static final String DANGER = "danger";

    private final BuildEvent event;
    private final boolean isGrave;
    private final List<BlockElement> buttons = new ArrayList<>();

    private ButtonRow(BuildEvent event, Severity severity) {
        this.event = event;
        this.isGrave = severity.compareTo(Severity.ERROR) >= 0;
    }

    /**
     * Renders the buttons that act: an unanswered question can be answered, a running build stopped, a bad one run again,
     * claimed and muted.
     *
     * @param severity of the event; from {@link Severity#ERROR} on, a dialog asks once more before a question is approved
     * @return empty for a build with which there is nothing to do
     */
    public static Optional<ActionsBlock> acting(BuildEvent event, Severity severity) {
        ButtonRow row = new ButtonRow(event, severity);
        row.addActs();
        return row.block();
    }

    /**
     * Renders the buttons that act, as {@link #acting} does, for a place that is no message of the build: without those that are about
     * its message or channel.
     */
    public static Optional<ActionsBlock> actingElsewhere(BuildEvent event, Severity severity) {
        ButtonRow row = new ButtonRow(event, severity);
        row.addActs();
        row.buttons.removeIf(each -> each instanceof ButtonElement button
                && ButtonAction.of(button.getActionId())
                        .filter(OF_MESSAGE::contains)
                        .isPresent());
        return row.block();
    }

    /** Renders the buttons that open a page of Jenkins; empty where Jenkins does not know its own address. */
    public static Optional<ActionsBlock> linking(BuildEvent event) {
        ButtonRow row = new ButtonRow(event, Severity.INFO);
        if (row.openQuestion() != null) {
            row.addLink("input", Phrase.BUTTON_INPUT, BuildLinks.ofInput(event));
        }
        row.addLink("build", Phrase.BUTTON_BUILD, BuildLinks.ofBuild(event));
        row.addLink("console", Phrase.BUTTON_CONSOLE, BuildLinks.ofConsole(event));
        return row.block();
    }

    private void addActs() {
        if (event.findings().promotion() != null) {
            return; // A promotion is no build of a job, so no act would find it.
        }
        Milestone milestone = event.milestone();
        InputQuestion question = openQuestion();
        if (question != null) {
            addAnswers(question);
        } else if (milestone != null && !milestone.isInputFinished()) {
            target(null).ifPresent(this::addRunning);
        } else if (!event.running() && isWorthRepeating()) {
            target(null).ifPresent(this::addRepair);
        }
    }

    private void addRunning(String target) {
        buttons.add(abort(target));
        boolean isFollowed = event.findings().progress() != null;
        buttons.add(
                isFollowed
                        ? button(ButtonAction.UNFOLLOW, Phrase.BUTTON_UNFOLLOW, target)
                                .build()
                        : button(ButtonAction.FOLLOW, Phrase.BUTTON_FOLLOW, target)
                                .build());
    }

    private boolean isWorthRepeating() {
        return event.outcome().isBad() || event.outcome() == Outcome.ABORTED;
    }

    private void addRepair(String target) {
        buttons.add(button(ButtonAction.RUN_AGAIN, Phrase.BUTTON_AGAIN, target).build());
        RerunOptions reruns = event.findings().reruns();
        String stage = reruns.fromStage();
        if (stage != null && !Mrkdwn.isBlank(stage)) {
            buttons.add(button(ButtonAction.RUN_FROM_STAGE, Phrase.BUTTON_STAGE, target)
                    .text(plain(Phrase.BUTTON_STAGE.format(stage), MAX_LABEL))
                    .build());
        }
        if (reruns.withChanges()) {
            buttons.add(button(ButtonAction.RUN_CHANGED, Phrase.BUTTON_CHANGED, target)
                    .build());
        }
        if (event.outcome().isBad()) {
            boolean isClaimed = event.findings().claimedBy() != null;
            buttons.add(
                    isClaimed
                            ? button(ButtonAction.RELEASE, Phrase.BUTTON_RELEASE, target)
                                    .build()
                            : button(ButtonAction.CLAIM, Phrase.BUTTON_CLAIM, target)
                                    .build());
            buttons.add(button(ButtonAction.MUTE, Phrase.BUTTON_MUTE, target).build());
        }
    }

    private void addAnswers(InputQuestion question) {
        InputDetails details = question.details();
        Optional<String> target = target(question.id());
        if (details == null || target.isEmpty()) {
            addLink("input", Phrase.BUTTON_INPUT, BuildLinks.ofInput(event));
            return;
        }
        if (!details.answerable()) {
            addLink("input", Phrase.BUTTON_INPUT, BuildLinks.ofInput(event));
        } else if (details.parameters().isEmpty()) {
            buttons.add(approve(question, details, target.get()));
        } else {
            buttons.add(button(ButtonAction.ANSWER, Phrase.BUTTON_ANSWER, target.get())
                    .style(PRIMARY)
                    .build());
        }
        buttons.add(button(ButtonAction.REJECT_WITH_REASON, Phrase.BUTTON_REJECT, target.get())
                .text(plain(labelled(details.cancelLabel(), Phrase.BUTTON_REJECT), MAX_LABEL))
                .style(DANGER)
                .build());
    }

    /** Returns what the author has written for a button and its dialog, where it is something. */
    private static String labelled(@CheckForNull String label, Phrase otherwise) {
        return label == null || Mrkdwn.isBlank(label) ? otherwise.format() : label;
    }

    private ButtonElement approve(InputQuestion question, InputDetails details, String target) {
        String label = labelled(details.okLabel(), Phrase.BUTTON_APPROVE);
        ButtonElement.ButtonElementBuilder approve = button(ButtonAction.APPROVE, Phrase.BUTTON_APPROVE, target)
                .text(plain(label, MAX_LABEL))
                .style(PRIMARY);
        if (isGrave) {
            String text = question.text() == null ? "" : question.text();
            approve.confirm(ConfirmationDialogObject.builder()
                    .title(plain(Phrase.CONFIRM_TITLE.format(), 100))
                    .text(plain(Phrase.CONFIRM_APPROVE.format(BuildNames.of(event), text), MAX_DIALOG))
                    .confirm(plain(label, MAX_DIALOG_LABEL))
                    .deny(plain(Phrase.CONFIRM_DENY.format(), MAX_DIALOG_LABEL))
                    .build());
        }
        return approve.build();
    }

    private ButtonElement abort(String target) {
        return button(ButtonAction.ABORT_WITH_REASON, Phrase.BUTTON_ABORT, target)
                .style(DANGER)
                .build();
    }

    @CheckForNull
    private InputQuestion openQuestion() {
        Milestone milestone = event.milestone();
        return milestone == null || milestone.isInputFinished() ? null : milestone.question();
    }

    private Optional<String> target(@CheckForNull String node) {
        return new ButtonTarget(event.key(), node).value();
    }

    private static ButtonElement.ButtonElementBuilder button(ButtonAction action, Phrase label, String target) {
        return ButtonElement.builder()
                .actionId(action.id())
                .text(plain(label.format(), MAX_LABEL))
                .value(target);
    }

    /** Adds a button that opens a page. Slack reports its press as well, which is acknowledged and nothing more. */
    private void addLink(String name, Phrase label, @CheckForNull String address) {
        if (isAddress(address)) {
            buttons.add(ButtonElement.builder()
                    .actionId("link." + name)
                    .text(plain(label.format(), MAX_LABEL))
                    .url(address)
                    .build());
        }
    }

    /** Tests whether a text is a valid address: Slack refuses a message with a button that opens an invalid one. */
    private static boolean isAddress(@CheckForNull String address) {
        try {
            return address != null
                    && address.length() <= MAX_ADDRESS
                    && new URI(address).getHost() != null
                    && address.matches("https?://.*");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Optional<ActionsBlock> block() {
        return buttons.isEmpty()
                ? Optional.empty()
                : Optional.of(ActionsBlock.builder()
                        .blockId(BLOCK_ID)
                        .elements(buttons)
                        .build());
    }

    /** A text in which Slack makes neither links nor emoji. */
    private static PlainTextObject plain(String text, int limit) {
        return PlainTextObject.builder()
                .text(Mrkdwn.line(text.replaceAll("\\s+", " "), limit))
                .emoji(false)
                .build();
    }
}
