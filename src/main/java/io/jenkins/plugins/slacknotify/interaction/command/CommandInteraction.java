package io.jenkins.plugins.slacknotify.interaction.command;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.MessageShortcut;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.InterruptedActs;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.answer.SlowAnswers;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.EditDistance;
import io.jenkins.plugins.slacknotify.interaction.press.DoubleClicks;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildControl;
import io.jenkins.plugins.slacknotify.interaction.run.RunForms;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.PhraseLanguage;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands: what follows the slash command, a message to the app, and a mention of it, in the thread of a build or anywhere.
 *
 * <p>Answers are for the member alone; what has an effect is answered where all of the channel see it. Buttons to choose a job
 * with stand in such answers only, and a press elsewhere is not taken: an author of a job can post any button, and would have
 * others run commands by it. In a direct message, where answers stay, a {@link ChoiceSeal} tells which are ours.
 */
public final class CommandInteraction implements Interaction {
    /** The beginning of the {@code action_id} of a button that does the command in its value. */
    public static final String CHOOSE = BlockAction.COMMAND_PREFIX + "choose.";

    /** The one language of answers, whatever that of messages is: half a sentence of each would be worse. */
    private static final Locale ANSWERS = Locale.ENGLISH;

    private static final String EDITED =
            "You have edited this message. Nothing was done for what it says now; what it said when it was new"
                    + " is not undone. Write the command as a new message.";

    private static final String NO_BUILD =
            "I know of no build that this message is about: it is none of mine, or older than the last 2,000. Write the command, with the"
                    + " name of the job.";

    private static final String NO_QUESTION =
            "I do not understand this question. I can be asked for example `is JOB ok?`, `why did JOB fail?`, `when did JOB last pass?`, `what is"
                    + " running?` and `is anything red?`. `help` lists the commands.";

    private static final int MAX_NAME = 50;
    private static final int MAX_SLIPS = 2;

    private final List<Command> commands;
    private final SelfCommands self;
    private final Supplier<CommandEnvironment> environment;
    private final MemberAccounts accounts;
    private final ThreadBuilds threads;
    private final SlowAnswers slow;
    private final ButtonSeal seal;
    private final DoubleClicks clicks = new DoubleClicks();

    /**
     * @param commands those that need a linked account, in the order of the help
     * @param seal is put on the buttons that do something with a build
     */
    public CommandInteraction(
            MemberAccounts accounts,
            AccountLinking linking,
            ThreadBuilds threads,
            List<Command> commands,
            Supplier<CommandEnvironment> environment,
            SlowAnswers slow,
            ButtonSeal seal) {
        this.commands = List.copyOf(commands);
        this.self = new SelfCommands(this.commands, linking, environment);
        this.environment = environment;
        this.accounts = accounts;
        this.threads = threads;
        this.slow = slow;
        this.seal = seal;
    }

    /** Returns the commands about jobs and builds, in the order of the help. */
    public static List<Command> ofBuilds(BuildControl control, RebuildControl runs, RunForms forms) {
        return List.of(
                new StatusCommand(control),
                new WhyCommand(control),
                new RunCommand(control, forms),
                new AgainCommand(control, runs),
                new AbortCommand(control),
                new LogCommand(control),
                new TestsCommand(control),
                ListingCommand.failing(control),
                ListingCommand.jobs(control),
                ListingCommand.running(control),
                ListingCommand.queue(control),
                ListingCommand.waiting(control));
    }

    /** A command that a member has typed, or chosen by a button. */
    private record Typed(
            String text,
            EntryPoint place,
            @CheckForNull MessageReference message,
            @CheckForNull String channelName) {
        Optional<String> thread() {
            return Optional.ofNullable(message).map(MessageReference::threadTs);
        }
    }

    /** The place where it was typed, which decides where the answer stands. */
    private enum EntryPoint {
        SLASH,
        SHORTCUT,
        BUTTON,
        /** A button in a direct message that is not ours, or was made before a restart. */
        UNSEALED,
        MENTION,
        DIRECT;

        /** Returns whether Slack hands out what opens a form, though it may be gone after a restart. */
        boolean takesForms() {
            return this == SLASH || this == SHORTCUT || this == BUTTON;
        }
    }

    /** Returns the name of each command, in the order of the help. */
    public List<String> names() {
        return Stream.concat(commands.stream().map(command -> command.usage().name()), SelfCommands.NAMES.stream())
                .toList();
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return typed(request, false).isPresent();
    }

    /** Reads a command. A press whose effect was chosen before a restart counts as sealed: its seal ended with that process. */
    private Optional<Typed> typed(InboundRequest request, ActChoice choice) {
        Optional<Typed> typed = typed(request, false);
        return (typed.filter(it -> it.place() == EntryPoint.UNSEALED).isPresent()
                                && choice.kept().isPresent()
                        ? typed(request, true)
                        : typed)
                .map(it -> new Typed(
                        CommandLine.withoutAppName(it.text(), environment.get().command(), this::isCommand),
                        it.place(),
                        it.message(),
                        it.channelName()));
    }

