package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The home tab, made when a member opens it, of what the member's account may read at that moment.
 *
 * <p><b>Guaranteed:</b> who may act for no account sees the reason for it, and nothing of a job. A tab that was made earlier takes
 * the place of none that was published after its member opened it. A member who opens the tab again within {@link #PAUSE} makes no
 * work.
 *
 * <p><b>Not guaranteed:</b> that what is shown is still so. Slack keeps the tab until the next one is published, also where the
 * member's permissions, or the link with the account, have ended meanwhile. Requests are not kept: an opening while Jenkins
 * restarts changes nothing.
 */
public final class HomeInteraction implements Interaction {
    static final Duration PAUSE = Duration.ofSeconds(3);

    private static final int MAX_MEMBERS = 5_000;

    private final MemberAccounts accounts;
    private final BuildControl control;
    private final QuietJobs quiet;
    private final List<String> commands;
    private final Supplier<CommandEnvironment> environment;
    private final HomeTabs tabs;
    private final InstantSource clock;
    private final LruCache<Member, Instant> opened = new LruCache<>(MAX_MEMBERS);

    /** @param commands the names of the commands, in the order in which they are shown */
    public HomeInteraction(
            MemberAccounts accounts,
            BuildControl control,
            QuietJobs quiet,
            List<String> commands,
            Supplier<CommandEnvironment> environment,
            HomeTabs tabs,
            InstantSource clock) {
        this.accounts = accounts;
        this.control = control;
        this.quiet = quiet;
        this.commands = List.copyOf(commands);
        this.environment = environment;
        this.tabs = tabs;
        this.clock = clock;
    }

    private record Member(
            InstallationKey installation, @CheckForNull String id) {}

    @Override
    public boolean accepts(InboundRequest request) {
        return home(request).isPresent();
    }

    /** The tab of messages needs nothing of us. */
    private static Optional<HomeOpened> home(InboundRequest request) {
        return request instanceof HomeOpened opening && opening.tab().equals("home")
                ? Optional.of(opening)
                : Optional.empty();
    }

    @Override
    public void handle(InboundRequest request) {
        home(request).ifPresent(this::show);
    }

    private void show(HomeOpened opening) {
        RequestOrigin origin = opening.origin();
        Member member = new Member(origin.installation(), origin.userId());
        if (!begin(member)) {
            return;
        }
        boolean shown = false;
        try {
            ViewReference old = opening.view();
            String hash = old == null ? null : old.hash();
            shown = tabs.publish(origin, hash, view(origin));
        } finally {
            if (!shown) {
                opened.remove(member);
            }
        }
    }

    /** Notes that a member's tab is made; false where that was so a moment ago. */
    private synchronized boolean begin(Member member) {
        Instant now = clock.instant();
        boolean isRecent = opened.get(member)
                .filter(since -> now.isBefore(since.plus(PAUSE)) && !now.isBefore(since))
                .isPresent();
        if (!isRecent) {
            opened.put(member, now);
        }
        return !isRecent;
    }

    private String view(RequestOrigin origin) {
        MemberAccount account = accounts.of(origin);
        if (account instanceof MemberAccount.None none) {
            return HomeView.refusal(none);
        }
        try {
            return HomeView.of(content((MemberAccount.Linked) account));
        } catch (AccountsUnavailableException e) {
            return HomeView.saying(
                    "Jenkins cannot ask its security realm what you may at this moment. Open this tab again in a minute.");
        }
    }

    private HomeContent content(MemberAccount.Linked account) {
        CommandEnvironment now = environment.get();
        return new HomeContent(
                account,
                control.running(account.id()),
                control.queue(account.id()),
                quiet.of(account.id()),
                now.command(),
                now.abilities().contains(Ability.COMMANDS) ? commands : List.of());
    }
}
