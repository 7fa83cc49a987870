package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.JenkinsPages;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that need no linked account: help, ping, link, unlink and whoami. */
final class SelfCommands {
    /** The usages in the order of the help, without that of {@code help} itself. */
    private static final List<CommandUsage> USAGES = List.of(
            usage("link", "link your Jenkins account"),
            usage("unlink", "end that link"),
            usage("whoami", "who you are in Jenkins"),
            usage("ping", "whether Jenkins is there, and what is switched on"));

    static final List<String> NAMES = Stream.concat(
                    Stream.of("help"), USAGES.stream().map(CommandUsage::name))
            .toList();

    /** The words by which people ask other programs for help, with the dashes that keyboards make of hyphens. */
    private static final Pattern ASKING = Pattern.compile("\\p{Pd}+h(?:elp)?|\\?", Pattern.CASE_INSENSITIVE);

    private static final int MAX_NAME = 100;

    /** Whom Jenkins does not know, or not any more. */
    private static final Set<MemberAccount.Reason> UNKNOWN =
            Set.of(MemberAccount.Reason.UNLINKED, MemberAccount.Reason.ACCOUNT_GONE);

    /** The reasons for which a member has no account now, but may link one. */
    private static final Set<MemberAccount.Reason> MAY_LINK =
            Set.of(MemberAccount.Reason.ACCOUNT_DISABLED, MemberAccount.Reason.SIGN_IN_TOO_OLD);

    private final List<Command> commands;
    private final AccountLinking linking;
    private final Supplier<CommandEnvironment> environment;

    SelfCommands(List<Command> commands, AccountLinking linking, Supplier<CommandEnvironment> environment) {
        this.commands = List.copyOf(commands);
        this.linking = linking;
        this.environment = environment;
    }

    private static CommandUsage usage(String name, String purpose) {
        return new CommandUsage(List.of(name), "", purpose);
    }

    /** Does a command; empty for a word that is none of these. */
    Optional<Answer> run(CommandLine line, RequestOrigin origin, MemberAccounts accounts) {
        String name = line.name();
        Supplier<MemberAccount> known = () -> accounts.withoutInvitation().of(origin);
        if (!line.words().isEmpty()
                && USAGES.stream().anyMatch(usage -> usage.name().equals(name))) {
            return Optional.of(name.equals("unlink") ? refusalToUnlinkOthers() : refusalOfFurtherWords(name));
        }
        return switch (name) {
            case "help", "", "?" ->
                Optional.of(
                        line.words().isEmpty()
                                ? help(known.get())
                                : helpFor(line.words().get(0), known));
            case "ping" -> Optional.of(ping(origin, known.get()));
            case "link" -> Optional.of(link(origin, accounts.of(origin)));
            case "unlink" -> Optional.of(unlink(origin, known));
            case "whoami" -> Optional.of(whoAmI(accounts.of(origin)));
            default -> Optional.empty();
        };
    }

    /** Explains a command that asks for it as people ask other programs, or that has words though it takes none; empty otherwise. */
    static Optional<Answer> explanation(Command command, CommandLine line) {
        if (line.words().size() == 1 && ASKING.matcher(line.words().get(0)).matches()) {
            return Optional.of(Answer.ephemeral(explained(command.usage())));
        }
        return command.usage().arguments().isEmpty() && !line.words().isEmpty()
                ? Optional.of(refusalOfFurtherWords(line.name()))
                : Optional.empty();
    }

    private Answer help(MemberAccount account) {
        String slash = environment.get().command();
        String lines = usages().map(CommandUsage::line).collect(Collectors.joining("\n"));
        return Answer.ephemeral("Write these after " + Mrkdwn.quoted(slash, MAX_NAME)
                + ", in a message to me, or after a mention of me; within the thread of a build, a mention means that build.\n"
                + lines + "\n" + who(account)
                + (account instanceof MemberAccount.Linked ? " What you may do there, you may do here." : ""));
    }