    private static Optional<Typed> typed(InboundRequest request, boolean isTrusted) {
        if (request instanceof SlashCommand command) {
            return Optional.of(new Typed(command.text(), EntryPoint.SLASH, null, command.channelName()));
        }
        if (request instanceof AppMention mention) {
            String text = CommandLine.withoutLastMention(mention.text());
            return Optional.of(new Typed(text, EntryPoint.MENTION, mention.message(), null));
        }
        if (request instanceof DirectMessage message) {
            return Optional.of(new Typed(message.text(), EntryPoint.DIRECT, message.message(), null));
        }
        if (request instanceof Shortcut shortcut && shortcut.message() != null) {
            return MessageShortcut.of(shortcut.callbackId())
                    .map(chosen -> new Typed(chosen.command(), EntryPoint.SHORTCUT, shortcut.message(), null));
        }
        return request instanceof BlockAction press && press.view() == null && (press.ephemeral() || isDirect(press))
                ? press.actions().stream()
                        .filter(action -> action.actionId().startsWith(CHOOSE))
                        .findFirst()
                        .flatMap(action -> action.value()
                                .value()
                                .map(text ->
                                        isTrusted || press.ephemeral() || ChoiceSeal.isSealed(press.origin(), action)
                                                ? new Typed(text, EntryPoint.BUTTON, null, null)
                                                : new Typed("", EntryPoint.UNSEALED, null, null)))
                : Optional.empty();
    }

    private static boolean isDirect(BlockAction press) {
        String channel = press.origin().channelId();
        return channel != null && channel.startsWith("D");
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        return typed(request, choice)
                .map(typed -> answered(request, typed, choice))
                .orElseGet(ActResult::silent);
    }

    private ActResult answered(InboundRequest request, Typed typed, ActChoice choice) {
        RequestOrigin origin = request.origin();
        if (typed.place() == EntryPoint.UNSEALED) {
            return ActResult.say(
                    "Nothing was done: Jenkins was restarted since it posted this button. Write the command again.");
        }
        if (request instanceof AppMention mention && mention.edited()) {
            return ActResult.answered(place(origin, typed, Answer.ephemeral(EDITED)));
        }
        if (typed.place() == EntryPoint.BUTTON && clicks.isSecond(origin, typed.text())) {
            return ActResult.silent();
        }
        try {
            return ActResult.answered(place(
                    origin,
                    typed,
                    slow.answer(
                            request,
                            typed.place() == EntryPoint.BUTTON,
                            () -> PhraseLanguage.in(ANSWERS, () -> run(origin, typed, choice)))));
        } catch (NotLoadedYetException e) {
            return placed(origin, typed, e.later());
        }
    }

    private ActResult placed(RequestOrigin origin, Typed typed, ActResult.Later later) {
        Answer inTheEnd = later.inTheEnd();
        return new ActResult.Later(
                later.pause(), later.why(), inTheEnd == null ? null : place(origin, typed, inTheEnd));
    }

    private Answer run(RequestOrigin origin, Typed typed, ActChoice choice) {
        CommandLine line = CommandLine.parseWords(typed.text());
        try {
            return self.run(line, origin, accounts).orElseGet(() -> withAccount(origin, typed, line, choice));
        } catch (AccountsUnavailableException e) {
            return Answer.ephemeral(
                    "Jenkins cannot ask its security realm what you may at this moment. Look whether something was done, and ask again in a minute.");
        }
    }

    private Answer withAccount(RequestOrigin origin, Typed typed, CommandLine line, ActChoice choice) {
        Optional<Command> command = command(line.name());
        boolean isAsked = command.isPresent() || Question.isBegunBy(line.name());
        MemberAccount account = (isAsked ? accounts : accounts.withoutInvitation()).of(origin);
        if (account instanceof MemberAccount.None none) {
            return isAsked ? AccountAnswers.refusal(none) : unknown(line);
        }
        MemberAccount.Linked linked = (MemberAccount.Linked) account;
        CommandCall sentence = call(origin, typed, CommandLine.parseSentence(typed.text()), linked, choice);
        if (command.isEmpty()) {
            return meant(sentence).orElseGet(() -> unknown(line));
        }
        CommandCall call = call(origin, typed, lineOf(command.get(), typed), linked, choice);
        // A subscription is one of the channel, and its form has a field for the job.
        boolean needsBuild = !typed.text().equals(MessageShortcut.SUBSCRIBE.command());
        if (typed.place() == EntryPoint.SHORTCUT && needsBuild && call.here().isEmpty()) {
            return Answer.ephemeral(NO_BUILD);
        }
        return SelfCommands.explanation(command.get(), call.line())
                .or(() ->
                        Question.isBegunBy(line.name()) && !line.words().isEmpty() ? meant(sentence) : Optional.empty())
                .or(() -> command.get().takesValues()
                        ? CommandLine.ambiguity(typed.text()).map(Answer::ephemeral)
                        : Optional.empty())
                .orElseGet(() -> command.get().run(call));
    }

