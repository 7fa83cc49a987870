package io.jenkins.plugins.slacknotify.interaction.press;

import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.InterruptedActs;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An interaction that handles presses of some of the buttons below messages of builds. All presses are kept, so that none is lost
 * and each is done once.
 *
 * <p>A press of a button that this Jenkins has not drawn does nothing by itself: its author may have given it any label. Whoever has
 * pressed is asked whether they meant what it does, unless it can be known that it has no effect.
 */
public abstract class ButtonInteraction implements Interaction {
    private final MemberAccounts accounts;
    private final ButtonSeal seal;
    private final Set<ButtonAction> actions;
    private final DoubleClicks clicks = new DoubleClicks();

    /**
     * @param seal shows which buttons this Jenkins has drawn
     * @param actions those of which presses are handled
     */
    protected ButtonInteraction(MemberAccounts accounts, ButtonSeal seal, Set<ButtonAction> actions) {
        this.accounts = accounts;
        this.seal = seal;
        this.actions = Set.copyOf(actions);
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return request instanceof BlockAction press
                && ButtonPress.actionOf(press).filter(actions::contains).isPresent();
    }

    @Override
    public Decision receive(InboundRequest request) {
        return Decision.byKind(request);
    }

    /** {@inheritDoc} The build, as the button names it. */
    @Override
    public String subject(InboundRequest request) {
        return request instanceof BlockAction press
                ? ButtonPress.of(press)
                        .map(found -> found.target().build().toString())
                        .orElse("")
                : "";
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        return withPress(request).orElseGet(PressAnswers::unreadable);
    }

    private Optional<ActResult> withPress(InboundRequest request) {
        BlockAction block = (BlockAction) request;
        return ButtonPress.of(block)
                .map(press -> isSecondClick(press)
                        ? ActResult.silent()
                        : sealed(withAccount(
                                request,
                                member -> isMeant(block, press) ? act(press, member) : confirm(press, member))));
    }

    private ActResult confirm(ButtonPress press, MemberAccount.Linked member) {
        PressCheck check = check(press, member);
        return check instanceof PressCheck.Possible possible
                ? ActResult.answered(
                        PressConfirmation.of(press.about(possible.target()), possible.detail(), mayMeanAnother(press)))
                : ((PressCheck.Impossible) check).answer();
    }

    /**
     * Returns whether whoever has pressed has read what the button does. A job's author can write one with any label, but neither in
     * an ephemeral message nor in a view; and a form says what it is about. An old one may {@linkplain #mayMeanAnother mean something else}.
     */
    private boolean isMeant(BlockAction request, ButtonPress press) {
        return press.action().opensForm()
                || request.ephemeral()
                || request.view() != null
                || !mayMeanAnother(press)
                        && ButtonPress.valueOf(request)
                                .filter(value -> seal.isOn(press.action(), value))
                                .isPresent();
    }

    /** Returns whether a button may stand below words that are about something else than what it would do by now. */
    protected boolean mayMeanAnother(ButtonPress press) {
        return false;
    }

    /** Seals the buttons of an answer: where Slack does not take an ephemeral answer any more, the buttons stand in an ordinary message. */
    private ActResult sealed(ActResult result) {
        return result instanceof ActResult.Done done
                ? new ActResult.Done(
                        done.answer().map(answer -> answer.withBlocks(seal.seal(answer.blocks()))), done.channel())
                : result;
    }

    /**
     * Finds out, for a member who is about to be asked whether a press was meant, what can be known of it. Changes nothing; may take its
     * time.
     */
    protected abstract PressCheck check(ButtonPress press, MemberAccount.Linked member);

    private boolean isSecondClick(ButtonPress press) {
        MessageReference message = press.message();
        String button =
                press.action() + "|" + press.target().value().orElse("") + "|" + (message == null ? "" : message.ts());
        return doesSomethingEachTime(press) && clicks.isSecond(press.origin(), button);
    }

    /**
     * Returns whether a press has an effect though the same was done a moment ago. All others are answered by what they find.
     */
    protected boolean doesSomethingEachTime(ButtonPress press) {
        return false;
    }

    @Override
    public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        return request instanceof BlockAction block
                ? ButtonPress.of(block)
                        .flatMap(press -> InterruptedActs.find(
                                accounts,
                                request.origin(),
                                () -> effectOf(RequestMark.of(request.origin()), press.action(), press.target())))
                : Optional.empty();
    }

    /** Does something for the account of the member who asks, or says why there is none. */
    protected final ActResult withAccount(InboundRequest request, Function<MemberAccount.Linked, ActResult> act) {
        return AccountAnswers.forMember(accounts, request.origin(), PressAnswers.unavailable(), act);
    }

    /** Does what a press asks for. */
    protected abstract ActResult act(ButtonPress press, MemberAccount.Linked member);

    /**
     * Finds what an interrupted attempt at a press has done, whoever its member is by now.
     *
     * @return what is said of it to a linked member; empty where that surely is nothing, or may be repeated
     */
    protected Optional<ActResult> effectOf(RequestMark request, ButtonAction action, ButtonTarget target) {
        return Optional.empty();
    }
}
