package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps home tabs up to date while they are likely to be open. Slack tells when a tab is opened, and not when it is closed.
 *
 * <p><b>Guaranteed:</b> a tab is made again only after something in Jenkins has changed, as the member's account of that moment,
 * and is published only where it differs. It takes the place of the tab that was published last, and of no newer one.
 *
 * <p><b>Not guaranteed:</b> that a tab is up to date. There are {@link #MAX_TABS} at most, of which the oldest go; each is looked
 * after for {@link #OPEN_FOR} since it was opened, and published {@link #MAX_UPDATES} times at most. A restart forgets all.
 *
 * <p>Safe for use by many threads.
 */
public final class OpenHomeTabs {
    static final int MAX_TABS = 200;
    static final int MAX_UPDATES = 100;
    static final Duration OPEN_FOR = Duration.ofMinutes(30);

    /**
     * The most tabs that one round publishes: with a round each five seconds, they stay below the hundred calls a minute of Slack's
     * fourth tier.
     */
    static final int MAX_PUBLISHED = 7;

    /** After which time a round begins no other tab: previews wait for the same thread. */
    static final Duration MAX_ROUND = Duration.ofSeconds(5);

    private static final Logger LOGGER = Logger.getLogger(OpenHomeTabs.class.getName());

    private final HomeTabMaker maker;
    private final HomeTabs tabs;
    private final InstantSource clock;
    private final LongSupplier elsewhere;

    /** The changes that a tab itself has made. */
    private final AtomicLong own = new AtomicLong();

    private final Object rounds = new Object();

    /** The one that was looked at longest ago comes first. */
    private final Map<Member, Open> open = new LinkedHashMap<>();

    /** @param elsewhere how often something has changed of which a tab may show something; asked often */
    public OpenHomeTabs(HomeTabMaker maker, HomeTabs tabs, LongSupplier elsewhere, InstantSource clock) {
        this.maker = maker;
        this.tabs = tabs;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    private record Member(
            InstallationKey installation, @CheckForNull String id) {
        static Member of(RequestOrigin origin) {
            return new Member(origin.installation(), origin.userId());
        }
    }

    /**
     * An open tab.
     *
     * @param since when it was opened
     * @param tab what is shown
     * @param seen the number of changes when it was made
     */
    private record Open(
            RequestOrigin origin, Instant since, HomeTabMaker.Tab tab, String hash, long seen, int updates) {}

    /** Returns the number of changes so far, to be asked before a tab is made. */
    long changes() {
        return elsewhere.getAsLong() + own.get();
    }

    /**
     * Begins to look after a tab.
     *
     * @param seen the number of changes before it was made
     */
    synchronized void opened(RequestOrigin origin, HomeTabMaker.Tab tab, String hash, long seen) {
        Member member = Member.of(origin);
        open.remove(member);
        open.put(member, new Open(origin, clock.instant(), tab, hash, seen, 0));
        if (open.size() > MAX_TABS) {
            open.remove(open.keySet().iterator().next());
        }
    }

    /** Notes that a press in a tab has changed something. */
    void changed() {
        own.incrementAndGet();
    }

    /** Returns whether any tab is likely to be open. */
    public synchronized boolean isAny() {
        return !open.isEmpty();
    }

    /** Makes the tabs anew, and shows those that have changed. Calls Slack on the caller's thread; waits for another round. */
    public void lookAfter() {
        synchronized (rounds) {
            round();
        }
    }

    private void round() {
        int published = 0;
        Instant end = clock.instant().plus(MAX_ROUND);
        for (Map.Entry<Member, Open> each : copy()) {
            Open last = each.getValue();
            long now = changes();
            if (isOver(last)) {
                replace(each.getKey(), last, null);
            } else if (last.seen() != now
                    && published < MAX_PUBLISHED
                    && clock.instant().isBefore(end)) {
                Open next = update(last, now);
                published += next == null || next.updates() != last.updates() ? 1 : 0;
                replace(each.getKey(), last, next);
            }
        }
    }

    private boolean isOver(Open tab) {
        return tab.updates() >= MAX_UPDATES
                || clock.instant().isAfter(tab.since().plus(OPEN_FOR));
    }

    /** @return null where it is looked after no more */
    @CheckForNull
    private Open update(Open last, long now) {
        try {
            return updated(last, now);
        } catch (RuntimeException | Error e) {
            // A build with damaged files, or a plugin that lacks a class, must not keep the other tabs from being
            // updated.
            LOGGER.log(Level.FINE, "A home tab could not be made again", e);
            return new Open(last.origin(), last.since(), last.tab(), last.hash(), now, last.updates());
        }
    }

    @CheckForNull
    private Open updated(Open last, long now) {
        HomeTabMaker.Tab tab = maker.again(last.origin(), last.tab());
        if (tab.view().equals(last.tab().view())) {
            return new Open(last.origin(), last.since(), tab, last.hash(), now, last.updates());
        }
        PublishedTab result = tabs.publish(last.origin(), last.hash().isEmpty() ? null : last.hash(), tab.view());
        if (result instanceof PublishedTab.Shown shown) {
            return new Open(last.origin(), last.since(), tab, shown.hash(), now, last.updates() + 1);
        }
        // A newer tab is followed by whoever has published it. A failed one is tried again with the next change.
        return result instanceof PublishedTab.Overtaken
                ? null
                : new Open(last.origin(), last.since(), last.tab(), last.hash(), now, last.updates() + 1);
    }

    private synchronized List<Map.Entry<Member, Open>> copy() {
        return new ArrayList<>(open.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Puts what became of a tab behind the others; one that was opened anew meanwhile stays as it is. */
    private synchronized void replace(Member member, Open last, @CheckForNull Open next) {
        if (open.remove(member, last) && next != null) {
            open.put(member, next);
        }
    }
}