    /** Answers a sentence whose first word is no command; empty where no command takes it. */
    private Optional<Answer> meant(CommandCall call) {
        return commands.stream()
                .flatMap(command -> command.meant(call).stream())
                .findFirst()
                .flatMap(meant -> command(meant.name()).map(command -> command.run(call.withLine(meant))));
    }

    @Override
    public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        return typed(request, choice)
                .filter(typed -> typed.place() != EntryPoint.UNSEALED)
                .flatMap(typed -> {
                    CommandLine line = CommandLine.parseWords(typed.text());
                    return command(line.name())
                            .flatMap(command -> InterruptedActs.find(
                                    accounts,
                                    request.origin(),
                                    choice.kept().isPresent(),
                                    linked -> command.alreadyDone(call(
                                                    request.origin(), typed, lineOf(command, typed), linked, choice))
                                            .map(answer ->
                                                    ActResult.answered(place(request.origin(), typed, answer)))));
                });
    }

    private static CommandLine lineOf(Command command, Typed typed) {
        return command.takesValues() ? CommandLine.parse(typed.text()) : CommandLine.parseWords(typed.text());
    }

    private CommandCall call(
            RequestOrigin origin, Typed typed, CommandLine line, MemberAccount.Linked account, ActChoice choice) {
        ContextBuilds here = origin.channelId() == null ? ContextBuilds.NONE : builds(origin.channelId(), typed);
        return new CommandCall(origin, line, account, here, typed.place().takesForms(), typed.channelName(), choice);
    }

    /** A mention means the build of its thread, a shortcut that of the message on which it was chosen. */
    private ContextBuilds builds(String channel, Typed typed) {
        Optional<String> itself = Optional.ofNullable(typed.message())
                .filter(message -> typed.place() == EntryPoint.SHORTCUT)
                .map(MessageReference::ts);
        return Stream.concat(itself.stream(), typed.thread().stream())
                .map(ts -> threads.find(channel, ts))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(ContextBuilds.NONE);
    }

    private Optional<Command> command(String name) {
        return commands.stream()
                .filter(command -> command.usage().names().contains(name))
                .findFirst();
    }

    private Stream<String> words() {
        return Stream.concat(
                commands.stream().flatMap(command -> command.usage().names().stream()), SelfCommands.NAMES.stream());
    }

    private boolean isCommand(String name) {
        return words().anyMatch(name::equals);
    }

    private Answer unknown(CommandLine line) {
        String typed = line.name();
        String name = Mrkdwn.code(typed, MAX_NAME);
        Function<String, Integer> slips = known -> EditDistance.of(typed, known);
        Optional<String> near = line.words().stream()
                .findFirst()
                // A keyboard may have made two words of one.
                .map(next -> isCommand(typed + next) ? typed + next : OtherWords.NAMES.get(typed + " " + next))
                .or(() -> Optional.ofNullable(OtherWords.NAMES.get(typed)))
                .or(() -> words().filter(known ->
                                slips.apply(known) <= Math.min(MAX_SLIPS, Math.min(typed.length(), known.length()) / 2))
                        .min((one, other) -> slips.apply(one).compareTo(slips.apply(other))))
                // What follows may be glued to it, as in scripts without blanks.
                .or(() -> words().filter(known -> typed.matches(Pattern.quote(known) + "[^a-z0-9-].*"))
                        .findFirst());
        if (near.isEmpty() && Question.isBegunBy(line.name())) {
            return Answer.ephemeral(NO_QUESTION);
        }
        return Answer.ephemeral("I do not know `" + name + "`. "
                + near.map(known -> "Did you mean `" + known + "`? ").orElse("")
                + "`help` lists what I know.");
    }

    private Answer place(RequestOrigin origin, Typed typed, Answer unsealed) {
        Answer answer = unsealed.withBlocks(ChoiceSeal.seal(origin, seal.seal(unsealed.blocks())));
        boolean forAll = answer.placement() == Answer.Placement.IN_CHANNEL;
        return switch (typed.place()) {
            case SLASH, SHORTCUT, UNSEALED -> answer;
            case BUTTON -> forAll ? answer : Answer.replacing(answer.text()).withBlocks(answer.blocks());
            // Nobody else reads a direct message, and what is ephemeral is gone when the member comes back.
            case DIRECT -> inThread(Answer.inChannel(answer.text()).withBlocks(answer.blocks()), typed.thread());
            case MENTION ->
                inThread(
                        answer,
                        forAll ? Optional.ofNullable(typed.message()).map(MessageReference::thread) : typed.thread());
        };
    }

    private static Answer inThread(Answer answer, Optional<String> thread) {
        return thread.map(answer::inThread).orElse(answer);
    }
}