    private static String who(MemberAccount account) {
        if (account instanceof MemberAccount.None none) {
            return none.sentence() + (UNKNOWN.contains(none.reason()) ? " `link` changes that." : "");
        }
        return "You are " + Mrkdwn.bold(((MemberAccount.Linked) account).id(), MAX_NAME) + " in Jenkins.";
    }

    private Stream<CommandUsage> usages() {
        return Stream.concat(commands.stream().map(Command::usage), USAGES.stream());
    }

    private Answer helpFor(String typed, Supplier<MemberAccount> account) {
        String name = typed.toLowerCase(Locale.ROOT);
        return usages().filter(usage -> usage.names().contains(name))
                .findFirst()
                .map(SelfCommands::explained)
                .map(Answer::ephemeral)
                .orElseGet(() -> help(account.get()));
    }

    private static String explained(CommandUsage usage) {
        List<String> others = usage.names().subList(1, usage.names().size());
        return usage.line() + (others.isEmpty() ? "" : ". Also `" + String.join("`, `", others) + "`");
    }

    private Answer ping(RequestOrigin origin, MemberAccount account) {
        CommandEnvironment now = environment.get();
        String abilities = now.abilities().isEmpty()
                ? "nothing"
                : now.abilities().stream()
                        .sorted()
                        .map(ability -> ability.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        String way =
                switch (origin.transport()) {
                    case HTTP -> "HTTP";
                    case SOCKET -> "Socket Mode";
                };
        return Answer.ephemeral("Jenkins is here, by " + way + ", with Slack Notify "
                + Mrkdwn.line(now.version(), MAX_NAME) + ". Switched on: " + abilities + ". " + who(account));
    }

    private Answer link(RequestOrigin origin, MemberAccount account) {
        if (account instanceof MemberAccount.None none && !MAY_LINK.contains(none.reason())) {
            return AccountAnswers.refusal(none);
        }
        String sentence = account instanceof MemberAccount.Linked linked
                ? "You are linked with the Jenkins account " + Mrkdwn.bold(linked.id(), MAX_NAME)
                        + ". To link another one, sign in to Jenkins with it, and confirm there."
                : ((MemberAccount.None) account).sentence() + " Or link another account.";
        return linking.link(origin)
                .map(help -> AccountAnswers.withHelp(sentence, help))
                .orElseGet(() -> Answer.ephemeral(JenkinsPages.NONE));
    }

    private Answer unlink(RequestOrigin origin, Supplier<MemberAccount> account) {
        return Answer.ephemeral(linking.unlink(origin)
                .map(former -> "You are not linked with the Jenkins account " + Mrkdwn.bold(former, MAX_NAME)
                        + " any more. Nothing is done for it at your word from now on.")
                .orElseGet(() -> account.get() instanceof MemberAccount.Linked since
                        ? "You have linked the Jenkins account " + Mrkdwn.bold(since.id(), MAX_NAME)
                                + " since you asked for this, so that link stays. `unlink` ends it."
                        : "You are linked with no Jenkins account."));
    }

    /** Answers a request to unlink somebody else: members can end their own link only. */
    private static Answer refusalToUnlinkOthers() {
        return Answer.ephemeral("Nothing was done: `unlink` ends your own link alone, and takes no name."
                + " Administrators end those of others on _Manage Jenkins » Slack » Accounts_.");
    }

    /** Answers a command with further words, such as a name: these would be ignored. */
    private static Answer refusalOfFurtherWords(String name) {
        return Answer.ephemeral(
                "Nothing was done: `" + name + "` stands by itself, is about yourself alone, and takes no name."
                        + " Write each command into a message of its own.");
    }

    private static Answer whoAmI(MemberAccount account) {
        if (account instanceof MemberAccount.None none) {
            return AccountAnswers.refusal(none);
        }
        return Answer.ephemeral(AccountAnswers.introduction((MemberAccount.Linked) account)
                + " `unlink` ends that, `link` takes another account.");
    }
}
