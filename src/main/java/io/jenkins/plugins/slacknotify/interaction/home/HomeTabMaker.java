package io.jenkins.plugins.slacknotify.interaction.home;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes home tabs. Safe for use by many threads, as far as its ports are. */
public final class HomeTabMaker {
    private static final Logger LOGGER = Logger.getLogger(HomeTabMaker.class.getName());

    private final MemberAccounts accounts;
    private final HomeReader reader;
    private final List<String> commands;
    private final Supplier<CommandEnvironment> environment;
    private final HomeView view = new HomeView();

    /**
     * @param commands the names of the commands, in the order in which they are shown
     */
    public HomeTabMaker(
            MemberAccounts accounts,
            HomeReader reader,
            List<String> commands,
            Supplier<CommandEnvironment> environment) {
        this.accounts = accounts;
        this.reader = reader;
        this.commands = List.copyOf(commands);
        this.environment = environment;
    }

    /**
     * A home tab.
     *
     * @param view as JSON
     * @param isOfAccount whether it shows anything of an account, and not only why it does not
     */
    record Tab(String view, boolean isOfAccount) {}

    Tab open(RequestOrigin origin) {
        try {
            MemberAccount account = accounts.of(origin);
            return account instanceof MemberAccount.Linked linked
                    ? of(linked)
                    : new Tab(HomeView.refusal((MemberAccount.None) account), false);
        } catch (AccountsUnavailableException e) {
            return new Tab(
                    HomeView.saying(
                            "Jenkins cannot ask its security realm what you may at this moment. Open this tab again in a minute."),
                    false);
        } catch (RuntimeException | LinkageError e) {
            // A build has damaged files, or a plugin lacks a class.
            LOGGER.log(Level.WARNING, "A home tab could not be made", e);
            return new Tab(
                    HomeView.saying(
                            "Jenkins cannot make this tab because of an internal error, which an administrator finds in its log."),
                    false);
        }
    }

    /**
     * Makes the tab of a member who has it open.
     *
     * @param last what is shown
     * @return {@code last} where Slack or the security realm does not answer, or there is still no account
     */
    Tab again(RequestOrigin origin, Tab last) {
        try {
            MemberAccount account = accounts.withoutInvitation().of(origin);
            if (account instanceof MemberAccount.Linked linked) {
                return of(linked);
            }
            MemberAccount.None none = (MemberAccount.None) account;
            return last.isOfAccount() && none.reason() != MemberAccount.Reason.UNAVAILABLE
                    ? new Tab(HomeView.saying(none.sentence() + " Open this tab again."), false)
                    : last;
        } catch (AccountsUnavailableException e) {
            return last;
        }
    }

    private Tab of(MemberAccount.Linked linked) {
        CommandEnvironment now = environment.get();
        return new Tab(
                view.of(
                        linked,
                        reader.read(linked.id()),
                        now.command(),
                        now.abilities().contains(Ability.COMMANDS) ? commands : List.of()),
                true);
    }
}
