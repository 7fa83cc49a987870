package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that need no linked account: help, ping, link, unlink and whoami. */
final class SelfCommands {
    static final List<String> NAMES = List.of("help", "ping", "link", "unlink", "whoami");

    private static final int NAME_LIMIT = 100;

    /** Those who may link an account, though they may act for none at this moment. */
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

    /** Does a command; empty for a word that is none of these. */
    Optional<Answer> run(CommandLine line, RequestOrigin origin, Supplier<MemberAccount> account) {
        return switch (line.name()) {
            case "help", "", "?" -> Optional.of(help(account.get()));
            case "ping" -> Optional.of(ping(origin, account.get()));
            case "link" -> Optional.of(link(origin, account.get()));
            case "unlink" -> Optional.of(line.words().isEmpty() ? unlink(origin, account) : unlinkOthers());
            case "whoami" -> Optional.of(whoAmI(account.get()));
            default -> Optional.empty();
        };
    }

    private Answer help(MemberAccount account) {
        String slash = environment.get().command();
        String lines = Stream.concat(
                        commands.stream()
                                .map(command -> line(command.names().get(0), command.arguments(), command.purpose())),
                        Stream.of(
                                line("link", "", "link your Jenkins account"),
                                line("unlink", "", "end that link"),
                                line("whoami", "", "who you are in Jenkins"),
                                line("ping", "", "whether Jenkins is there, and what is switched on")))
                .collect(Collectors.joining("\n"));
        return Answer.ephemeral("Write these after `" + Mrkdwn.code(slash, NAME_LIMIT)
                + "`, in a message to me, or after a mention of me; within the thread of a build, a mention means that build.\n"
                + lines + "\n"
                + (account instanceof MemberAccount.Linked linked
                        ? "You are " + Mrkdwn.bold(linked.id(), NAME_LIMIT)
                                + " in Jenkins; what you may do there, you may do here."
                        : "Link your account first: I do not know who you are in Jenkins."));
    }

    private static String line(String name, String arguments, String purpose) {
        return "• `" + name + (arguments.isEmpty() ? "" : " " + arguments) + "` – " + purpose;
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
        return Answer.ephemeral(
                "Jenkins is here, by " + way + ", with Slack Notify " + Mrkdwn.line(now.version(), NAME_LIMIT)
                        + ". Switched on: " + abilities + ". "
                        + (account instanceof MemberAccount.Linked linked
                                ? "You are " + Mrkdwn.bold(linked.id(), NAME_LIMIT) + " in Jenkins."
                                : ((MemberAccount.None) account).sentence()));
    }

    private Answer link(RequestOrigin origin, MemberAccount account) {
        if (account instanceof MemberAccount.None none && !MAY_LINK.contains(none.reason())) {
            return AccountAnswers.refusal(none);
        }
        String sentence = account instanceof MemberAccount.Linked linked
                ? "You are linked with the Jenkins account " + Mrkdwn.bold(linked.id(), NAME_LIMIT)
                        + ". To link another one, sign in to Jenkins with it, and confirm there."
                : ((MemberAccount.None) account).sentence() + " Or link another account.";
        return linking.link(origin)
                .map(help -> Answer.ephemeral(sentence)
                        .withBlocks(Blocks.start()
                                .section(sentence)
                                .linkButton(help.label(), help.url())
                                .json()))
                .orElseGet(() -> Answer.ephemeral(
                        "Jenkins does not know its own address. Ask an administrator to enter it as _Jenkins URL_."));
    }

    private Answer unlink(RequestOrigin origin, Supplier<MemberAccount> account) {
        return Answer.ephemeral(linking.unlink(origin)
                .map(former -> "You are not linked with the Jenkins account " + Mrkdwn.bold(former, NAME_LIMIT)
                        + " any more. Nothing is done for it at your word from now on.")
                .orElseGet(() -> account.get() instanceof MemberAccount.Linked since
                        ? "You have linked the Jenkins account " + Mrkdwn.bold(since.id(), NAME_LIMIT)
                                + " since you asked for this, so that link stays. `unlink` ends it."
                        : "You are linked with no Jenkins account."));
    }

    /** Who names somebody means somebody else, be it that one link alone can be ended here. */
    private static Answer unlinkOthers() {
        return Answer.ephemeral("Nothing was done: `unlink` ends your own link alone, and takes no name."
                + " Administrators end those of others on _Manage Jenkins » Slack » Accounts_.");
    }

    private static Answer whoAmI(MemberAccount account) {
        if (account instanceof MemberAccount.None none) {
            return AccountAnswers.refusal(none);
        }
        return Answer.ephemeral(AccountAnswers.introduction((MemberAccount.Linked) account)
                + " `unlink` ends that, `link` takes another account.");
    }
}
