package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.memory.ExpiringCache;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The home tab, made when a member opens it, of what the member's account may read at that moment. {@link OpenHomeTabs} keeps it up to
 * date afterwards. The buttons of builds are handled as those below messages; here are those of preferences.
 *
 * <p><b>Guaranteed:</b> whoever may act for no account sees the reason for it, and nothing of a job. A tab that was made earlier takes
 * the place of none that was published after its member opened it. A member who opens the tab again within {@link #PAUSE} makes no
 * work.
 *
 * <p><b>Not guaranteed:</b> that what is shown is still so. Slack keeps the tab until the next one is published, even where the
 * member's permissions, or the link with the account, have ended meanwhile. Openings are not kept: one while Jenkins
 * restarts changes nothing.
 */
public final class HomeInteraction implements Interaction {
    static final Duration PAUSE = Duration.ofSeconds(3);

    private static final int MAX_MEMBERS = 5_000;

    private final MemberAccounts accounts;
    private final HomeTabMaker maker;
    private final HomeTabs tabs;
    private final OpenHomeTabs homes;
    private final QuietJobs quiet;
    private final DailyReminderSetting reminders;

    /** Those whose tab was made a moment ago. */
    private final ExpiringCache<Member, Boolean> opened;

    /** @param accounts opens no requests to link an account */
    public HomeInteraction(
            MemberAccounts accounts,
            HomeTabMaker maker,
            HomeTabs tabs,
            OpenHomeTabs homes,
            QuietJobs quiet,
            DailyReminderSetting reminders,
            InstantSource clock) {
        this.accounts = accounts;
        this.maker = maker;
        this.tabs = tabs;
        this.homes = homes;
        this.quiet = quiet;
        this.reminders = reminders;
        opened = new ExpiringCache<>(MAX_MEMBERS, PAUSE, clock);
    }

    private record Member(
            InstallationKey installation, @CheckForNull String id) {}

    @Override
    public boolean accepts(InboundRequest request) {
        return home(request).isPresent() || preference(request).isPresent();
    }

    /** {@inheritDoc} A press is kept, so that those of one member are done in the order in which they came. */
    @Override
    public Decision receive(InboundRequest request) {
        return home(request).isPresent() ? Decision.handle(Acknowledgement.EMPTY) : Decision.byKind(request);
    }

    /** The tab of messages needs nothing of us. */
    private static Optional<HomeOpened> home(InboundRequest request) {
        return request instanceof HomeOpened opening && opening.tab().equals("home")
                ? Optional.of(opening)
                : Optional.empty();
    }

    /** A job's author can post such a button, too, so it counts in the home tab alone. */
    private static Optional<BlockAction.Action> preference(InboundRequest request) {
        return request instanceof BlockAction press && isHome(press.view())
                ? press.actions().stream()
                        .filter(action -> action.actionId().equals(HomeView.REMIND)
                                || action.actionId().equals(HomeView.UNMUTE))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isHome(@CheckForNull ViewReference view) {
        return view != null && view.isHome();
    }

    @Override
    public void handle(InboundRequest request) {
        home(request).ifPresent(this::show);
    }

    /**
     * {@inheritDoc} An act may be repeated, as a button names the state to which it leads. The tab is the answer: it is published
     * anew, unless nobody knows at this moment which account the member has.
     */
    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        return preference(request)
                .map(action -> prefer(request.origin(), action))
                .orElseGet(ActResult::silent);
    }

    private ActResult prefer(RequestOrigin origin, BlockAction.Action action) {
        try {
            String value = action.value().value().orElse("");
            MemberAccount account = accounts.of(origin);
            if (account instanceof MemberAccount.Linked member) {
                if (action.actionId().equals(HomeView.REMIND)) {
                    reminders.set(member.id(), Boolean.parseBoolean(value));
                } else {
                    quiet.remove(member.id(), value);
                }
            } else if (account instanceof MemberAccount.None none
                    && none.reason() == MemberAccount.Reason.UNAVAILABLE) {
                return ActResult.answered(AccountAnswers.refusal(none));
            }
            homes.changed();
            return publish(origin, null) instanceof PublishedTab.Failed
                    ? ActResult.say("Slack does not show it yet: open this tab again.")
                    : ActResult.silent();
        } catch (AccountsUnavailableException e) {
            return PressAnswers.unavailable();
        }
    }

    private void show(HomeOpened opening) {
        RequestOrigin origin = opening.origin();
        Member member = new Member(origin.installation(), origin.userId());
        if (!begin(member)) {
            return;
        }
        boolean isFailed = true;
        try {
            ViewReference old = opening.view();
            isFailed = publish(origin, old == null ? null : old.hash()) instanceof PublishedTab.Failed;
        } finally {
            if (isFailed) {
                opened.remove(member);
            }
        }
    }

    /** @param hash of the tab that it may replace; null where it may replace any */
    private PublishedTab publish(RequestOrigin origin, @CheckForNull String hash) {
        long seen = homes.changes();
        HomeTabMaker.Tab tab = maker.open(origin);
        PublishedTab result = tabs.publish(origin, hash, tab.view());
        if (result instanceof PublishedTab.Shown shown) {
            homes.opened(origin, tab, shown.hash(), seen);
        }
        return result;
    }

    /** Notes that a member's tab is made; false where that was so a moment ago. */
    private synchronized boolean begin(Member member) {
        boolean isRecent = opened.get(member).isPresent();
        if (!isRecent) {
            opened.put(member, true);
        }
        return !isRecent;
    }
}
