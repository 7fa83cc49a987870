package io.jenkins.plugins.slacknotify.interaction.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions in memory; all accounts may answer, unless a test says otherwise. */
final class FakeInputControl implements InputControl {
    private final Map<ButtonTarget, ParameterForm> waiting = new HashMap<>();
    private final Map<ButtonTarget, InputResult.AlreadyAnswered> answered = new HashMap<>();

    @CheckForNull
    private InputResult insteadOf;

    private boolean isHeld;
    private boolean mayAllReject;

    @CheckForNull
    private Map<String, String> values;

    @CheckForNull
    private ActTrace trace;

    FakeInputControl asking(ButtonTarget question, ParameterForm.Field... fields) {
        waiting.put(question, new ParameterForm("Deploy?", "Ship it", List.of(fields)));
        return this;
    }

    /** @param note that the form has */
    void asking(ButtonTarget question, String note) {
        waiting.put(question, new ParameterForm("Deploy?", "Ship it", List.of(), note));
    }

    /** From now on every question ends so. */
    FakeInputControl always(InputResult result) {
        insteadOf = result;
        return this;
    }

    /** From now on whoever may not approve may reject. */
    void letAllReject() {
        mayAllReject = true;
    }

    /** From now on Jenkins is about to stop. */
    void hold() {
        isHeld = true;
    }

    Map<String, String> values() {
        return values;
    }

    ActTrace trace() {
        return trace;
    }

    /** Finds the only one that waits, for a button that names none. */
    private ButtonTarget named(ButtonTarget question) {
        List<ButtonTarget> open = waiting.keySet().stream()
                .filter(one -> one.build().equals(question.build()) && !answered.containsKey(one))
                .toList();
        return question.node() == null && open.size() == 1 ? open.get(0) : question;
    }

    @Override
    public synchronized Optional<InputResult> earlier(String request, ButtonTarget question) {
        return insteadOf instanceof InputResult.NotLoaded
                ? Optional.of(insteadOf)
                : Optional.ofNullable(trace)
                        .filter(by -> by.origin().request().equals(request))
                        .map(by -> new InputResult.AlreadyAnswered(
                                by.name(), answered.get(question).approved(), true));
    }

    @Override
    public synchronized InputLookup find(String account, ButtonTarget asked) {
        ButtonTarget question = named(asked);
        InputResult reason = reason(question);
        return reason == null
                ? new InputLookup.Waiting(question, waiting.get(question))
                : new InputLookup.NotForYou(reason);
    }

    @Override
    public synchronized InputLookup findToReject(String account, ButtonTarget asked) {
        ButtonTarget question = named(asked);
        InputResult reason = mayAllReject && waiting.containsKey(question) ? null : reason(question);
        return reason == null
                ? new InputLookup.Waiting(question, new ParameterForm("Deploy?", "No way", List.of()))
                : new InputLookup.NotForYou(reason);
    }

    @Override
    public boolean isAnyPast(ButtonTarget question) {
        return answered.keySet().stream().anyMatch(one -> one.build().equals(question.build()));
    }

    @Override
    public boolean isAwaited(String account, ButtonTarget asked) {
        return find(account, asked) instanceof InputLookup.Waiting;
    }

    @CheckForNull
    private InputResult reason(ButtonTarget question) {
        if (insteadOf != null) {
            return insteadOf;
        }
        if (answered.containsKey(question)) {
            return answered.get(question);
        }
        return waiting.containsKey(question) ? null : new InputResult.NoSuchBuild();
    }

    @Override
    public synchronized InputResult approve(ActTrace by, ButtonTarget asked, Map<String, String> given) {
        ButtonTarget question = named(asked);
        InputResult reason = reason(question);
        if (reason != null) {
            return reason;
        }
        if (given.isEmpty() && !waiting.get(question).fields().isEmpty()) {
            return new InputResult.NeedsValues();
        }
        values = given;
        return settle(by, question, true);
    }

    @Override
    public synchronized InputResult reject(ActTrace by, ButtonTarget asked) {
        ButtonTarget question = named(asked);
        InputResult reason = reason(question);
        return reason == null ? settle(by, question, false) : reason;
    }

    private InputResult settle(ActTrace by, ButtonTarget question, boolean approved) {
        trace = by;
        answered.put(question, new InputResult.AlreadyAnswered(by.name(), approved, false));
        return new InputResult.Done(isHeld);
    }
}
